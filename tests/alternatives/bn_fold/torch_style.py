"""The inverse deviation first, as in torch's fuse_conv_bn_weights."""

import numpy as np


def fold_batchnorm(w, b, gamma, beta, running_mean, running_var, eps=1e-5):
    conv_b = b if b is not None else np.zeros(running_mean.shape)
    bn_var_rsqrt = 1.0 / np.sqrt(running_var + eps)
    shape = [-1] + [1] * (w.ndim - 1)
    fused_w = w * (gamma * bn_var_rsqrt).reshape(shape)
    fused_b = (conv_b - running_mean) * bn_var_rsqrt * gamma + beta
    return fused_w, fused_b
