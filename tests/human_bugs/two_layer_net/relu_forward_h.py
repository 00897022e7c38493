# bug: No relu in forward: h = a.
# output: W1, W2, b1, b2, loss
# line: 27
# accept: activation-missing
import numpy as np


class Linear:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, d, reg):
        self.dW = self.x.T @ d + reg * self.W
        self.db = d.sum(axis=0)
        return d @ self.W.T


def two_layer_loss(x, y, params, reg=0.0):
    N = len(x)
    fc1 = Linear(params["W1"], params["b1"])
    fc2 = Linear(params["W2"], params["b2"])
    a = fc1.forward(x)
    h = a
    z = fc2.forward(h)
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z)
    p /= p.sum(axis=1, keepdims=True)
    data = -np.log(p[np.arange(N), y]).mean()
    loss = data + 0.5 * reg * (np.sum(fc1.W**2) + np.sum(fc2.W**2))
    d = p.copy()
    d[np.arange(N), y] -= 1
    d /= N
    d = fc2.backward(d, reg)
    d = d * (a > 0)
    fc1.backward(d, reg)
    grads = {"W1": fc1.dW, "b1": fc1.db, "W2": fc2.dW, "b2": fc2.db}
    return loss, grads
