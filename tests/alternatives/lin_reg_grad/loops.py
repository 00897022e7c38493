"""Sample by sample, with the gradient added up on the way."""

import numpy as np


def linear_regression_loss(X, y, w, b):
    n_samples, n_features = X.shape
    loss, db = 0.0, 0.0
    dw = np.zeros(n_features)
    for i in range(n_samples):
        guess = float(b)
        for j in range(n_features):
            guess += float(X[i, j]) * float(w[j])
        error = guess - float(y[i])
        loss += error**2 / n_samples
        for j in range(n_features):
            dw[j] += 2 * error * X[i, j] / n_samples
        db += 2 * error / n_samples
    return loss, dw, db
