"""Sample by sample in plain Python, with dictionaries of members and of votes."""

import numpy as np


def _distance(a, b):
    return sum((float(u) - float(v)) ** 2 for u, v in zip(a, b))


def squared_distances(A, B):
    return np.array([[_distance(a, b) for b in B] for a in A])


def kmeans(X, centers, n_iters):
    centers = [np.array(c, dtype=float) for c in centers]

    def nearest(x):
        gaps = [_distance(x, c) for c in centers]
        return gaps.index(min(gaps))

    for _ in range(n_iters):
        members = {}
        for x in X:
            members.setdefault(nearest(x), []).append(x)
        for k, group in members.items():
            centers[k] = sum(group) / len(group)
    labels = [nearest(x) for x in X]
    inertia = sum(_distance(x, centers[k]) for x, k in zip(X, labels))
    return np.array(centers), np.array(labels), inertia


def knn_predict(X, y, Z, k):
    answers = []
    for z in Z:
        order = sorted(range(len(X)), key=lambda n: _distance(X[n], z))
        votes = {}
        for n in order[:k]:
            votes[int(y[n])] = votes.get(int(y[n]), 0) + 1
        answers.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(answers)
