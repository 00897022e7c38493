# bug: The gradient has the wrong sign.
# bug: The gradient is not divided by m.
# output: dyhat
# line: 17; 17
# accept: sign-flipped; mean-missing
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    err = y - yhat
    if reduction == "mean":
        loss = np.mean(err**2)
    elif reduction == "batchmean":
        loss = np.mean(np.sum(err**2, axis=1))
    else:
        loss = np.sum(err**2)
    dyhat = 2 * err
    return loss, dyhat
