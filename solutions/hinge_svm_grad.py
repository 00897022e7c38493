"""Soft-margin linear SVM in its primal form: objective and sub-gradient.

Conventions: data X (N, D), labels y (N,) in {−1, +1}, weights w (D,), bias b (a number);
L = ½‖w‖² + C·mean(hinge). The bias is not penalised. Where a margin is exactly 1 the
sub-gradient 0 of the hinge is taken.
"""

import numpy as np


def hinge_svm_loss(
    X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float, C: float
) -> tuple[float, np.ndarray, float]:
    """Objective of the soft-margin SVM and its gradient with respect to w and b.

    L = ½‖w‖² + C/N Σ_n max(0, 1 − y[n]·(X[n]·w + b))

    X: data (N, D); y: labels (N,), each −1 or +1; w: weights (D,); b: bias; C: weight of the hinge.
    Returns the objective (a number), dw (D,) and db (a number).

    >>> X, y = np.array([[1.0], [3.0]]), np.array([1.0, -1.0])
    >>> loss, dw, db = hinge_svm_loss(X, y, np.array([0.5]), b=1.0, C=2.0)
    >>> float(loss), dw.tolist(), float(db)
    (3.625, [3.5], 1.0)
    """
    n = X.shape[0]
    margins = y * (X @ w + b)
    # mistake bias-missing: margins = y * (X @ w)
    # mistake label-missing: margins = X @ w + b
    # mistake sign-flipped: margins = y * (X @ w - b)
    hinge = np.maximum(0.0, 1.0 - margins)
    # mistake margin-constant-missing: hinge = np.maximum(0.0, -margins)
    # mistake hinge-missing: hinge = 1.0 - margins
    # mistake sign-flipped: hinge = np.maximum(0.0, 1.0 + margins)
    weight = C / n
    # convention svm-c-sum instead of svm-c-mean: weight = C
    # convention svm-lambda instead of svm-c-mean: weight = 1.0 / n
    # mistake hinge-weight-missing: weight = 1.0 / n
    loss = 0.5 * np.sum(w * w) + weight * np.sum(hinge)
    # convention svm-lambda instead of svm-c-mean: loss = 0.5 * C * np.sum(w * w) + weight * np.sum(hinge)
    # mistake loss-mean-missing: loss = 0.5 * np.sum(w * w) + C * np.sum(hinge)
    # mistake bias-penalised/both: loss = 0.5 * (np.sum(w * w) + b * b) + weight * np.sum(hinge)
    # mistake penalty-missing-in-loss: loss = weight * np.sum(hinge)
    # mistake penalty-half-mixed: loss = np.sum(w * w) + weight * np.sum(hinge)
    # mistake hinge-weight-missing: loss = 0.5 * np.sum(w * w) + np.sum(hinge) / n
    # mistake penalty-over-n: loss = 0.5 * np.sum(w * w) / n + weight * np.sum(hinge)
    # mistake square-kept: loss = 0.5 * np.sum(w * w) + weight * np.sum(hinge**2)
    # mistake violations-counted: loss = 0.5 * np.sum(w * w) + weight * np.sum(hinge > 0)
    # mistake root-taken: loss = 0.5 * np.sqrt(np.sum(w * w)) + weight * np.sum(hinge)

    # Only samples inside the margin or on the wrong side pull at the plane, all equally hard.
    pull = np.where(margins < 1.0, y, 0.0)
    # mistake kink-included: pull = np.where(margins <= 1.0, y, 0.0)
    # mistake margin-mask-missing: pull = 1.0 * y
    # mistake misclassified-only: pull = np.where(margins < 0.0, y, 0.0)
    # mistake label-missing: pull = np.where(margins < 1.0, 1.0, 0.0)
    # mistake mask-inverted: pull = np.where(margins > 1.0, y, 0.0)
    # mistake value-for-derivative: pull = hinge * y
    dw = w - weight * (X.T @ pull)
    # convention svm-lambda instead of svm-c-mean: dw = C * w - weight * (X.T @ pull)
    # mistake sign-flipped: dw = w + weight * (X.T @ pull)
    # mistake mean-missing: dw = w - C * (X.T @ pull)
    # mistake penalty-gradient-missing: dw = -weight * (X.T @ pull)
    # mistake penalty-half-mixed: dw = 2.0 * w - weight * (X.T @ pull)
    # mistake hinge-weight-missing: dw = w - (X.T @ pull) / n
    # mistake averaged-over-violators: dw = w - C * (X.T @ pull) / max(np.sum(margins < 1.0), 1)
    # mistake transpose-missing: dw = w - weight * (X @ pull)
    # mistake penalty-over-n: dw = w / n - weight * (X.T @ pull)
    # mistake half-kept: dw = 0.5 * w - weight * (X.T @ pull)
    # mistake sign-flipped: dw = weight * (X.T @ pull) - w
    db = -weight * np.sum(pull)
    # mistake bias-penalised: db = b - weight * np.sum(pull)
    # mistake bias-penalised/both: db = b - weight * np.sum(pull)
    # mistake sign-flipped: db = weight * np.sum(pull)
    # mistake mean-missing: db = -C * np.sum(pull)
    # mistake hinge-weight-missing: db = -np.sum(pull) / n
    # mistake label-missing: db = -weight * np.sum(margins < 1.0)
    # mistake batch-sum-missing: db = -weight * pull
    # mistake averaged-over-violators: db = -C * np.sum(pull) / max(np.sum(margins < 1.0), 1)
    return loss, dw, db
