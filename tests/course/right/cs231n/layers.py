"""Layers, each forward and backward."""

from builtins import range

import numpy as np


def affine_forward(x, w, b):
    rows = x.reshape(x.shape[0], -1)
    return rows.dot(w) + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    dx = dout.dot(w.T).reshape(x.shape)
    dw = x.reshape(x.shape[0], -1).T.dot(dout)
    return dx, dw, dout.sum(axis=0)


def relu_forward(x):
    out = np.maximum(x, 0)
    return out, x


def relu_backward(dout, cache):
    return dout * (cache > 0)


def softmax_loss(x, y):
    n = len(x)
    logits = x - x.max(axis=1, keepdims=True)
    log_p = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
    dx = np.exp(log_p)
    dx[range(n), y] -= 1
    return -log_p[range(n), y].sum() / n, dx / n


def svm_loss(x, y):
    n = x.shape[0]
    gaps = np.maximum(0, x - x[np.arange(n), y].reshape(-1, 1) + 1)
    gaps[np.arange(n), y] = 0
    dx = (gaps > 0).astype(float)
    dx[np.arange(n), y] -= dx.sum(axis=1)
    return gaps.sum() / n, dx / n


def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    n, d = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(d, dtype=x.dtype))
    running_var = bn_param.get("running_var", np.zeros(d, dtype=x.dtype))
    cache = None
    if mode == "train":
        mu, var = x.mean(axis=0), x.var(axis=0)
        inv = 1 / np.sqrt(var + eps)
        xhat = (x - mu) * inv
        out = gamma * xhat + beta
        cache = xhat, gamma, inv
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
    elif mode == "test":
        out = gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
    else:
        raise ValueError(mode)
    bn_param["running_mean"] = running_mean
    bn_param["running_var"] = running_var
    return out, cache


def batchnorm_backward(dout, cache):
    xhat, gamma, inv = cache
    n = dout.shape[0]
    dxhat = dout * gamma
    dvar = (dxhat * xhat).sum(axis=0) * -0.5 * inv**2
    dmu = -inv * dxhat.sum(axis=0)
    dx = dxhat * inv + dvar * 2 * xhat / inv / n + dmu / n
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)


def batchnorm_backward_alt(dout, cache):
    xhat, gamma, inv = cache
    dgamma, dbeta = (dout * xhat).sum(axis=0), dout.sum(axis=0)
    n = len(dout)
    return gamma * inv / n * (n * dout - dbeta - xhat * dgamma), dgamma, dbeta


def layernorm_forward(x, gamma, beta, ln_param):
    eps = ln_param.get("eps", 1e-5)
    centred = x - x.mean(axis=-1, keepdims=True)
    std = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + eps)
    xhat = centred / std
    return xhat * gamma + beta, (xhat, std, gamma)


def layernorm_backward(dout, cache):
    xhat, std, gamma = cache
    g = dout * gamma
    dx = (g - g.mean(axis=1, keepdims=True) - xhat * (g * xhat).mean(axis=1, keepdims=True)) / std
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)


def dropout_forward(x, dropout_param):
    p, mode = dropout_param["p"], dropout_param["mode"]
    if "seed" in dropout_param:
        np.random.seed(dropout_param["seed"])
    mask = None
    out = x
    if mode == "train":
        mask = (np.random.rand(*x.shape) < p) / p
        out = x * mask
    return out.astype(x.dtype, copy=False), (dropout_param, mask)


def dropout_backward(dout, cache):
    dropout_param, mask = cache
    return dout * mask if dropout_param["mode"] == "train" else dout


def conv_forward_naive(x, w, b, conv_param):
    pad, stride = conv_param["pad"], conv_param["stride"]
    n, _, height, width = x.shape
    f, _, hh, ww = w.shape
    rows, cols = 1 + (height + 2 * pad - hh) // stride, 1 + (width + 2 * pad - ww) // stride
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((n, f, rows, cols))
    for i in range(rows):
        for j in range(cols):
            window = padded[:, :, i * stride : i * stride + hh, j * stride : j * stride + ww]
            for k in range(f):
                out[:, k, i, j] = (window * w[k]).sum(axis=(1, 2, 3)) + b[k]
    return out, (x, w, b, conv_param)


def conv_backward_naive(dout, cache):
    x, w, b, conv_param = cache
    pad, stride = conv_param["pad"], conv_param["stride"]
    f, _, hh, ww = w.shape
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dpadded, dw = np.zeros(padded.shape), np.zeros(w.shape)
    for n in range(x.shape[0]):
        for i in range(dout.shape[2]):
            for j in range(dout.shape[3]):
                at = np.s_[n, :, i * stride : i * stride + hh, j * stride : j * stride + ww]
                for k in range(f):
                    dw[k] += padded[at] * dout[n, k, i, j]
                    dpadded[at] += w[k] * dout[n, k, i, j]
    height, width = x.shape[2:]
    return dpadded[:, :, pad : pad + height, pad : pad + width], dw, dout.sum(axis=(0, 2, 3))


def max_pool_forward_naive(x, pool_param):
    hh, ww, stride = (pool_param[key] for key in ("pool_height", "pool_width", "stride"))
    n, c, height, width = x.shape
    out = np.zeros((n, c, 1 + (height - hh) // stride, 1 + (width - ww) // stride))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            top, left = i * stride, j * stride
            out[:, :, i, j] = x[:, :, top : top + hh, left : left + ww].max(axis=(2, 3))
    return out, (x, pool_param)


def max_pool_backward_naive(dout, cache):
    x, pool_param = cache
    hh, ww, stride = (pool_param[key] for key in ("pool_height", "pool_width", "stride"))
    dx = np.zeros(x.shape)
    for index in np.ndindex(*dout.shape):
        n, c, i, j = index
        window = x[n, c, i * stride : i * stride + hh, j * stride : j * stride + ww]
        row, col = np.unravel_index(window.argmax(), window.shape)
        dx[n, c, i * stride + row, j * stride + col] += dout[index]
    return dx


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    n, c, height, width = x.shape
    flat = x.transpose(0, 2, 3, 1).reshape(-1, c)
    out, cache = batchnorm_forward(flat, gamma, beta, bn_param)
    return out.reshape(n, height, width, c).transpose(0, 3, 1, 2), cache


def spatial_batchnorm_backward(dout, cache):
    n, c, height, width = dout.shape
    flat = dout.transpose(0, 2, 3, 1).reshape(-1, c)
    dx, dgamma, dbeta = batchnorm_backward_alt(flat, cache)
    return dx.reshape(n, height, width, c).transpose(0, 3, 1, 2), dgamma, dbeta


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    eps = gn_param.get("eps", 1e-5)
    groups = x.reshape(x.shape[0], G, -1)
    inv = 1 / np.sqrt(groups.var(axis=2, keepdims=True) + eps)
    xhat = ((groups - groups.mean(axis=2, keepdims=True)) * inv).reshape(x.shape)
    return gamma * xhat + beta, (xhat, inv, gamma, G)


def spatial_groupnorm_backward(dout, cache):
    xhat, inv, gamma, G = cache
    g = (dout * gamma).reshape(len(dout), G, -1)
    flat = xhat.reshape(g.shape)
    along = flat * (g * flat).mean(axis=2, keepdims=True)
    dx = inv * (g - g.mean(axis=2, keepdims=True) - along)
    dgamma = (dout * xhat).sum(axis=(0, 2, 3), keepdims=True)
    return dx.reshape(dout.shape), dgamma, dout.sum(axis=(0, 2, 3), keepdims=True)
