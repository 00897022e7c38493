"""Entry by entry with the math module."""

import math

import numpy as np


def sinusoidal_pe(T, D, start=0):
    pe = np.zeros((T, D))
    for t in range(T):
        for j in range(D):
            i = j // 2
            angle = (start + t) / math.pow(10000, 2 * i / D)
            pe[t, j] = math.sin(angle) if j % 2 == 0 else math.cos(angle)
    return pe
