"""One sample after the other, with sums over the features and a dictionary as cache."""

import math

import numpy as np


def layernorm_forward(x, gamma, beta, ln_param):
    eps = ln_param.get("eps", 1e-5)
    out, hats, scales = [], [], []
    for row in x:
        mean = sum(row) / len(row)
        variance = sum((value - mean) ** 2 for value in row) / len(row)
        scale = 1 / np.sqrt(variance + eps)
        hat = np.array([(value - mean) * scale for value in row])
        out.append(hat * gamma + beta)
        hats.append(hat)
        scales.append(scale)
    return np.array(out), {"hats": hats, "scales": scales, "gamma": gamma}


def layernorm_backward(dout, cache):
    gamma = cache["gamma"]
    dgamma, dbeta = np.zeros(len(gamma)), np.zeros(len(gamma))
    dx = np.zeros(dout.shape)
    for n, (hat, scale) in enumerate(zip(cache["hats"], cache["scales"])):
        dbeta += dout[n]
        dgamma += dout[n] * hat
        g = dout[n] * gamma
        d = len(g)
        dx[n] = scale / d * (d * g - np.sum(g) - hat * np.dot(g, hat))
    return dx, dgamma, dbeta
