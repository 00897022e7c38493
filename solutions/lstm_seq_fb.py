"""An LSTM over a whole sequence, forward and backward through time.

Conventions: x (N, T, D), hidden states (N, T, H), Wx (D, 4H), Wh (H, 4H), b (4H,); the four blocks
of columns are the input, forget and output gates and the candidate: i, f, o, g. The hidden state
starts at h0, the cell at zero. The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray, list]


def _sigmoid(a: np.ndarray) -> np.ndarray:
    """σ(a) in a form that cannot overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * a))


def lstm_forward(
    x: np.ndarray, h0: np.ndarray, Wx: np.ndarray, Wh: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, Cache]:
    """All hidden states of an LSTM whose cell starts at zero.

    [a_i, a_f, a_o, a_g] = x[t]·Wx + h[t−1]·Wh + b   (four blocks of H columns)
    i, f, o = σ(a_i), σ(a_f), σ(a_o),  g = tanh(a_g)
    c[t] = f ⊙ c[t−1] + i ⊙ g,  h[t] = o ⊙ tanh(c[t]);  h[−1] = h0, c[−1] = 0

    x: inputs (N, T, D); h0: initial hidden state (N, H); Wx: (D, 4H); Wh: (H, 4H); b: (4H,).
    Returns h (N, T, H) and a cache.

    >>> x, h0, w = np.ones((1, 2, 1)), np.zeros((1, 1)), np.zeros((1, 4))
    >>> h, _ = lstm_forward(x, h0, w, w, np.array([0.0, 0.0, 0.0, 10.0]))
    >>> h.round(4).tolist()
    [[[0.2311], [0.3176]]]
    """
    n, steps, _ = x.shape
    h = np.zeros((n, steps, h0.shape[1]))
    prev_h, prev_c = h0, np.zeros(h0.shape)
    # mistake initial-state-ignored: prev_h, prev_c = np.zeros(h0.shape), np.zeros(h0.shape)
    # mistake hidden-for-cell: prev_h, prev_c = h0, h0
    saved = []
    for t in range(steps):
        # mistake sequence-read-backwards: for t in reversed(range(steps)):
        # mistake loop-one-short: for t in range(steps - 1):
        a = x[:, t] @ Wx + prev_h @ Wh + b
        # mistake state-not-carried: a = x[:, t] @ Wx + h0 @ Wh + b
        # mistake bias-missing: a = x[:, t] @ Wx + prev_h @ Wh
        # mistake state-dropped: a = x[:, t] @ Wx + b
        # mistake cell-for-hidden: a = x[:, t] @ Wx + prev_c @ Wh + b
        # mistake first-input-repeated: a = x[:, 0] @ Wx + prev_h @ Wh + b
        a_i, a_f, a_o, a_g = np.split(a, 4, axis=1)
        # mistake reshape-for-transpose: a_i, a_f, a_o, a_g = a.reshape(4, len(a), -1)
        # convention lstm-gates-ifgo instead of lstm-gates-ifog: a_i, a_f, a_g, a_o = np.split(a, 4, axis=1)
        # mistake gates-swapped: a_f, a_i, a_o, a_g = np.split(a, 4, axis=1)
        # mistake gate-order-mixed: a_i, a_o, a_f, a_g = np.split(a, 4, axis=1)
        i, f, o = _sigmoid(a_i), _sigmoid(a_f), _sigmoid(a_o)
        # mistake tanh-in-gate: i, f, o = np.tanh(a_i), np.tanh(a_f), np.tanh(a_o)
        g = np.tanh(a_g)
        # mistake sigmoid-for-tanh: g = _sigmoid(a_g)
        # mistake activation-missing: g = a_g
        next_c = f * prev_c + i * g
        # mistake old-cell-missing: next_c = i * g
        # mistake forget-gate-missing: next_c = prev_c + i * g
        # mistake input-gate-missing: next_c = f * prev_c + g
        # mistake input-gate-coupled: next_c = f * prev_c + (1.0 - f) * g
        # mistake hidden-for-cell: next_c = f * prev_h + i * g
        # mistake gates-swapped: next_c = i * prev_c + f * g
        next_h = o * np.tanh(next_c)
        # mistake activation-missing: next_h = o * next_c
        # mistake output-gate-missing: next_h = np.tanh(next_c)
        saved.append((prev_h, prev_c, i, f, o, g, next_c))
        h[:, t] = next_h
        # mistake cell-for-hidden: h[:, t] = next_c
        prev_h, prev_c = next_h, next_c
        # mistake old-cell-missing: prev_h = next_h
        # mistake state-not-carried: prev_c = next_c
    return h, (x, Wx, Wh, saved)


