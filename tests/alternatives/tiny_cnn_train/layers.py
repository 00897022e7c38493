"""Each layer with a backward function of its own, put together as a list."""

import numpy as np


def conv(x, w, b):
    i, j = x.shape[2] - 2, x.shape[3] - 2
    patches = np.stack([x[:, :, u : u + i, v : v + j] for u in range(3) for v in range(3)], axis=2)
    kernel = w.reshape(*w.shape[:2], 9)
    out = np.einsum("nckij,fck->nfij", patches, kernel) + b.reshape(1, -1, 1, 1)

    def back(d):
        return np.einsum("nfij,nckij->fck", d, patches).reshape(w.shape), np.einsum("nfij->f", d)

    return out, back


def relu(a):
    return a * (a > 0), lambda d: d * (a > 0)


def pool(r):
    count = r.shape[2] * r.shape[3]
    return np.einsum("nfij->nf", r) / count, lambda d: (
        d[:, :, None, None] * np.ones(r.shape) / count
    )


def dense(f, w, b):
    return f @ w + b, lambda d: (d @ w.T, f.T @ d, np.ones(len(d)) @ d)


def cross_entropy(z, y):
    log_p = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
    target = np.eye(z.shape[1])[y]
    return -np.sum(log_p * target) / len(y), (np.exp(log_p) - target) / len(y)


def cnn_loss(x, y, params):
    a, conv_back = conv(x, params["W1"], params["b1"])
    r, relu_back = relu(a)
    f, pool_back = pool(r)
    z, dense_back = dense(f, params["W2"], params["b2"])
    loss, dz = cross_entropy(z, y)
    df, dW2, db2 = dense_back(dz)
    dW1, db1 = conv_back(relu_back(pool_back(df)))
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


def train_cnn(x, y, params, lr, steps):
    def run(weights, left):
        if left == 0:
            return [], weights
        loss, grads = cnn_loss(x, y, weights)
        losses, final = run({k: weights[k] - lr * grads[k] for k in weights}, left - 1)
        return [loss, *losses], final

    losses, final = run(params, steps)
    return np.array(losses), final
