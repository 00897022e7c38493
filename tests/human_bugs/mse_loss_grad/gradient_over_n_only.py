# bug: For the mean reduction the gradient is divided by N instead of N*D, unlike the loss.
# output: dyhat
# line: 12
# accept: batch-mean-only, element-mean-missing
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N = yhat.shape[0]
    diff = yhat - y
    if reduction == "mean":
        return np.mean(diff**2), 2.0 / N * diff
    if reduction == "batchmean":
        return np.sum(diff**2) / N, 2.0 / N * diff
    return np.sum(diff**2), 2.0 * diff
