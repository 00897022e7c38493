"""Plain loops over samples and features, sums of scalars."""

import numpy as np


def svm_loss_grad(X, y, w, b, C):
    N, D = X.shape
    loss = 0.0
    for d in range(D):
        loss += w[d] ** 2 / 2
    dw, db = np.array(w, dtype=float), 0.0
    for n in range(N):
        score = b
        for d in range(D):
            score += w[d] * X[n, d]
        slack = 1 - y[n] * score
        if slack <= 0:
            continue
        loss += C / N * slack
        db -= C / N * y[n]
        for d in range(D):
            dw[d] -= C / N * y[n] * X[n, d]
    return loss, dw, db
