# bug: Reduction sum: loss sums absolute values instead of squares.
# bug: Gradient for mean divided by N only.
# output: loss, dyhat
# line: 19; 14
# accept: square-missing; batch-mean-only
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
        loss = np.abs(error).sum()
    else:
        raise ValueError(reduction)
    return loss, grad
