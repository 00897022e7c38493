"""Knowledge distillation: loss and gradient for the student.

Conventions: KL from the teacher to the student at temperature T, times T²; cross-entropy with the
labels at temperature 1; natural logarithm; both terms are means over the N samples.
"""

import numpy as np


def _log_softmax(z: np.ndarray) -> np.ndarray:
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: return shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))


def distillation_loss(
    zs: np.ndarray, zt: np.ndarray, y: np.ndarray, T: float, alpha: float
) -> tuple[float, np.ndarray]:
    """Distillation loss of a batch, and its gradient with respect to the student's logits.

    L = alpha · T² · KL(pt ‖ ps) + (1 − alpha) · CE,  ps = softmax(zs/T),  pt = softmax(zt/T)
    KL(pt ‖ ps) = 1/N Σ_n Σ_k pt · (log pt − log ps),  CE = −1/N Σ_n log softmax(zs)[n, y_n]

    zs, zt: logits of the student and of the teacher (N, C); y: integer labels (N,);
    T: the temperature > 0; alpha: the weight of the soft term, in [0, 1].
    Returns the loss (a number) and dzs = ∂L/∂zs (N, C).

    >>> zs, zt = np.zeros((1, 2)), np.array([[0.0, 0.0]])
    >>> loss, dzs = distillation_loss(zs, zt, np.array([1]), T=2.0, alpha=0.5)
    >>> round(float(loss), 4), dzs.tolist()
    (0.3466, [[0.25, -0.25]])
    """
    n, c = zs.shape
    rows = np.arange(n)
    log_s, log_t = _log_softmax(zs / T), _log_softmax(zt / T)
    # mistake temperature-ignored: log_s, log_t = _log_softmax(zs), _log_softmax(zt)
    # mistake temperature-multiplied: log_s, log_t = _log_softmax(zs * T), _log_softmax(zt * T)
    # mistake temperature-on-one-side: log_s, log_t = _log_softmax(zs / T), _log_softmax(zt)
    # mistake temperature-on-one-side: log_s, log_t = _log_softmax(zs), _log_softmax(zt / T)
    log_p = _log_softmax(zs)
    # mistake temperature-on-hard-term: log_p = _log_softmax(zs / T)
    soft = np.sum(np.exp(log_t) * (log_t - log_s)) / n
    # mistake divergence-direction/both: soft = np.sum(np.exp(log_s) * (log_s - log_t)) / n
    # mistake divergence-direction: soft = np.sum(np.exp(log_s) * (log_s - log_t)) / n
    # mistake teacher-entropy-missing: soft = -np.sum(np.exp(log_t) * log_s) / n
    # mistake mean-over-classes: soft = np.mean(np.exp(log_t) * (log_t - log_s))
    # mistake sign-flipped: soft = np.sum(np.exp(log_t) * (log_s - log_t)) / n
    # mistake loss-mean-missing: soft = np.sum(np.exp(log_t) * (log_t - log_s))
    # convention reduction-sum instead of reduction-mean: soft = np.sum(np.exp(log_t) * (log_t - log_s))
    hard = -np.sum(log_p[rows, y]) / n
    # mistake sign-flipped: hard = np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: hard = -np.sum(log_p[rows, y])
    # convention reduction-sum instead of reduction-mean: hard = -np.sum(log_p[rows, y])
    loss = alpha * T**2 * soft + (1.0 - alpha) * hard
    # mistake temperature-square-missing/both: loss = alpha * soft + (1.0 - alpha) * hard
    # mistake temperature-square-missing: loss = alpha * soft + (1.0 - alpha) * hard
    # mistake square-missing: loss = alpha * T * soft + (1.0 - alpha) * hard
    # mistake coefficients-swapped/both: loss = (1.0 - alpha) * T**2 * soft + alpha * hard
    # mistake complement-missing/both: loss = alpha * T**2 * soft + hard
    # mistake temperature-square-on-both: loss = T**2 * (alpha * soft + (1.0 - alpha) * hard)

    onehot = np.eye(c)[y]
    # One 1/T of the inner derivative is left of T²·(1/T).
    soft_grad = alpha * T * (np.exp(log_s) - np.exp(log_t))
    # mistake temperature-square-missing/both: soft_grad = alpha / T * (np.exp(log_s) - np.exp(log_t))
    # mistake temperature-square-missing: soft_grad = alpha / T * (np.exp(log_s) - np.exp(log_t))
    # mistake inner-derivative-missing: soft_grad = alpha * T**2 * (np.exp(log_s) - np.exp(log_t))
    # mistake temperature-ignored: soft_grad = alpha * (np.exp(log_s) - np.exp(log_t))
    # mistake sign-flipped: soft_grad = alpha * T * (np.exp(log_t) - np.exp(log_s))
    # mistake coefficients-swapped/both: soft_grad = (1.0 - alpha) * T * (np.exp(log_s) - np.exp(log_t))
    # mistake divergence-direction/both: soft_grad = alpha * T * np.exp(log_s) * (log_s - log_t - np.sum(np.exp(log_s) * (log_s - log_t), axis=1, keepdims=True))
    hard_grad = (1.0 - alpha) * (np.exp(log_p) - onehot)
    # mistake coefficients-swapped/both: hard_grad = alpha * (np.exp(log_p) - onehot)
    # mistake complement-missing/both: hard_grad = np.exp(log_p) - onehot
    # mistake onehot-not-subtracted: hard_grad = (1.0 - alpha) * np.exp(log_p)
    # mistake sign-flipped: hard_grad = (1.0 - alpha) * (onehot - np.exp(log_p))
    # mistake temperature-on-hard-term: hard_grad = (1.0 - alpha) * (np.exp(log_s) - onehot)
    dzs = (soft_grad + hard_grad) / n
    # mistake mean-missing: dzs = soft_grad + hard_grad
    # convention reduction-sum instead of reduction-mean: dzs = soft_grad + hard_grad
    # mistake first-term-missing: dzs = hard_grad / n
    # mistake second-term-missing: dzs = soft_grad / n
    # mistake mean-over-classes: dzs = (soft_grad + hard_grad) / zs.size
    return loss, dzs
