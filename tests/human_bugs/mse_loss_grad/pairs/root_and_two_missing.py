# bug: The square root of the loss is returned.
# bug: The gradient lacks the factor 2.
# output: loss, dyhat
# line: 12; 13
# accept: root-taken; factor-two-dropped
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    delta = yhat - y
    m = {"mean": delta.size, "batchmean": delta.shape[0], "sum": 1}[reduction]
    loss = np.sqrt((delta**2).sum() / m)
    return loss, delta / m
