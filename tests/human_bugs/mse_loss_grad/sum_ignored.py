# bug: The sum reduction is not handled and falls through to the mean.
# output: loss, dyhat
# line: 14
# accept: none
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    N = diff.shape[0]
    if reduction == "batchmean":
        loss = np.sum(diff**2) / N
        grad = 2 * diff / N
    else:
        loss = np.mean(diff**2)
        grad = 2 * diff / diff.size
    return loss, grad
