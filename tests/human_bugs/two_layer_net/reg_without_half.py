# bug: The penalty is reg times the squared norm without the 1/2, with a gradient of 2*reg*W to match.
# output: loss, W1, W2
# line: 18, 22, 25
# accept: convention
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    N = x.shape[0]
    a1 = x @ W1 + b1
    h1 = np.maximum(a1, 0)
    z = h1 @ W2 + b2
    m = z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    p = np.exp(z - lse)
    data_loss = np.mean(lse.ravel() - z[np.arange(N), y])
    reg_loss = reg * (np.sum(W1**2) + np.sum(W2**2))
    dz = p
    dz[np.arange(N), y] -= 1
    dz = dz / N
    dW2 = h1.T @ dz + 2 * reg * W2
    dh = dz @ W2.T
    dh[a1 <= 0] = 0
    dW1 = x.T @ dh + 2 * reg * W1
    return data_loss + reg_loss, {"W1": dW1, "b1": dh.sum(0), "W2": dW2, "b2": dz.sum(0)}
