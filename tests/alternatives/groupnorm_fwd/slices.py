"""Two loops: every group of every sample is a slice of its own."""

import numpy as np


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    eps = gn_param.get("eps", 1e-5)
    per = x.shape[1] // G
    normed, scales = np.zeros(x.shape), np.zeros((x.shape[0], G))
    for n in range(x.shape[0]):
        for g in range(G):
            part = x[n, g * per : (g + 1) * per]
            scales[n, g] = 1.0 / np.sqrt(part.var() + eps)
            normed[n, g * per : (g + 1) * per] = (part - part.mean()) * scales[n, g]
    return normed * gamma + beta, (normed, scales, gamma, per)


def spatial_groupnorm_backward(dout, cache):
    normed, scales, gamma, per = cache
    dx = np.zeros(dout.shape)
    for n in range(scales.shape[0]):
        for g in range(scales.shape[1]):
            where = slice(g * per, (g + 1) * per)
            push = dout[n, where] * gamma[0, where]
            hat = normed[n, where]
            dx[n, where] = scales[n, g] * (push - push.mean() - hat * np.mean(push * hat))
    dgamma, dbeta = np.zeros(gamma.shape), np.zeros(gamma.shape)
    for c in range(gamma.shape[1]):
        dgamma[0, c, 0, 0] = np.sum(dout[:, c] * normed[:, c])
        dbeta[0, c, 0, 0] = np.sum(dout[:, c])
    return dx, dgamma, dbeta
