# bug: The loss is one number for each sample.
# bug: The batchmean reduction divides by D.
# output: loss, dyhat
# line: 17; 14
# accept: batch-sum-missing; mean-over-features-only
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    if reduction == "mean":
        m = diff.shape[0] * diff.shape[1]
    elif reduction == "batchmean":
        m = diff.shape[-1]
    else:
        m = 1
    loss = (diff**2).sum(axis=-1) / m
    dyhat = 2 * diff / m
    return loss, dyhat
