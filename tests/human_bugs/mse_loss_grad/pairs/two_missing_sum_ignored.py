# bug: The gradient lacks the factor 2.
# bug: The sum reduction falls through to the mean over the batch.
# output: loss, dyhat
# line: 13; 11
# accept: factor-two-dropped; none
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    diff = yhat - y
    m = diff.size if reduction == "mean" else diff.shape[0]
    loss = np.sum(diff**2) / m
    dyhat = diff / m
    return loss, dyhat
