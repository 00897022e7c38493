"""Clipping gradients by their global norm.

Conventions: the L2 norm of all arrays together; the arrays are left alone and new ones returned;
the norm that is returned is the one before clipping.
"""

import numpy as np


def clip_grad_norm(grads: list[np.ndarray], max_norm: float) -> tuple[list[np.ndarray], float]:
    """Shrink all gradients by one factor, so that their global norm is at most `max_norm`.

    g = √(Σ_i ‖g_i‖²),  clipped_i = g_i · min(1, max_norm / g)

    grads: arrays of any shapes; max_norm: a positive number.
    Returns the list of clipped arrays and g, the norm before clipping.

    >>> clipped, total_norm = clip_grad_norm([np.array([3.0]), np.array([[4.0, 0.0]])], 1.0)
    >>> [each.round(4).tolist() for each in clipped], float(total_norm)
    ([[0.6], [[0.8, 0.0]]], 5.0)
    """
    total_norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    # mistake root-missing: total_norm = sum(np.sum(grad**2) for grad in grads)
    # mistake norms-summed: total_norm = sum(np.sqrt(np.sum(grad**2)) for grad in grads)
    # mistake absolute-values-summed: total_norm = sum(np.sum(np.abs(grad)) for grad in grads)
    # mistake largest-entry-for-norm: total_norm = max(np.max(np.abs(grad)) for grad in grads)
    # mistake largest-norm-for-global: total_norm = max(np.sqrt(np.sum(grad**2)) for grad in grads)
    # mistake norm-of-last-array: total_norm = np.sqrt(np.sum(grads[-1] ** 2))
    # mistake norm-of-first-array: total_norm = np.sqrt(np.sum(grads[0] ** 2))
    # mistake mean-for-sum: total_norm = np.sqrt(sum(np.mean(grad**2) for grad in grads))
    # mistake square-of-sum: total_norm = np.sqrt(sum(np.sum(grad) ** 2 for grad in grads))
    factor = max_norm / total_norm if total_norm > max_norm else 1.0
    # mistake small-gradients-scaled-up: factor = max_norm / total_norm if total_norm > 0 else 1.0
    # mistake ratio-inverted: factor = total_norm / max_norm if total_norm > max_norm else 1.0
    # mistake clipped-to-one: factor = 1.0 / total_norm if total_norm > max_norm else 1.0
    # mistake multiplied-by-limit: factor = max_norm if total_norm > max_norm else 1.0
    # mistake condition-inverted: factor = 1.0 if total_norm > max_norm else max_norm / max(total_norm, 1e-6)
    # mistake dropped-instead-of-clipped: factor = 0.0 if total_norm > max_norm else 1.0
    clipped = [grad * factor for grad in grads]
    # mistake clipped-array-by-array: clipped = [grad * min(1.0, max_norm / max(np.sqrt(np.sum(grad**2)), 1e-12)) for grad in grads]
    # mistake clipped-by-value: clipped = [np.clip(grad, -max_norm, max_norm) for grad in grads]
    # mistake not-clipped: clipped = list(grads)
    # mistake clipped-twice: clipped = [grad * factor * factor for grad in grads]
    return clipped, total_norm
    # mistake norm-after-clipping: return clipped, total_norm * factor
    # mistake factor-returned: return clipped, factor
