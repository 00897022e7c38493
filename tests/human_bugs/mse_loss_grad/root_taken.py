# bug: The loss is the root mean square error: a square root is taken at the end.
# output: loss
# line: 15
# accept: root-taken
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    m = diff.size
    if reduction == "batchmean":
        m = diff.shape[0]
    if reduction == "sum":
        m = 1
    loss = np.sqrt(np.sum(diff**2) / m)
    return loss, 2 * diff / m
