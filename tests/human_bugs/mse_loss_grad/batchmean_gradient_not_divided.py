# bug: Batchmean: gradient not divided.
# output: dyhat
# line: 16
# accept: mean-missing
import numpy as np

def mse_loss_and_grad(yhat, y, reduction="mean"):
    error = yhat - y
    squares = error * error
    grad = 2.0 * error
    if reduction == "mean":
        loss = squares.mean()
        grad = grad / error.size
    elif reduction == "batchmean":
        loss = squares.sum(axis=1).mean()
    elif reduction == "sum":
        loss = squares.sum()
    else:
        raise ValueError(reduction)
    return loss, grad
