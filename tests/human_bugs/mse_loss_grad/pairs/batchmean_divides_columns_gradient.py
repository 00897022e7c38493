# bug: Batchmean divides by the columns.
# bug: Gradient lacks the 2.
# output: loss, dyhat
# line: 22; 17
# accept: mean-over-features-only; factor-two-dropped
import numpy as np

def mse_loss_grad(yhat, y, reduction="mean"):
    n_rows = len(yhat)
    n_cols = len(yhat[0])
    loss = 0.0
    dyhat = np.zeros((n_rows, n_cols))
    for n in range(n_rows):
        for d in range(n_cols):
            r = yhat[n, d] - y[n, d]
            loss += r * r
            dyhat[n, d] = r
    scale = 1.0
    if reduction == "mean":
        scale = 1.0 / (n_rows * n_cols)
    if reduction == "batchmean":
        scale = 1.0 / n_cols
    loss = loss * scale
    dyhat = dyhat * scale
    return loss, dyhat
