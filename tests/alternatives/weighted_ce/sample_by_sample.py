"""Sample by sample in plain Python, with one division by the sum of weights at the end."""

import math

import numpy as np


def weighted_ce(z, y, w):
    total, loss = 0.0, 0.0
    dz = np.zeros(z.shape)
    for n in range(z.shape[0]):
        label = int(y[n])
        weight = float(w[label])
        top = max(float(v) for v in z[n])
        terms = [math.exp(float(v) - top) for v in z[n]]
        norm = sum(terms)
        loss += weight * (math.log(norm) + top - float(z[n, label]))
        total += weight
        for c in range(z.shape[1]):
            target = 1.0 if c == label else 0.0
            dz[n, c] = weight * (terms[c] / norm - target)
    return loss / total, dz / total
