# bug: The gradient is taken with respect to the target: it is 2(y - yhat)/m, with the wrong sign.
# output: dyhat
# line: 16
# accept: sign-flipped
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = y - yhat
    m = 1
    if reduction == "mean":
        m = diff.shape[0] * diff.shape[1]
    elif reduction == "batchmean":
        m = diff.shape[0]
    loss = np.sum(diff * diff) / m
    grad = 2 * diff / m
    return loss, grad
