# bug: The absolute error is computed instead of the squared error.
# output: loss, dyhat
# line: 16, 17
# accept: square-missing
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    if reduction == "mean":
        scale = diff.size
    elif reduction == "batchmean":
        scale = diff.shape[0]
    elif reduction == "sum":
        scale = 1
    loss = np.abs(diff).sum() / scale
    dyhat = np.sign(diff) / scale
    return loss, dyhat
