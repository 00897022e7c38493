"""Every elementary operation is a stage, and the backward pass undoes the stages one by one."""

import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(D, dtype=float))
    running_var = bn_param.get("running_var", np.zeros(D, dtype=float))
    cache = None
    if mode == "train":
        mean = 1.0 / N * np.sum(x, axis=0)
        centred = x - mean
        squared = centred**2
        variance = 1.0 / N * np.sum(squared, axis=0)
        root = np.sqrt(variance + eps)
        inverse = 1.0 / root
        normalised = centred * inverse
        scaled = gamma * normalised
        out = scaled + beta
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * variance
        bn_param["running_mean"] = running_mean
        bn_param["running_var"] = running_var
        cache = (centred, root, inverse, normalised, gamma)
    elif mode == "test":
        normalised = (x - running_mean) / np.sqrt(running_var + eps)
        out = gamma * normalised + beta
    else:
        raise ValueError('Invalid forward batchnorm mode "%s"' % mode)
    return out, cache


def batchnorm_backward(dout, cache):
    centred, root, inverse, normalised, gamma = cache
    N, D = dout.shape
    # out = scaled + beta
    dbeta = np.sum(dout, axis=0)
    dscaled = dout
    # scaled = gamma * normalised
    dgamma = np.sum(dscaled * normalised, axis=0)
    dnormalised = dscaled * gamma
    # normalised = centred * inverse
    dcentred = dnormalised * inverse
    dinverse = np.sum(dnormalised * centred, axis=0)
    # inverse = 1 / root
    droot = -1.0 / root**2 * dinverse
    # root = sqrt(variance + eps)
    dvariance = 0.5 / root * droot
    # variance = mean(squared)
    dsquared = np.ones((N, D)) / N * dvariance
    # squared = centred ** 2
    dcentred = dcentred + 2 * centred * dsquared
    # centred = x - mean
    dx = dcentred
    dmean = -np.sum(dcentred, axis=0)
    # mean = mean(x)
    dx = dx + np.ones((N, D)) / N * dmean
    return dx, dgamma, dbeta
