"""Channel by channel, with running sums in plain loops over the pixels."""

import numpy as np


def moments(values):
    total, count = 0.0, 0
    for value in values.ravel():
        total += value
        count += 1
    mean = total / count
    spread = 0.0
    for value in values.ravel():
        spread += (value - mean) ** 2
    return mean, spread / count


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    channels = x.shape[1]
    eps, rate = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    old_mean = bn_param.get("running_mean", np.zeros(channels))
    old_var = bn_param.get("running_var", np.zeros(channels))
    training = bn_param["mode"] == "train"
    means, variances = np.zeros(channels), np.zeros(channels)
    out = np.zeros(x.shape)
    for c in range(channels):
        if training:
            means[c], variances[c] = moments(x[:, c])
        else:
            means[c], variances[c] = old_mean[c], old_var[c]
        out[:, c] = gamma[c] * (x[:, c] - means[c]) / np.sqrt(variances[c] + eps) + beta[c]
    if training:
        bn_param["running_mean"] = rate * old_mean + (1 - rate) * means
        bn_param["running_var"] = rate * old_var + (1 - rate) * variances
    return out, (x, gamma, means, variances, eps)


def spatial_batchnorm_backward(dout, cache):
    x, gamma, means, variances, eps = cache
    dx = np.zeros(dout.shape)
    dgamma, dbeta = np.zeros(len(gamma)), np.zeros(len(gamma))
    for c in range(len(gamma)):
        centred = x[:, c] - means[c]
        scale = (variances[c] + eps) ** -0.5
        dbeta[c] = dout[:, c].sum()
        dgamma[c] = (dout[:, c] * centred).sum() * scale
        m = centred.size
        pull = centred * scale**2 * (dout[:, c] * centred).sum() / m
        dx[:, c] = gamma[c] * scale * (dout[:, c] - dbeta[c] / m - pull)
    return dx, dgamma, dbeta
