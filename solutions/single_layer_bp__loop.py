"""One sigmoid unit with squared error, sample by sample.

The same function as in `single_layer_bp.py`, for the mistakes that people make in this form.
"""

import numpy as np


def single_layer_loss(
    x: np.ndarray, y: np.ndarray, w: np.ndarray, b: float
) -> tuple[float, np.ndarray, float]:
    """Mean squared error of σ(x·w + b) for x (N, D), with the gradients of w (D,) and b."""
    n, d = x.shape
    loss, dw, db = 0.0, np.zeros(d), 0.0
    for row in range(n):
        z = x[row] @ w + b
        a = 0.5 * (1.0 + np.tanh(0.5 * z))
        loss += (a - y[row]) ** 2
        # mistake last-sample-only: loss = (a - y[row]) ** 2
        delta = 2.0 * (a - y[row]) * a * (1.0 - a)
        # mistake factor-two-dropped: delta = (a - y[row]) * a * (1.0 - a)
        # mistake activation-slope-missing: delta = 2.0 * (a - y[row])
        # mistake derivative-of-preactivation: delta = 2.0 * (a - y[row]) * z * (1.0 - z)
        dw += delta * x[row]
        # mistake last-sample-only: dw = delta * x[row]
        # mistake input-missing: dw += delta
        # mistake weight-for-input: dw += delta * w
        # mistake sum-axis: dw += delta * x[row].sum()
        db += delta
        # mistake last-sample-only: db = delta
        # mistake weight-for-input: db += delta * b
    loss /= n
    # mistake loss-mean-missing: pass
    dw /= n
    # mistake mean-missing: pass
    # mistake mean-over-features-only: dw /= d
    # mistake mean-missing/both: pass
    db /= n
    # mistake mean-missing: pass
    # mistake mean-missing/both: pass
    return loss, dw, db
