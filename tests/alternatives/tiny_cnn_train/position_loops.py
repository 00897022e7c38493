"""Image by image and position by position."""

import numpy as np


def cnn_loss_and_grads(x, y, params):
    N, _, H, W = x.shape
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    places = [(i, j) for i in range(H - 2) for j in range(W - 2)]
    loss = 0.0
    for image, label in zip(x, y, strict=True):
        maps = np.array([np.sum(W1 * image[:, i : i + 3, j : j + 3], axis=(1, 2, 3)) + b1 for i, j in places])
        features = np.mean(np.maximum(maps, 0), axis=0)
        z = features @ W2 + b2
        lse = z.max() + np.log(np.sum(np.exp(z - z.max())))
        loss += (lse - z[label]) / N
        dz = np.exp(z - lse) / N
        dz[label] -= 1 / N
        grads["W2"] += np.outer(features, dz)
        grads["b2"] += dz
        share = W2 @ dz / len(places)
        for (i, j), net in zip(places, maps, strict=True):
            da = share * (net > 0)
            grads["W1"] += np.multiply.outer(da, image[:, i : i + 3, j : j + 3])
            grads["b1"] += da
    return loss, grads


def fit_cnn(x, y, params, lr, steps):
    losses = []
    current = dict(params)
    for _ in range(steps):
        loss, grads = cnn_loss_and_grads(x, y, current)
        losses.append(loss)
        for name in current:
            current[name] = current[name] - lr * grads[name]
    return np.array(losses), current
