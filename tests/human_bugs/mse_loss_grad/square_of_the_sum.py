# bug: The errors are summed before squaring, so that errors of opposite sign cancel.
# output: loss
# line: 11
# accept: square-misplaced
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    m = dict(mean=diff.size, batchmean=diff.shape[0], sum=1)[reduction]
    loss = np.sum(diff) ** 2 / m
    dyhat = 2.0 * diff / m
    return loss, dyhat
