# bug: The loss is summed over axis 1 only and comes back as one number for each sample.
# output: loss
# line: 17
# accept: batch-sum-missing
# edit: behaves as if np.sum(error ** 2, axis=1) stood where np.sum(error ** 2) belongs
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    m = N * D
    if reduction == "batchmean":
        m = N
    elif reduction == "sum":
        m = 1
    residual = yhat - y
    loss = np.sum(residual**2, axis=1) / m
    dyhat = 2 * residual / m
    return loss, dyhat
