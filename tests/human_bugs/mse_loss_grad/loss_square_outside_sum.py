# bug: Loss: the square is outside of the sum.
# output: loss
# line: 11
# accept: square-misplaced
import numpy as np

def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    m = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    diff = yhat - y
    loss = np.sum(diff) ** 2 / m
    dyhat = 2 * diff / m
    return loss, dyhat
