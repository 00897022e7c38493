# bug: Gradient for the mean divided by N only (len instead of size).
# output: dyhat
# line: 13
# accept: none
import numpy as np

def mse_loss_and_grad(yhat, y, reduction="mean"):
    error = yhat - y
    squares = error * error
    grad = 2.0 * error
    if reduction == "mean":
        loss = squares.mean()
        grad = grad / len(error)
    elif reduction == "batchmean":
        loss = squares.sum(axis=1).mean()
        grad = grad / len(error)
    elif reduction == "sum":
        loss = squares.sum()
    else:
        raise ValueError(reduction)
    return loss, grad
