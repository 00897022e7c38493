"""The contrastive loss of CLIP: both directions of InfoNCE on normalised embeddings.

Conventions: I and T are (N, D), row n of both belongs together; logit_scale = 1/τ multiplies as it
is; natural logarithm; each direction is a mean over the N pairs, and the loss is their mean.
"""

import numpy as np


def _log_softmax(z: np.ndarray) -> np.ndarray:
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    return shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))


def _normalise(x: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    norm = np.sqrt(np.sum(x**2, axis=1, keepdims=True))
    # mistake root-missing: norm = np.sum(x**2, axis=1, keepdims=True)
    # mistake norm-axis: norm = np.sqrt(np.sum(x**2, axis=0, keepdims=True))
    # mistake norm-of-whole-array: norm = np.sqrt(np.sum(x**2))
    # mistake norm-for-rms: norm = np.sqrt(np.mean(x**2, axis=1, keepdims=True))
    return x / norm, norm


def _normalise_backward(g: np.ndarray, unit: np.ndarray, norm: np.ndarray) -> np.ndarray:
    # A change along the vector itself does not change its direction: that part of g drops out.
    return (g - np.sum(g * unit, axis=1, keepdims=True) * unit) / norm
    # mistake norm-constant: return g / norm
    # mistake norm-division-missing: return g - np.sum(g * unit, axis=1, keepdims=True) * unit
    # mistake normalisation-gradient-missing: return g
    # mistake sign-flipped: return (g + np.sum(g * unit, axis=1, keepdims=True) * unit) / norm
    # mistake unnormalised-direction: return (g - np.sum(g * unit * norm, axis=1, keepdims=True) * unit * norm) / norm
    # mistake projection-entrywise: return (g - g * unit * unit) / norm


def clip_loss(
    I: np.ndarray, T: np.ndarray, logit_scale: float
) -> tuple[float, np.ndarray, np.ndarray]:
    """CLIP's loss of N pairs of embeddings, and its gradients.

    Î = I / ‖I‖,  T̂ = T / ‖T‖ (row by row),  S = logit_scale · Î T̂ᵀ
    L = ½ · (−1/N Σ_n log softmax(S)[n, n] − 1/N Σ_n log softmax(Sᵀ)[n, n])

    I, T: embeddings (N, D), not normalised; logit_scale: a number > 0.
    Returns the loss (a number), dI = ∂L/∂I and dT = ∂L/∂T, both (N, D).

    >>> I, T = np.array([[2.0, 0.0], [0.0, 3.0]]), np.array([[1.0, 0.0], [0.0, 5.0]])
    >>> loss, dI, dT = clip_loss(I, T, 1.0)
    >>> round(float(loss), 4), dI.round(4).tolist()
    (0.3133, [[0.0, 0.0672], [0.0448, 0.0]])
    """
    n = I.shape[0]
    image, image_norm = _normalise(I)
    # mistake normalisation-forgotten/both: image, image_norm = I, np.ones((n, 1))
    # mistake normalisation-forgotten: image, image_norm = I, np.ones((n, 1))
    text, text_norm = _normalise(T)
    # mistake normalisation-forgotten/both: text, text_norm = T, np.ones((n, 1))
    # mistake normalisation-forgotten: text, text_norm = T, np.ones((n, 1))
    S = logit_scale * image @ text.T
    # mistake temperature-ignored/both: S = image @ text.T
    # mistake temperature-inverted/both: S = image @ text.T / logit_scale
    # mistake scale-exponentiated/both: S = np.exp(logit_scale) * image @ text.T
    log_rows, log_columns = _log_softmax(S), _log_softmax(S.T).T
    # mistake one-direction-only: log_rows, log_columns = _log_softmax(S), _log_softmax(S)
    # mistake one-direction-only: log_rows, log_columns = _log_softmax(S.T).T, _log_softmax(S.T).T
    # mistake transpose-missing: log_rows, log_columns = _log_softmax(S), _log_softmax(S.T)
    loss = -(np.trace(log_rows) + np.trace(log_columns)) / (2 * n)
    # mistake one-direction-only/both: loss = -np.trace(log_rows) / n
    # mistake directions-added/both: loss = -(np.trace(log_rows) + np.trace(log_columns)) / n
    # mistake directions-added: loss = -(np.trace(log_rows) + np.trace(log_columns)) / n
    # mistake loss-mean-missing: loss = -(np.trace(log_rows) + np.trace(log_columns)) / 2
    # convention reduction-sum instead of reduction-mean: loss = -(np.trace(log_rows) + np.trace(log_columns)) / 2
    # mistake sign-flipped: loss = (np.trace(log_rows) + np.trace(log_columns)) / (2 * n)
    # mistake negatives-in-loss: loss = -np.mean(log_rows + log_columns) / 2

    # The labels of both directions stand on the diagonal.
    dS = (np.exp(log_rows) + np.exp(log_columns) - 2.0 * np.eye(n)) / (2 * n)
    # mistake one-direction-only/both: dS = (np.exp(log_rows) - np.eye(n)) / n
    # mistake directions-added/both: dS = (np.exp(log_rows) + np.exp(log_columns) - 2.0 * np.eye(n)) / n
    # mistake one-direction-only: dS = (np.exp(log_rows) - np.eye(n)) / (2 * n)
    # mistake one-direction-only: dS = (np.exp(log_columns) - np.eye(n)) / (2 * n)
    # mistake half-dropped: dS = (np.exp(log_rows) + np.exp(log_columns) - 2.0 * np.eye(n)) / n
    # mistake mean-missing: dS = (np.exp(log_rows) + np.exp(log_columns) - 2.0 * np.eye(n)) / 2
    # convention reduction-sum instead of reduction-mean: dS = (np.exp(log_rows) + np.exp(log_columns) - 2.0 * np.eye(n)) / 2
    # mistake label-subtracted-once: dS = (np.exp(log_rows) + np.exp(log_columns) - np.eye(n)) / (2 * n)
    # mistake onehot-not-subtracted: dS = (np.exp(log_rows) + np.exp(log_columns)) / (2 * n)
    # mistake sign-flipped: dS = (2.0 * np.eye(n) - np.exp(log_rows) - np.exp(log_columns)) / (2 * n)
    d_image, d_text = logit_scale * dS @ text, logit_scale * dS.T @ image
    # mistake temperature-ignored/both: d_image, d_text = dS @ text, dS.T @ image
    # mistake temperature-inverted/both: d_image, d_text = dS @ text / logit_scale, dS.T @ image / logit_scale
    # mistake scale-exponentiated/both: d_image, d_text = np.exp(logit_scale) * dS @ text, np.exp(logit_scale) * dS.T @ image
    # mistake temperature-missing-in-gradient: d_image, d_text = dS @ text, dS.T @ image
    # mistake temperature-twice-in-gradient: d_image, d_text = logit_scale**2 * dS @ text, logit_scale**2 * dS.T @ image
    # mistake transpose-missing: d_image, d_text = logit_scale * dS @ text, logit_scale * dS @ image
    # mistake transpose-missing: d_image, d_text = logit_scale * dS.T @ text, logit_scale * dS.T @ image
    # mistake unnormalised-input: d_image, d_text = logit_scale * dS @ T, logit_scale * dS.T @ I
    dI = _normalise_backward(d_image, image, image_norm)
    # mistake norm-of-other-side: dI = _normalise_backward(d_image, image, text_norm)
    return loss, dI, _normalise_backward(d_text, text, text_norm)
    # mistake norm-of-other-side: return loss, dI, _normalise_backward(d_text, text, image_norm)
