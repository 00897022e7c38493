"""Sums over named axes; kernels from a table of functions."""

import numpy as np

KERNELS = {
    "linear": lambda X, Z, gamma, degree, coef0: np.einsum("nd,md->nm", X, Z),
    "poly": lambda X, Z, gamma, degree, coef0: np.power(
        coef0 + gamma * np.einsum("nd,md->nm", X, Z), degree
    ),
    "rbf": lambda X, Z, gamma, degree, coef0: np.exp(
        -gamma * np.square(X[:, None] - Z[None]).sum(axis=-1)
    ),
}


def compute_kernel_matrix(X, Z, kind, gamma=1.0, degree=3, coef0=1.0):
    return KERNELS[kind](X, Z, gamma, degree, coef0)


def svm_dual_objective(alpha, y, K):
    return alpha.sum() - np.einsum("i,j,i,j,ij->", alpha, alpha, y, y, K) / 2


def svm_bias(alpha, y, K, C):
    free = np.flatnonzero((alpha > 0) & (alpha < C))
    support = alpha > 0
    return np.mean(y[free] - K[np.ix_(free, support)] @ (alpha * y)[support])


def svm_decision(alpha, y, K, b):
    return np.einsum("mn,n,n->m", K, alpha, y) + b
