# bug: The gradient lacks the factor 2 of the square.
# output: dyhat
# line: 17
# accept: factor-two-dropped
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    err = yhat - y
    if reduction == "mean":
        m = err.size
    elif reduction == "batchmean":
        m = len(err)
    else:
        m = 1
    loss = (err**2).sum() / m
    dyhat = err / m
    return loss, dyhat
