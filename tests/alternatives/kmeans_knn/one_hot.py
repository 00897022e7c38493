"""Memberships and votes as matrices of zeros and ones."""

import numpy as np


def squared_distances(A, B):
    return ((A[:, None, :] - B[None, :, :]) ** 2).sum(-1)


def kmeans(X, centers, n_iters):
    centers = centers.astype(float)
    for _ in range(n_iters):
        member = np.eye(len(centers))[squared_distances(X, centers).argmin(1)]
        sizes = member.sum(0)[:, None]
        centers = np.where(sizes > 0, member.T @ X / np.maximum(sizes, 1), centers)
    d2 = squared_distances(X, centers)
    return centers, d2.argmin(1), d2.min(1).sum()


def knn_predict(X, y, Z, k):
    classes = np.unique(y)
    d2 = squared_distances(Z, X)
    near = np.argpartition(d2, k - 1, axis=1)[:, :k]
    votes = (y[near][:, :, None] == classes).sum(axis=1)
    return classes[votes.argmax(axis=1)]
