"""The weights split into a positive and a negative part, with einsum for the square."""

import numpy as np


def l1_l2_penalty(W, l1, l2):
    plus, minus = np.maximum(W, 0), np.maximum(-W, 0)
    penalty = l1 * (plus + minus).sum() + 0.5 * l2 * np.einsum("dm,dm->", W, W)
    dW = l2 * (1.0 * W)
    dW[W > 0] += l1
    dW[W < 0] -= l1
    return penalty, dW
