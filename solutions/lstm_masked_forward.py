"""Forward pass of an LSTM over padded sequences, with a mask that says which steps are real.

Conventions: x (N, T, D), mask (N, T) with 1 for a real step and 0 for padding; gates in the order
i, f, o, g; at a padded step state and cell stay as they were and the output is 0.
"""

import numpy as np


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def lstm_masked_forward(
    x: np.ndarray,
    mask: np.ndarray,
    h0: np.ndarray,
    c0: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    b: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Outputs of all steps, and the state and cell after the last real step of each sequence.

    a = x_t·Wx + h·Wh + b, its blocks i, f, o, g;  c̃ = σ(f)⊙c + σ(i)⊙tanh(g),  h̃ = σ(o)⊙tanh(c̃)
    where mask[n, t] = 1: c ← c̃, h ← h̃, out[n, t] = h̃; else c and h stay and out[n, t] = 0

    x: (N, T, D); mask: (N, T) of 0 and 1; h0, c0: (N, H); Wx: (D, 4H); Wh: (H, 4H); b: (4H,).
    Returns out (N, T, H), the last h (N, H) and the last c (N, H).

    >>> x, zero, W = np.ones((1, 2, 1)), np.zeros((1, 1)), np.ones((1, 4))
    >>> out, h, c = lstm_masked_forward(x, np.array([[1, 0]]), zero, zero, W, W, np.zeros(4))
    >>> out.round(3).ravel().tolist(), h.round(3).ravel().tolist(), c.round(3).ravel().tolist()
    ([0.37, 0.0], [0.37], [0.557])
    """
    n, steps, _ = x.shape
    h, c = h0, c0
    # mistake initial-state-ignored: h, c = np.zeros_like(h0), np.zeros_like(c0)
    # mistake states-exchanged: h, c = c0, h0
    out = np.zeros((n, steps, h0.shape[1]))
    for t in range(steps):
        # mistake sequence-read-backwards: for t in reversed(range(steps)):
        # mistake loop-one-short: for t in range(steps - 1):
        real = mask[:, t, None] > 0
        # mistake mask-inverted-in-time: real = mask[:, t, None] == 0
        # mistake mask-of-first-sequence: real = mask[0, t, None] > 0
        # mistake mask-one-step-late: real = (mask[:, t - 1, None] if t else np.ones((n, 1))) > 0
        # mistake mask-one-step-early: real = mask[:, min(t + 1, steps - 1), None] > 0
        # mistake mask-read-backwards: real = mask[:, steps - 1 - t, None] > 0
        # mistake mask-one-step-late: real = mask[:, max(t - 1, 0), None] > 0
        # mistake mask-not-used: real = mask[:, t, None] > -1
        # mistake batch-stops-together: real = (mask[:, t].min() > 0) * np.ones((n, 1)) > 0
        a = x[:, t] @ Wx + h @ Wh + b
        # mistake inputs-masked-only/all: a = (x[:, t] * mask[:, t, None]) @ Wx + h @ Wh + b
        # mistake state-not-carried: a = x[:, t] @ Wx + h0 @ Wh + b
        # mistake bias-missing: a = x[:, t] @ Wx + h @ Wh
        # mistake state-dropped: a = x[:, t] @ Wx + b
        # mistake cell-for-hidden: a = x[:, t] @ Wx + c @ Wh + b
        # mistake first-input-repeated: a = x[:, 0] @ Wx + h @ Wh + b
        a_i, a_f, a_o, a_g = np.split(a, 4, axis=1)
        # mistake reshape-for-transpose: a_i, a_f, a_o, a_g = a.reshape(4, len(a), -1)
        # mistake gates-swapped: a_f, a_i, a_o, a_g = np.split(a, 4, axis=1)
        # convention lstm-gates-ifgo instead of lstm-gates-ifog: a_i, a_f, a_g, a_o = np.split(a, 4, axis=1)
        # mistake gate-order-mixed: a_i, a_o, a_f, a_g = np.split(a, 4, axis=1)
        next_c = _sigmoid(a_f) * c + _sigmoid(a_i) * np.tanh(a_g)
        # mistake forget-gate-missing: next_c = c + _sigmoid(a_i) * np.tanh(a_g)
        # mistake input-gate-missing: next_c = _sigmoid(a_f) * c + np.tanh(a_g)
        # mistake old-cell-missing: next_c = _sigmoid(a_i) * np.tanh(a_g)
        # mistake sigmoid-for-tanh: next_c = _sigmoid(a_f) * c + _sigmoid(a_i) * _sigmoid(a_g)
        # mistake input-gate-coupled: next_c = _sigmoid(a_f) * c + (1.0 - _sigmoid(a_f)) * np.tanh(a_g)
        next_h = _sigmoid(a_o) * np.tanh(next_c)
        # mistake activation-missing: next_h = _sigmoid(a_o) * next_c
        # mistake output-gate-missing: next_h = np.tanh(next_c)
        # mistake old-cell-in-output: next_h = _sigmoid(a_o) * np.tanh(c)
        # Padding changes nothing: the last state of a short sequence is that of its last real step.
        h = np.where(real, next_h, h)
        # mistake state-zeroed-at-padding/all: h = np.where(real, next_h, 0.0)
        # mistake state-not-kept/all: h = next_h
        # mistake inputs-masked-only/all: h = next_h
        # mistake state-not-kept: h = next_h
        # mistake state-zeroed-at-padding: h = np.where(real, next_h, 0.0)
        # mistake state-reset-to-start: h = np.where(real, next_h, h0)
        c = np.where(real, next_c, c)
        # mistake state-zeroed-at-padding/all: c = np.where(real, next_c, 0.0)
        # mistake state-not-kept/all: c = next_c
        # mistake inputs-masked-only/all: c = next_c
        # mistake cell-not-kept: c = next_c
        # mistake cell-zeroed-at-padding: c = np.where(real, next_c, 0.0)
        out[:, t] = np.where(real, next_h, 0.0)
        # mistake outputs-not-masked: out[:, t] = h
        # mistake outputs-not-masked: out[:, t] = next_h
        # mistake inputs-masked-only/all: out[:, t] = next_h
        # mistake cell-for-hidden: out[:, t] = np.where(real, next_c, 0.0)
    last_h, last_c = h, c
    # mistake last-output-for-state: last_h, last_c = out[:, -1], c
    return out, last_h, last_c
