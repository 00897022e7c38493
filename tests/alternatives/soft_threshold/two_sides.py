"""The part above t and the part below −t, added."""

import numpy as np


def prox_l1(v, t):
    return np.maximum(v - t, 0) - np.maximum(-v - t, 0)


def ista_step(w, dw, lr, lam):
    return prox_l1(w - lr * dw, lam * lr)
