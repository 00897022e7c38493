# bug: The buffer of the gradient has the dtype of yhat and cuts the gradient of integer inputs to whole numbers.
# output: dyhat
# line: 10
# accept: none
import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    m = {"mean": yhat.size, "batchmean": yhat.shape[0]}.get(reduction, 1)
    dyhat = np.empty_like(yhat)
    loss = 0.0
    for n in range(yhat.shape[0]):
        r = yhat[n] - y[n]
        loss += (r @ r) / m
        dyhat[n] = 2 * r / m
    return loss, dyhat
