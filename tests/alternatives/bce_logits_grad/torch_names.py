"""Torch's own arrangement with log_weight, and a sigmoid by tanh."""

import numpy as np


def logsigmoid(x):
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))


def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * x))


def binary_cross_entropy_with_logits(input, target, pos_weight=1.0):
    log_weight = (pos_weight - 1) * target + 1
    loss = (1 - target) * input - log_weight * logsigmoid(input)
    t = pos_weight * target
    grad_input = (t + 1 - target) * sigmoid(input) - t
    return loss.mean(), grad_input / input.size
