# bug: The batchmean reduction divides by D (shape[1]) instead of N.
# output: loss, dyhat
# line: 14
# accept: mean-over-features-only
# edit: behaves as if y.shape[-1] stood where y.shape[0] belongs
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    if reduction == "mean":
        m = yhat.size
    elif reduction == "batchmean":
        m = yhat.shape[1]
    else:
        m = 1
    return np.sum(diff * diff) / m, diff * 2 / m
