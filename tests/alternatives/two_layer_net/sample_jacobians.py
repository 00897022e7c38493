"""Per sample: the Jacobians of logits with respect to hidden, net input and weights, chained."""

import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, b1, W2, b2 = params["W1"], params["b1"], params["W2"], params["b2"]
    H, C = W2.shape
    loss = reg * (np.linalg.norm(W1) ** 2 + np.linalg.norm(W2) ** 2) / 2
    grads = {"W1": reg * W1, "b1": np.zeros(H), "W2": reg * W2, "b2": np.zeros(C)}
    for sample, label in zip(x, y):
        a = W1.T @ sample + b1
        h = a.clip(0)
        z = W2.T @ h + b2
        u = z - z.max()
        log_p = u - np.log(np.exp(u).sum())
        loss -= log_p[label] / len(x)

        dL_dz = (np.exp(log_p) - np.eye(C)[label]) / len(x)
        dz_dh = W2.T
        dh_da = np.diag(a > 0).astype(float)
        dL_da = dL_dz @ dz_dh @ dh_da
        grads["W2"] = grads["W2"] + np.outer(h, dL_dz)
        grads["b2"] = grads["b2"] + dL_dz
        grads["W1"] = grads["W1"] + np.outer(sample, dL_da)
        grads["b1"] = grads["b1"] + dL_da
    return loss, grads
