# bug: The logarithm is taken of the probability, which underflows to 0 for wide logits and gives an infinite loss.
# output: loss
# line: 16
# accept: log-of-zero
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def softmax_loss(z, y):
    m = z.shape[0]
    p = softmax(z)
    loss = -np.sum(np.log(p[np.arange(m), y])) / m
    grad = p
    grad[np.arange(m), y] -= 1
    return loss, grad / m
