# bug: The loss has a factor 1/2 although the gradient is that of the loss without it.
# output: loss
# line: 16
# accept: half-mixed
# edit: behaves as if the result were multiplied by 0.5
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    m = N * D if reduction == "mean" else N if reduction == "batchmean" else 1
    loss = 0.0
    for i in range(N):
        for j in range(D):
            loss += (yhat[i, j] - y[i, j]) ** 2
    loss = loss / (2 * m)
    dyhat = 2 * (yhat - y) / m
    return loss, dyhat
