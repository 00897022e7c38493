# bug: The gradient is never divided by m, only the loss is.
# output: dyhat
# line: 17
# accept: mean-missing
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    sq = diff**2
    if reduction == "mean":
        loss = sq.mean()
    elif reduction == "batchmean":
        loss = sq.sum() / yhat.shape[0]
    else:
        loss = sq.sum()
    dyhat = 2 * diff
    return loss, dyhat
