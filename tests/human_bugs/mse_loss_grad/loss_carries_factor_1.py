# bug: Loss carries a factor 1/2.
# output: loss
# line: 23
# accept: none
# edit: behaves as if the result were multiplied by 0.5
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
            dyhat[n, d] = 2 * r
    scale = 1.0
    if reduction == "mean":
        scale = 1.0 / (n_rows * n_cols)
    if reduction == "batchmean":
        scale = 1.0 / n_rows
    loss = 0.5 * loss * scale
    dyhat = dyhat * scale
    return loss, dyhat
