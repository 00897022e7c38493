"""Zeros and ones drawn as binomial numbers, flat, with the scale apart."""

import numpy as np


def dropout_forward(x, dropout_param):
    p = float(dropout_param["p"])
    if dropout_param["mode"] == "test":
        ones, scale = np.ones(x.size), 1.0
    else:
        ones, scale = np.random.binomial(1, p, size=x.size).astype(float), 1.0 / p
    out = (x.ravel() * ones * scale).reshape(x.shape)
    return out, {"ones": ones, "scale": scale}


def dropout_backward(dout, cache):
    return cache["scale"] * (dout.ravel() * cache["ones"]).reshape(dout.shape)
