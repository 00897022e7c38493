"""Sample by sample with outer products; the gradients are added up."""

import numpy as np


def mlp_loss(X, y, weights, biases, activation="relu"):
    loss = 0.0
    dweights = [np.zeros(w.shape) for w in weights]
    dbiases = [np.zeros(b.shape) for b in biases]
    for x, label in zip(X, y):
        states, nets = [np.asarray(x, dtype=float)], []
        for w, b in zip(weights, biases):
            nets.append(states[-1] @ w + b)
            states.append(np.maximum(nets[-1], 0) if activation == "relu" else np.tanh(nets[-1]))
        z = nets[-1] - nets[-1].max()
        e = np.exp(z)
        loss += (np.log(e.sum()) - z[label]) / len(X)
        delta = e / e.sum() / len(X)
        delta[label] -= 1 / len(X)
        for k in range(len(weights) - 1, -1, -1):
            dweights[k] += np.outer(states[k], delta)
            dbiases[k] += delta
            if k:
                slope = nets[k - 1] > 0 if activation == "relu" else 1 - states[k] ** 2
                delta = weights[k] @ delta * slope
    return loss, tuple(dweights), tuple(dbiases)
