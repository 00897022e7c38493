# bug: One-hot labels shifted by one class.
# bug: Mean over all entries in the loss.
# output: loss, dz
# line: 13; 19
# accept: none; mean-over-classes
import numpy as np

def logsumexp(z):
    m = z.max(axis=-1, keepdims=True)
    return m + np.log(np.exp(z - m).sum(axis=-1, keepdims=True))

def one_hot(y, c):
    return (y[:, None] == np.arange(1, c + 1)[None, :]).astype(float)

def softmax_ce_loss(z, y):
    n, c = z.shape
    target = one_hot(y, c)
    log_probs = z - logsumexp(z)
    loss = -np.mean(target * log_probs)
    dz = (np.exp(log_probs) - target) / n
    return loss, dz
