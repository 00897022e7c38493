# bug: A factor 1/2 is put into the loss and cancels the 2 of the gradient, which the task excludes.
# output: loss, dyhat
# line: 11, 12
# accept: convention
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    e = yhat - y
    denom = {"mean": e.size, "batchmean": e.shape[0], "sum": 1}[reduction]
    loss = 0.5 * np.sum(np.square(e)) / denom
    dyhat = e / denom
    return loss, dyhat
