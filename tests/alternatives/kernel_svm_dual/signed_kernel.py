"""The matrix Q with the labels multiplied in, as solvers of quadratic programs take it."""

import numpy as np


def kernel_matrix(X, Z, kind, gamma=1.0, degree=3, coef0=1.0):
    if kind == "rbf":
        return np.stack([np.exp(-gamma * ((X - z) ** 2).sum(axis=1)) for z in Z], axis=1)
    K = np.dot(X, Z.T)
    return K if kind == "linear" else (K * gamma + coef0) ** degree


def dual_objective(alpha, y, K):
    Q = np.outer(y, y) * K
    return -(0.5 * alpha.T @ Q @ alpha - np.ones(len(y)) @ alpha)


def svm_bias(alpha, y, K, C):
    Q = np.outer(y, y) * K
    margins = y * (1 - Q @ alpha)
    return np.average(margins, weights=np.where((alpha > 0) & (alpha < C), 1.0, 0.0))


def svm_decision_function(alpha, y, K, b):
    used = np.nonzero(alpha)[0]
    return (alpha[used] * y[used] * K[:, used]).sum(axis=1) + b