def lstm_backward(
    dh: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Backpropagation through time of an LSTM.

    Two gradients travel back from step to step: that of the hidden state, and that of the cell.

    dh: upstream gradients ∂L/∂h of all steps (N, T, H); cache: what `lstm_forward` stored.
    Returns dx (N, T, D), dh0 (N, H), dWx (D, 4H), dWh (H, 4H) and db (4H,).

    >>> x, h0, w = np.zeros((1, 2, 1)), np.zeros((1, 1)), np.zeros((1, 4))
    >>> _, cache = lstm_forward(x, h0, w, w, np.zeros(4))
    >>> dx, dh0, dWx, dWh, db = lstm_backward(np.array([[[0.0], [1.0]]]), cache)
    >>> db.tolist()
    [0.0, 0.0, 0.0, 0.375]
    """
    x, Wx, Wh, saved = cache
    n, steps, _ = x.shape
    dx, dWx, dWh, db = (
        np.zeros(x.shape),
        np.zeros(Wx.shape),
        np.zeros(Wh.shape),
        np.zeros(Wh.shape[1]),
    )
    dnext_h, dnext_c = np.zeros((n, Wh.shape[0])), np.zeros((n, Wh.shape[0]))
    for t in reversed(range(steps)):
        # mistake time-not-reversed: for t in range(steps):
        # mistake loop-one-short: for t in range(steps - 1, 0, -1):
        prev_h, prev_c, i, f, o, g, next_c = saved[t]
        # mistake wrong-time-step: prev_h, prev_c, i, f, o, g, next_c = saved[t - 1]
        tanh_c = np.tanh(next_c)
        dtotal_h = dh[:, t] + dnext_h
        # mistake gradient-from-next-step-missing: dtotal_h = dh[:, t]
        # mistake upstream-of-last-step-only: dtotal_h = dh[:, t] * (t == steps - 1) + dnext_h
        # mistake sign-flipped: dtotal_h = dh[:, t] - dnext_h
        do = dtotal_h * tanh_c
        # mistake gradient-from-next-step-missing: do = dh[:, t] * tanh_c
        # mistake activation-missing: do = dtotal_h * next_c
        dc = dnext_c + dtotal_h * o * (1.0 - tanh_c**2)
        # mistake cell-gradient-from-next-missing: dc = dtotal_h * o * (1.0 - tanh_c**2)
        # mistake cell-gradient-from-hidden-missing: dc = dnext_c
        # mistake gradient-from-next-step-missing: dc = dnext_c + dh[:, t] * o * (1.0 - tanh_c**2)
        # mistake activation-slope-missing: dc = dnext_c + dtotal_h * o
        # mistake cell-for-its-tanh: dc = dnext_c + dtotal_h * o * (1.0 - next_c**2)
        # mistake output-gate-missing: dc = dnext_c + dtotal_h * (1.0 - tanh_c**2)
        di, df, dg = dc * g, dc * prev_c, dc * i
        # mistake wrong-time-step: di, df, dg = dc * g, dc * next_c, dc * i
        # mistake gates-swapped: di, df, dg = dc * prev_c, dc * g, dc * i
        # mistake hidden-for-cell: di, df, dg = dc * g, dc * prev_h, dc * i
        dnext_c = dc * f
        # mistake forget-gate-missing: dnext_c = dc
        # mistake gradient-from-next-step-piled-up: dnext_c = dnext_c + dc * f
        # mistake gate-mixed-up: dnext_c = dc * i

        # Derivatives of σ and tanh in terms of their own outputs, blocks in the order i, f, o, g.
        da = np.hstack(
            [di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)]
        )
        # mistake reshape-for-transpose: da = np.stack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)]).reshape(len(g), -1)
        # convention lstm-gates-ifgo instead of lstm-gates-ifog: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), dg * (1.0 - g**2), do * o * (1.0 - o)])
        # mistake gate-order-mixed: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), dg * (1.0 - g**2), do * o * (1.0 - o)])
        # mistake activation-slope-missing: da = np.hstack([di, df, do, dg])
        # mistake activation-slope-missing: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg])
        # mistake sigmoid-for-tanh: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * g * (1.0 - g)])
        # mistake derivative-incomplete: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g)])
        dx[:, t] = da @ Wx.T
        dnext_h = da @ Wh.T
        # mistake gradient-from-next-step-piled-up: dnext_h = dnext_h + da @ Wh.T
        # mistake residual-added: dnext_h = da @ Wh.T + dtotal_h
        dWx += x[:, t].T @ da
        # mistake time-sum-overwritten/all: dWx = x[:, t].T @ da
        # mistake time-sum-overwritten: dWx = x[:, t].T @ da
        # mistake averaged-over-time: dWx += x[:, t].T @ da / steps
        # mistake mean-twice: dWx += x[:, t].T @ da / n
        dWh += prev_h.T @ da
        # mistake time-sum-overwritten/all: dWh = prev_h.T @ da
        # mistake time-sum-overwritten: dWh = prev_h.T @ da
        # mistake cell-for-hidden: dWh += prev_c.T @ da
        # mistake wrong-time-step: dWh += (o * tanh_c).T @ da
        # mistake averaged-over-time: dWh += prev_h.T @ da / steps
        db += np.sum(da, axis=0)
        # mistake time-sum-overwritten/all: db = np.sum(da, axis=0)
        # mistake time-sum-overwritten: db = np.sum(da, axis=0)
        # mistake averaged-over-time: db += np.sum(da, axis=0) / steps
        # mistake mean-twice: db += np.mean(da, axis=0)
    return dx, dnext_h, dWx, dWh, db
    # mistake initial-state-gradient-missing: return dx, np.zeros_like(dnext_h), dWx, dWh, db
