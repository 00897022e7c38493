"""Feature by feature in plain loops, with Welford's running mean and sum of squares."""

import math

import numpy as np


def _mean_and_variance(values):
    mean = 0.0
    squares = 0.0
    for count, value in enumerate(values, start=1):
        delta = value - mean
        mean += delta / count
        squares += delta * (value - mean)
    return mean, squares / len(values)


def batchnorm_forward(x, gamma, beta, bn_param):
    N, D = x.shape
    eps = bn_param.get("eps", 1e-5)
    alpha = bn_param.get("momentum", 0.9)
    old_mean = bn_param.get("running_mean", [0.0] * D)
    old_var = bn_param.get("running_var", [0.0] * D)
    training = bn_param["mode"] == "train"
    out = np.zeros((N, D))
    new_mean = np.zeros(D)
    new_var = np.zeros(D)
    xhat = np.zeros((N, D))
    stds = []
    for d in range(D):
        if training:
            mean, var = _mean_and_variance([float(v) for v in x[:, d]])
            new_mean[d] = alpha * old_mean[d] + (1 - alpha) * mean
            new_var[d] = alpha * old_var[d] + (1 - alpha) * var
        else:
            mean, var = old_mean[d], old_var[d]
        std = math.sqrt(var + eps)
        stds.append(std)
        for n in range(N):
            xhat[n, d] = (x[n, d] - mean) / std
            out[n, d] = gamma[d] * xhat[n, d] + beta[d]
    if training:
        bn_param["running_mean"] = new_mean
        bn_param["running_var"] = new_var
    return out, [xhat, stds, gamma]


def batchnorm_backward(dout, cache):
    xhat, stds, gamma = cache
    N, D = dout.shape
    dx = np.zeros((N, D))
    dgamma = np.zeros(D)
    dbeta = np.zeros(D)
    for d in range(D):
        for n in range(N):
            dgamma[d] += dout[n, d] * xhat[n, d]
            dbeta[d] += dout[n, d]
        for n in range(N):
            inner = dout[n, d] - dbeta[d] / N - xhat[n, d] * dgamma[d] / N
            dx[n, d] = gamma[d] * inner / stds[d]
    return dx, dgamma, dbeta
