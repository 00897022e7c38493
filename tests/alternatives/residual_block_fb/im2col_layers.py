"""Convolutions by patches in a matrix; the projection is one more matrix product."""

import numpy as np


def patches(x):
    n, c, h, w = x.shape
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    taps = [padded[:, :, u : u + h, v : v + w] for u in range(3) for v in range(3)]
    return np.stack(taps, axis=2).reshape(n, c * 9, h * w)


def unpatch(cols, shape):
    n, c, h, w = shape
    taps = cols.reshape(n, c, 3, 3, h, w)
    padded = np.zeros((n, c, h + 2, w + 2))
    for u in range(3):
        for v in range(3):
            padded[:, :, u : u + h, v : v + w] += taps[:, :, u, v]
    return padded[:, :, 1 : h + 1, 1 : w + 1]


def residual_block_forward(x, params):
    n, _, h, w = x.shape
    f = len(params["b1"])
    cols1 = patches(x)
    hidden = np.maximum(0, params["W1"].reshape(f, -1) @ cols1 + params["b1"][:, None])
    cols2 = patches(hidden.reshape(n, f, h, w))
    flat = x.reshape(n, -1, h * w)
    shortcut = params["Wp"] @ flat if "Wp" in params else flat
    total = params["W2"].reshape(f, -1) @ cols2 + params["b2"][:, None] + shortcut
    out = np.maximum(0, total).reshape(n, f, h, w)
    return out, {"cols": (cols1, cols2), "hidden": hidden, "out": out, "x": flat, "params": params}


def residual_block_backward(dout, cache):
    params, out = cache["params"], cache["out"]
    n, f, h, w = out.shape
    g = ((out > 0) * dout).reshape(n, f, h * w)
    cols1, cols2 = cache["cols"]
    grads = {"W2": np.einsum("nfp,nkp->fk", g, cols2).reshape(params["W2"].shape)}
    grads["b2"] = g.sum(axis=(0, 2))
    dhidden = unpatch(params["W2"].reshape(f, -1).T @ g, out.shape).reshape(n, f, h * w)
    dhidden = dhidden * np.sign(cache["hidden"])
    grads["W1"] = np.einsum("nfp,nkp->fk", dhidden, cols1).reshape(params["W1"].shape)
    grads["b1"] = dhidden.sum(axis=(0, 2))
    c = cache["x"].shape[1]
    dx = unpatch(params["W1"].reshape(f, -1).T @ dhidden, (n, c, h, w))
    if "Wp" in params:
        grads["Wp"] = np.einsum("nfp,ncp->fc", g, cache["x"])
        g = params["Wp"].T @ g
    return dx + g.reshape(n, c, h, w), grads
