"""Splits the sum into a positive and a negative part, each one softplus and its derivative."""

import numpy as np


def softplus_with_slope(u):
    """softplus(u) and sigmoid(u), by masks so that no exponential overflows."""
    value, slope = np.empty(u.shape), np.empty(u.shape)
    big = u > 0
    value[big] = u[big] + np.log1p(np.exp(-u[big]))
    slope[big] = 1 / (1 + np.exp(-u[big]))
    value[~big] = np.log1p(np.exp(u[~big]))
    slope[~big] = np.exp(u[~big]) / (1 + np.exp(u[~big]))
    return value, slope


def bce_with_logits(z, y, pos_weight=1.0):
    if_positive, slope_positive = softplus_with_slope(-z)
    if_negative, slope_negative = softplus_with_slope(z)
    a = pos_weight * y / len(z)
    c = (1 - y) / len(z)
    loss = np.dot(a, if_positive) + np.dot(c, if_negative)
    return loss, c * slope_negative - a * slope_positive
