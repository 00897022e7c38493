# bug: The gradient of the scores is not divided by N.
# bug: The gradient of the penalty is doubled.
# output: W1, b1, W2, b2
# line: 20; 24, 26
# accept: mean-missing; penalty-half-mixed
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    z1 = x.dot(W1) + b1
    h1 = np.maximum(z1, 0)
    s = h1.dot(W2) + b2
    s = s - s.max(1, keepdims=True)
    tot = np.exp(s).sum(1, keepdims=True)
    loss = np.mean(np.log(tot[:, 0]) - s[range(N), y])
    loss += reg * 0.5 * (np.sum(W1 * W1) + np.sum(W2 * W2))
    ds = np.exp(s) / tot
    ds[range(N), y] -= 1
    dh = ds.dot(W2.T)
    dh[z1 <= 0] = 0
    grads = {
        "W1": x.T.dot(dh) + 2 * reg * W1,
        "b1": dh.sum(0),
        "W2": h1.T.dot(ds) + 2 * reg * W2,
        "b2": ds.sum(0),
    }
    return loss, grads
