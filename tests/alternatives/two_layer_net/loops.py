"""Loops for everything, with gradients that start as zeros and are added to."""

import math

import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1 = params["W1"], params["b1"]
    W2, b2 = params["W2"], params["b2"]
    N, D = x.shape
    H = W1.shape[1]
    C = W2.shape[1]
    loss = 0.0
    grads = {}
    for name in params:
        grads[name] = np.zeros(params[name].shape)

    for n in range(N):
        hidden = []
        for j in range(H):
            s = b1[j]
            for d in range(D):
                s += x[n, d] * W1[d, j]
            hidden.append(s if s > 0 else 0.0)
        scores = []
        for c in range(C):
            s = b2[c]
            for j in range(H):
                s += hidden[j] * W2[j, c]
            scores.append(s)
        top = max(scores)
        total = 0.0
        for c in range(C):
            total += math.exp(scores[c] - top)
        loss += (math.log(total) - (scores[y[n]] - top)) / N

        dhidden = [0.0] * H
        for c in range(C):
            dscore = math.exp(scores[c] - top) / total
            if c == y[n]:
                dscore -= 1
            dscore /= N
            grads["b2"][c] += dscore
            for j in range(H):
                grads["W2"][j, c] += hidden[j] * dscore
                dhidden[j] += W2[j, c] * dscore
        for j in range(H):
            if hidden[j] > 0:
                grads["b1"][j] += dhidden[j]
                for d in range(D):
                    grads["W1"][d, j] += x[n, d] * dhidden[j]

    for name in ("W1", "W2"):
        for index in np.ndindex(params[name].shape):
            weight = params[name][index]
            loss += 0.5 * reg * weight * weight
            grads[name][index] += reg * weight
    return loss, grads
