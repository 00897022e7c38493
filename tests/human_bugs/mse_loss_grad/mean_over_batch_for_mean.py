# bug: The mean reduction divides by N in loss and gradient, where all N*D elements count.
# output: loss, dyhat
# line: 12
# accept: batch-mean-only, convention
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    n = len(yhat)
    d = yhat - y
    if reduction in ("mean", "batchmean"):
        m = n
    else:
        m = 1
    return (d**2).sum() / m, 2 * d / m
