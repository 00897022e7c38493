"""What is left after projecting on the box [−t, t] (Moreau's decomposition)."""

import numpy as np


def soft_threshold(v, t):
    return v - np.clip(v, -t, t)


def proximal_gradient_step(w, dw, lr, lam):
    ahead = w - lr * dw
    return ahead - np.clip(ahead, -lr * lam, lr * lam)
