# bug: The penalty gradient replaces the data gradient instead of adding to it.
# output: W1, W2
# line: 40
# accept: path-overwritten
import numpy as np

def affine(x, w, b):
    return x.dot(w) + b, (x, w)

def affine_back(dout, cache):
    x, w = cache
    return dout.dot(w.T), x.T.dot(dout), dout.sum(axis=0)

def relu(x):
    return x * (x > 0), x

def relu_back(dout, x):
    return np.where(x > 0, dout, 0)

def cross_entropy(z, y):
    n = len(y)
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    onehot = np.zeros_like(z)
    onehot[range(n), y] = 1
    return -(onehot * logp).sum() / n, (np.exp(logp) - onehot) / n

def two_layer_net(x, y, params, reg=0.0):
    a1, c1 = affine(x, params["W1"], params["b1"])
    h1, cr = relu(a1)
    z, c2 = affine(h1, params["W2"], params["b2"])
    data_loss, dz = cross_entropy(z, y)
    grads = {}
    dh1, grads["W2"], grads["b2"] = affine_back(dz, c2)
    da1 = relu_back(dh1, cr)
    _, grads["W1"], grads["b1"] = affine_back(da1, c1)
    penalty = 0.0
    for name in ("W1", "W2"):
        penalty += 0.5 * reg * np.sum(params[name] * params[name])
        grads[name] = reg * params[name]
    return data_loss + penalty, grads
