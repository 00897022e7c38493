# bug: The gradient is the log-probability minus target: exp forgotten.
# output: dz
# line: 19
# accept: log-for-probability
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
    dz = (log_probs - target) / n
    return loss, dz
