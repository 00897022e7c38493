# bug: The softmax is differentiated like a sigmoid, p(1 - p): the off-diagonal part of its Jacobian is missing.
# output: dz
# line: 23
# accept: jacobian-diagonal-only
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def log_softmax(z):
    s = z - z.max(axis=1, keepdims=True)
    return s - np.log(np.exp(s).sum(axis=1, keepdims=True))


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    p = softmax(z)
    loss = -log_softmax(z)[np.arange(N), y].sum() / N + lam * ((p - t) ** 2).sum() / (N * C)
    dce = (p - np.eye(C)[y]) / N
    dmse = 2 * lam / (N * C) * (p - t) * p * (1 - p)
    return loss, dce + dmse
