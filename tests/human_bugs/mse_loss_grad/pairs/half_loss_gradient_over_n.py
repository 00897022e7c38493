# bug: The loss has a factor 1/2.
# bug: The gradient of the mean reduction divides by N instead of N*D.
# output: loss, dyhat
# line: 13, 14; 17
# accept: half-mixed; batch-mean-only, element-mean-missing
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    diff = yhat - y
    if reduction == "sum":
        return np.sum(diff**2) / 2, 2 * diff
    loss = np.sum(diff**2) / N / 2
    if reduction == "mean":
        loss = loss / D
    dyhat = 2 * diff / N
    return loss, dyhat
