"""As torch does: the norm of the vector of norms, and a coefficient that is clamped to 1."""

import numpy as np


def clip_grad_norm_(parameters, max_norm):
    norms = np.array([np.linalg.norm(p.ravel()) for p in parameters])
    total_norm = np.linalg.norm(norms)
    clip_coef = np.clip(max_norm / np.maximum(total_norm, 1e-12), None, 1.0)
    return tuple(np.multiply(p, clip_coef) for p in parameters), total_norm
