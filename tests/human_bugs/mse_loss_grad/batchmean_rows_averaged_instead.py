# bug: Batchmean: the rows are averaged instead of summed, so it is the mean over all.
# output: loss
# line: 15
# accept: reductions-alike
import numpy as np

def mse_loss_and_grad(yhat, y, reduction="mean"):
    error = yhat - y
    squares = error * error
    grad = 2.0 * error
    if reduction == "mean":
        loss = squares.mean()
        grad = grad / error.size
    elif reduction == "batchmean":
        loss = squares.mean(axis=1).mean()
        grad = grad / len(error)
    elif reduction == "sum":
        loss = squares.sum()
    else:
        raise ValueError(reduction)
    return loss, grad
