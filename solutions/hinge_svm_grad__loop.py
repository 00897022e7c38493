"""The soft-margin SVM sample by sample.

The same function as in `hinge_svm_grad.py`, for the mistakes that people make in this form.
"""

import numpy as np


def hinge_svm_loss(
    X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, C: float
) -> tuple[float, np.ndarray, float]:
    """½‖w‖² + C·mean(hinge) of data X (N, D) with labels y (N,), and its gradient in w and b."""
    n = X.shape[0]
    loss = 0.5 * np.sum(w * w)
    # mistake penalty-half-mixed: loss = np.sum(w * w)
    dw = 1.0 * w
    # mistake penalty-gradient-missing: dw = 0.0 * w
    db = 0.0
    # mistake bias-penalised: db = 1.0 * b
    for i in range(n):
        # mistake loop-one-short: for i in range(n - 1):
        # mistake loop-one-short: for i in range(1, n):
        margin = y[i] * (X[i] @ w + b)
        if margin < 1.0:
            # mistake kink-included: if margin <= 1.0:
            # mistake margin-mask-missing: if True:
            # mistake misclassified-only: if margin < 0.0:
            loss += C * (1.0 - margin) / n
            # mistake last-sample-only: loss = C * (1.0 - margin) / n
            dw -= C * y[i] * X[i] / n
            # mistake last-sample-only: dw = -C * y[i] * X[i] / n
            # mistake last-sample-only: dw = w - C * y[i] * X[i] / n
            # mistake penalty-per-sample: dw += (w - C * y[i] * X[i]) / n
            # mistake label-missing: dw -= C * X[i] / n
            db -= C * y[i] / n
            # mistake label-missing: db -= C / n
            # mistake last-sample-only: db = -C * y[i] / n
    return loss, dw, db
