"""Square, mean, root and quotient as steps of their own, each passed back."""

import numpy as np


def rmsnorm_forward(x, gamma, eps=1e-5):
    squares = x * x
    mean = squares.mean(axis=-1, keepdims=True)
    root = np.sqrt(mean + eps)
    inverse = 1 / root
    normed = x * inverse
    return normed * gamma, {"x": x, "inverse": inverse, "normed": normed, "gamma": gamma}


def rmsnorm_backward(dout, cache):
    x, inverse = cache["x"], cache["inverse"]
    dgamma = (dout * cache["normed"]).reshape(-1, x.shape[-1]).sum(axis=0)
    dnormed = dout * cache["gamma"]
    dinverse = (dnormed * x).sum(axis=-1, keepdims=True)
    droot = -dinverse * inverse**2
    dmean = droot * 0.5 * inverse
    dsquares = dmean / x.shape[-1]
    return dnormed * inverse + 2 * x * dsquares, dgamma
