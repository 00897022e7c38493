# bug: Only W2 is penalised: W1 is forgotten in the penalty and its gradient.
# output: loss, W1
# line: 27, 29
# accept: penalty-gradient-missing, penalty-missing-in-loss, penalty-one-layer
import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    N, C = x.shape[0], W2.shape[1]
    loss = 0.0
    dW1, db1 = np.zeros(W1.shape), np.zeros(b1.shape)
    dW2, db2 = np.zeros(W2.shape), np.zeros(b2.shape)
    for i in range(N):
        pre = x[i] @ W1 + b1
        h = np.maximum(pre, 0)
        s = h @ W2 + b2
        s = s - s.max()
        Z = np.exp(s).sum()
        loss += np.log(Z) - s[y[i]]
        ds = np.exp(s) / Z - np.eye(C)[y[i]]
        dW2 += np.outer(h, ds)
        db2 += ds
        dpre = (W2 @ ds) * (pre > 0)
        dW1 += np.outer(x[i], dpre)
        db1 += dpre
    loss = loss / N + 0.5 * reg * np.sum(W2**2)
    dW2 = dW2 / N + reg * W2
    return loss, {"W1": dW1 / N, "b1": db1 / N, "W2": dW2, "b2": db2 / N}
