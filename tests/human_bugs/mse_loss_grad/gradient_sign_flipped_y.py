# bug: Gradient: sign flipped, y - yhat.
# output: dyhat
# line: 12
# accept: sign-flipped
import numpy as np

def mse_loss(yhat, y, reduction="mean"):
    N, D = yhat.shape
    m = {"mean": N * D, "batchmean": N, "sum": 1}[reduction]
    diff = yhat - y
    loss = np.sum(diff ** 2) / m
    dyhat = 2 * (y - yhat) / m
    return loss, dyhat
