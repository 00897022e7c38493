"""Subtract, square, sum and scale as separate nodes, each with its own backward line."""

import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    # forward
    diff = yhat - y
    squared = diff * diff
    total = squared.sum()
    scale = 1.0
    if reduction in ("mean", "batchmean"):
        scale /= yhat.shape[0]
    if reduction == "mean":
        scale /= yhat.shape[1]
    loss = scale * total
    # backward
    dloss = 1.0
    dtotal = scale * dloss
    dsquared = np.full(squared.shape, dtotal)
    ddiff = 2 * diff * dsquared
    dyhat = ddiff
    return loss, dyhat
