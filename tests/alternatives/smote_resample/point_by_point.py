"""One new sample after another, base samples in turn, with Python's own random numbers."""

import random

import numpy as np


def random_oversample(X, y):
    rows, labels = list(X), list(y)
    members = {c: [i for i in range(len(y)) if y[i] == c] for c in set(y.tolist())}
    largest = max(len(each) for each in members.values())
    for c, each in members.items():
        for _ in range(largest - len(each)):
            rows.append(X[random.choice(each)])
            labels.append(c)
    return np.array(rows), np.array(labels)


def random_undersample(X, y):
    members = {c: [i for i in range(len(y)) if y[i] == c] for c in set(y.tolist())}
    smallest = min(len(each) for each in members.values())
    kept = sorted(i for each in members.values() for i in random.sample(each, smallest))
    return np.array([X[i] for i in kept]), np.array([y[i] for i in kept])


def smote_resample(X, y, k, n):
    first, second = sorted(set(y.tolist()), key=y.tolist().count)
    few = [X[i].astype(float) for i in range(len(y)) if y[i] == first]
    rows = [*X.astype(float)]
    for new in range(n):
        start = new % len(few)
        others = [j for j in range(len(few)) if j != start]
        others.sort(key=lambda j: float(((few[j] - few[start]) ** 2).sum()))
        end = random.choice(others[:k])
        share = random.random()
        rows.append((1 - share) * few[start] + share * few[end])
    return np.array(rows), np.array([*y, *[first] * n])
