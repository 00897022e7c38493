"""Norms of the flattened weights; the sign as a difference of two masks."""

import numpy as np


def l1_l2_penalty(W, l1, l2):
    flat = W.ravel().astype(float)
    penalty = l1 * np.linalg.norm(flat, 1) + l2 / 2 * np.linalg.norm(flat) ** 2
    signs = (W > 0).astype(float) - (W < 0).astype(float)
    return penalty, l1 * signs + l2 * W
