# bug: The gradient of the scores is not divided by N although the loss is a mean.
# output: W1, b1, W2, b2
# line: 19
# accept: mean-missing
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N = x.shape[0]
    pre = x.dot(W1) + b1
    hid = np.where(pre > 0, pre, 0)
    out = hid.dot(W2) + b2
    out = out - out.max(axis=1)[:, None]
    ex = np.exp(out)
    p = ex / ex.sum(axis=1)[:, None]
    loss = np.mean(np.log(ex.sum(axis=1)) - out[np.arange(N), y])
    loss += reg / 2 * (np.sum(W1**2) + np.sum(W2**2))
    d = p - np.eye(W2.shape[1])[y]
    dW2 = hid.T.dot(d) + reg * W2
    db2 = d.sum(axis=0)
    d = d.dot(W2.T)
    d = np.where(pre > 0, d, 0)
    dW1 = x.T.dot(d) + reg * W1
    db1 = d.sum(axis=0)
    return loss, dict(W1=dW1, b1=db1, W2=dW2, b2=db2)
