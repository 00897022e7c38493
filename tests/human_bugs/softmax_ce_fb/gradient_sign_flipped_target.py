# bug: Gradient sign flipped: target - p.
# output: dz
# line: 19
# accept: sign-flipped
import numpy as np

def logsumexp(z):
    m = z.max(axis=-1, keepdims=True)
    return m + np.log(np.exp(z - m).sum(axis=-1, keepdims=True))

def one_hot(y, c):
    return (y[:, None] == np.arange(c)[None, :]).astype(float)

def softmax_ce_loss(z, y):
    n, c = z.shape
    target = one_hot(y, c)
    log_probs = z - logsumexp(z)
    loss = -np.mean(np.sum(target * log_probs, axis=1))
    dz = (target - np.exp(log_probs)) / n
    return loss, dz
