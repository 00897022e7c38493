"""Each layer is a closure that knows its way back; the identity is a projection by 1."""

import numpy as np


def conv(x, w, b):
    h, wd = x.shape[2:]
    p = w.shape[2] // 2
    padded = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    spots = [(u, v) for u in range(w.shape[2]) for v in range(w.shape[3])]
    out = sum(
        np.einsum("fc,ncij->nfij", w[:, :, u, v], padded[:, :, u : u + h, v : v + wd])
        for u, v in spots
    )

    def back(d):
        dw, dp = np.zeros(w.shape), np.zeros(padded.shape)
        for u, v in spots:
            dw[:, :, u, v] = np.einsum("nfij,ncij->fc", d, padded[:, :, u : u + h, v : v + wd])
            dp[:, :, u : u + h, v : v + wd] += np.einsum("fc,nfij->ncij", w[:, :, u, v], d)
        return dp[:, :, p : p + h, p : p + wd], dw, d.sum(axis=3).sum(axis=2).sum(axis=0)

    return out + b.reshape(1, -1, 1, 1), back


def relu(x):
    on = (x > 0).astype(float)
    return x * on, lambda d: d * on


def residual_block_forward(x, params):
    first, first_back = conv(x, params["W1"], params["b1"])
    hidden, relu_back = relu(first)
    second, second_back = conv(hidden, params["W2"], params["b2"])
    projects = "Wp" in params
    w = params["Wp"] if projects else np.eye(x.shape[1])
    short, short_back = conv(x, w[:, :, None, None], np.zeros(len(w)))
    out, last_back = relu(second + short)

    def back(d):
        d = last_back(d)
        dhidden, dW2, db2 = second_back(d)
        dx, dW1, db1 = first_back(relu_back(dhidden))
        dshort, dWp, _ = short_back(d)
        grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
        return dx + dshort, grads | ({"Wp": dWp[:, :, 0, 0]} if projects else {})

    return out, back


def residual_block_backward(dout, cache):
    return cache(dout)
