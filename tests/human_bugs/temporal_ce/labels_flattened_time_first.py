# bug: Labels flattened time-first.
# output: dx, loss
# line: 27
# accept: none
import numpy as np


def temporal_affine_forward(x, w, b):
    N, T, D = x.shape
    out = np.zeros((N, T, w.shape[1]))
    for t in range(T):
        out[:, t, :] = x[:, t, :] @ w + b
    return out, (x, w)


def temporal_affine_backward(dout, cache):
    x, w = cache
    dx = np.einsum("ntm,dm->ntd", dout, w)
    dw = np.einsum("ntd,ntm->dm", x, dout)
    db = dout.sum(axis=(0, 1))
    return dx, dw, db


def temporal_softmax_loss(x, y, mask):
    N, T, V = x.shape
    flat = x.reshape(N * T, V)
    labels = y.T.reshape(-1)
    keep = mask.reshape(-1).astype(float)
    rows = np.arange(N * T)
    p = np.exp(flat - flat.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    loss = -np.sum(keep * np.log(p[rows, labels])) / N
    d = p.copy()
    d[rows, labels] -= 1.0
    d *= keep[:, None] / N
    return loss, d.reshape(N, T, V)
