"""Entry by entry, with one small function for a pair of samples."""

import math

import numpy as np


def _pair(x, z, kind, gamma, degree, coef0):
    inner = sum(float(a) * float(b) for a, b in zip(x, z))
    if kind == "linear":
        return inner
    if kind == "poly":
        return math.pow(gamma * inner + coef0, degree)
    return math.exp(-gamma * sum((float(a) - float(b)) ** 2 for a, b in zip(x, z)))


def kernel_matrix(X, Z, kind, gamma=1.0, degree=3, coef0=1.0):
    return np.array([[_pair(x, z, kind, gamma, degree, coef0) for z in Z] for x in X])


def dual_objective(alpha, y, K):
    total = 0.0
    for i in range(len(y)):
        total += alpha[i]
        for j in range(len(y)):
            total -= 0.5 * alpha[i] * alpha[j] * y[i] * y[j] * K[i, j]
    return total


def svm_bias(alpha, y, K, C):
    found = []
    for i in range(len(y)):
        if 1e-8 < alpha[i] < C - 1e-8:
            found.append(y[i] - sum(alpha[j] * y[j] * K[i, j] for j in range(len(y))))
    return sum(found) / len(found)


def svm_decision(alpha, y, K, b):
    return np.array([b + sum(a * t * k for a, t, k in zip(alpha, y, row)) for row in K])
