"""Everything concatenated into one vector, clipped, and cut into its shapes again."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    flat = np.concatenate([np.ravel(g) for g in grads])
    norm = np.linalg.norm(flat)
    flat = flat / max(1.0, norm / max_norm)
    cuts = np.cumsum([g.size for g in grads])[:-1]
    return [part.reshape(g.shape) for part, g in zip(np.split(flat, cuts), grads)], norm
