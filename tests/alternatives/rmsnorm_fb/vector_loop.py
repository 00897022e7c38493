"""One vector after the other, with dot products."""

import numpy as np


def rmsnorm_forward(x, gamma, eps=1e-5):
    d = x.shape[-1]
    vectors = x.reshape(-1, d)
    out, scales = np.zeros(vectors.shape), []
    for n, vector in enumerate(vectors):
        scales.append((np.dot(vector, vector) / d + eps) ** -0.5)
        out[n] = vector * scales[-1] * gamma
    return out.reshape(x.shape), (vectors, scales, gamma)


def rmsnorm_backward(dout, cache):
    vectors, scales, gamma = cache
    d = len(gamma)
    dx, dgamma = np.zeros(vectors.shape), np.zeros(d)
    for n, upstream in enumerate(dout.reshape(-1, d)):
        dgamma += upstream * vectors[n] * scales[n]
        push = upstream * gamma
        dx[n] = scales[n] * push - scales[n] ** 3 / d * vectors[n] * np.dot(push, vectors[n])
    return dx.reshape(dout.shape), dgamma
