"""One step of an LSTM, forward and backward.

Conventions: x (N, D), hidden state and cell (N, H), Wx (D, 4H), Wh (H, 4H), b (4H,);
the four blocks of columns are, in this order, the input, forget and output gates and the
candidate: i, f, o, g. The upstream gradients already carry any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def _sigmoid(a: np.ndarray) -> np.ndarray:
    """σ(a) in a form that cannot overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * a))


def lstm_step_forward(
    x: np.ndarray,
    prev_h: np.ndarray,
    prev_c: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    b: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, Cache]:
    """One step of an LSTM.

    [a_i, a_f, a_o, a_g] = x·Wx + prev_h·Wh + b   (four blocks of H columns)
    i, f, o = σ(a_i), σ(a_f), σ(a_o),  g = tanh(a_g)
    next_c = f ⊙ prev_c + i ⊙ g,  next_h = o ⊙ tanh(next_c)

    x: inputs (N, D); prev_h, prev_c: previous hidden state and cell (N, H); Wx: (D, 4H);
    Wh: (H, 4H); b: (4H,). Returns next_h (N, H), next_c (N, H) and a cache.

    >>> zero, w = np.zeros((1, 1)), np.zeros((1, 4))
    >>> next_h, next_c, _ = lstm_step_forward(zero, zero, np.array([[2.0]]), w, w, np.zeros(4))
    >>> next_h.round(4).tolist(), next_c.tolist()
    ([[0.3808]], [[1.0]])
    """
    a = x @ Wx + prev_h @ Wh + b
    # mistake bias-missing: a = x @ Wx + prev_h @ Wh
    # mistake state-dropped: a = x @ Wx + b
    # mistake cell-for-hidden: a = x @ Wx + prev_c @ Wh + b
    # mistake transpose-added: a = x @ Wx + b + np.hstack([prev_h @ each.T for each in np.split(Wh, 4, axis=1)])
    # mistake input-missing: a = prev_h @ Wh + b
    a_i, a_f, a_o, a_g = np.split(a, 4, axis=1)
    # mistake reshape-for-transpose: a_i, a_f, a_o, a_g = a.reshape(4, len(a), -1)
    # convention lstm-gates-ifgo instead of lstm-gates-ifog: a_i, a_f, a_g, a_o = np.split(a, 4, axis=1)
    # mistake gates-swapped: a_f, a_i, a_o, a_g = np.split(a, 4, axis=1)
    # mistake gate-order-mixed: a_i, a_o, a_f, a_g = np.split(a, 4, axis=1)
    # mistake gate-order-mixed: a_g, a_i, a_f, a_o = np.split(a, 4, axis=1)
    # mistake gate-order-mixed: a_i, a_g, a_f, a_o = np.split(a, 4, axis=1)
    i, f, o = _sigmoid(a_i), _sigmoid(a_f), _sigmoid(a_o)
    # mistake tanh-in-gate: i, f, o = np.tanh(a_i), np.tanh(a_f), np.tanh(a_o)
    # mistake tanh-in-gate: i, f, o = np.tanh(a_i), _sigmoid(a_f), _sigmoid(a_o)
    # mistake tanh-in-gate: i, f, o = _sigmoid(a_i), np.tanh(a_f), _sigmoid(a_o)
    # mistake tanh-in-gate: i, f, o = _sigmoid(a_i), _sigmoid(a_f), np.tanh(a_o)
    # mistake activation-missing: i, f, o = a_i, a_f, a_o
    # mistake activation-missing: i, f, o = _sigmoid(a_i), _sigmoid(a_f), a_o
    # mistake complement-taken: i, f, o = _sigmoid(a_i), 1.0 - _sigmoid(a_f), _sigmoid(a_o)
    g = np.tanh(a_g)
    # mistake sigmoid-for-tanh: g = _sigmoid(a_g)
    # mistake candidate-squashed-twice: g = np.tanh(_sigmoid(a_g))
    # mistake activation-missing: g = a_g
    # mistake other-activation: g = np.maximum(a_g, 0.0)
    next_c = f * prev_c + i * g
    # mistake gates-swapped: next_c = i * prev_c + f * g
    # mistake forget-gate-missing: next_c = prev_c + i * g
    # mistake input-gate-coupled: next_c = f * prev_c + (1.0 - f) * g
    # mistake input-gate-missing: next_c = f * prev_c + g
    # mistake hidden-for-cell: next_c = f * prev_h + i * g
    # mistake sign-flipped: next_c = f * prev_c - i * g
    # mistake old-cell-missing: next_c = i * g
    next_h = o * np.tanh(next_c)
    # mistake activation-missing: next_h = o * next_c
    # mistake wrong-time-step: next_h = o * np.tanh(prev_c)
    # mistake output-gate-missing: next_h = np.tanh(next_c)
    # mistake gate-mixed-up: next_h = f * np.tanh(next_c)
    # mistake gate-mixed-up: next_h = i * np.tanh(next_c)
    # mistake sigmoid-for-tanh: next_h = o * _sigmoid(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(
    dnext_h: np.ndarray, dnext_c: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of one step of an LSTM.

    The loss depends on next_c twice: directly (dnext_c, from the next step) and through next_h.

    dnext_h, dnext_c: upstream gradients (N, H); cache: what `lstm_step_forward` stored.
    Returns dx (N, D), dprev_h (N, H), dprev_c (N, H), dWx (D, 4H), dWh (H, 4H) and db (4H,).

    >>> zero, w = np.zeros((1, 1)), np.zeros((1, 4))
    >>> _, _, cache = lstm_step_forward(zero, zero, zero, w, w, np.zeros(4))
    >>> dx, dprev_h, dprev_c, dWx, dWh, db = lstm_step_backward(np.ones((1, 1)), zero, cache)
    >>> dprev_c.tolist(), db.tolist()
    ([[0.25]], [0.0, 0.0, 0.0, 0.25])
    """
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    tanh_c = np.tanh(next_c)
    do = dnext_h * tanh_c
    # mistake activation-missing: do = dnext_h * next_c
    # mistake upstream-missing: do = tanh_c
    # mistake sign-flipped: do = -dnext_h * tanh_c
    # mistake cell-for-hidden: do = (dnext_c + dnext_h * o * (1.0 - tanh_c**2)) * tanh_c
    dc = dnext_c + dnext_h * o * (1.0 - tanh_c**2)
    # mistake cell-gradient-from-hidden-missing: dc = dnext_c
    # mistake cell-gradient-from-next-missing: dc = dnext_h * o * (1.0 - tanh_c**2)
    # mistake activation-slope-missing: dc = dnext_c + dnext_h * o
    # mistake cell-for-its-tanh: dc = dnext_c + dnext_h * o * (1.0 - next_c**2)
    # mistake output-gate-missing: dc = dnext_c + dnext_h * (1.0 - tanh_c**2)
    # mistake derivative-incomplete: dc = dnext_c + dnext_h * o * (1.0 - tanh_c)
    # mistake activation-twice: dc = dnext_c + dnext_h * o * (1.0 - np.tanh(tanh_c) ** 2)
    # mistake sign-flipped: dc = dnext_c - dnext_h * o * (1.0 - tanh_c**2)
    # mistake value-for-derivative: dc = dnext_c + dnext_h * o * tanh_c
    # mistake sigmoid-for-tanh: dc = dnext_c + dnext_h * o * tanh_c * (1.0 - tanh_c)
    di, df, dg = dc * g, dc * prev_c, dc * i
    # mistake wrong-time-step: di, df, dg = dc * g, dc * next_c, dc * i
    # mistake gates-swapped: di, df, dg = dc * prev_c, dc * g, dc * i
    # mistake cell-gradient-from-hidden-missing: di, df, dg = dnext_c * g, dnext_c * prev_c, dnext_c * i
    # mistake input-gate-missing: di, df, dg = dc * g, dc * prev_c, dc
    # mistake gate-mixed-up: di, df, dg = dc * i, dc * prev_c, dc * g
    # mistake gate-mixed-up: di, df, dg = dc * g, dc * f, dc * i
    # mistake hidden-for-cell: di, df, dg = dc * g, dc * prev_h, dc * i
    # mistake gate-mixed-up: di, df, dg = dc * i, dc * prev_c, dc * i
    # mistake gate-mixed-up: di, df, dg = dc * g, dc * prev_c, dc * g
    # mistake gate-mixed-up: di, df, dg = dc * g, dc * prev_c, dc * f
    # mistake wrong-time-step: di, df, dg = dc * g, dc * tanh_c, dc * i
    # mistake hidden-for-cell: di, df, dg = dc * g, dc * prev_c, dnext_h * i
    dprev_c = dc * f
    # mistake forget-gate-missing: dprev_c = dc
    # mistake cell-gradient-from-hidden-missing: dprev_c = dnext_c * f
    # mistake gate-mixed-up: dprev_c = dc * i

    # Derivatives of σ and tanh in terms of their own outputs, blocks in the order i, f, o, g.
    da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)])
    # mistake reshape-for-transpose: da = np.stack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)]).reshape(len(g), -1)
    # mistake gate-order-mixed: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), dg * (1.0 - g**2), do * o * (1.0 - o)])
    # mistake activation-slope-missing: da = np.hstack([di, df, do, dg])
    # mistake sigmoid-for-tanh: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * g * (1.0 - g)])
    # mistake derivative-incomplete: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g)])
    # convention lstm-gates-ifgo instead of lstm-gates-ifog: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), dg * (1.0 - g**2), do * o * (1.0 - o)])
    # mistake gate-order-mixed: da = np.hstack([df * f * (1.0 - f), di * i * (1.0 - i), do * o * (1.0 - o), dg * (1.0 - g**2)])
    # mistake gate-order-mixed: da = np.hstack([di * i * (1.0 - i), do * o * (1.0 - o), df * f * (1.0 - f), dg * (1.0 - g**2)])
    # mistake activation-slope-missing: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg])
    # mistake activation-slope-missing: da = np.hstack([di, df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)])
    # mistake activation-slope-missing: da = np.hstack([di * i * (1.0 - i), df, do * o * (1.0 - o), dg * (1.0 - g**2)])
    # mistake activation-slope-missing: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do, dg * (1.0 - g**2)])
    # mistake tanh-for-sigmoid: da = np.hstack([di * (1.0 - i**2), df * (1.0 - f**2), do * (1.0 - o**2), dg * (1.0 - g**2)])
    # mistake gate-mixed-up: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - i**2)])
    # mistake derivative-incomplete: da = np.hstack([di * i * (1.0 - i), df * f * (1.0 - f), do * (1.0 - o), dg * (1.0 - g**2)])
    # mistake derivative-incomplete: da = np.hstack([di * i * (1.0 - i), df * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)])
    # mistake derivative-incomplete: da = np.hstack([di * (1.0 - i), df * f * (1.0 - f), do * o * (1.0 - o), dg * (1.0 - g**2)])
    # mistake derivative-incomplete: da = np.hstack([di * (1.0 - i), df * (1.0 - f), do * (1.0 - o), dg * (1.0 - g**2)])
    dx = da @ Wx.T
    # mistake activation-slope-missing: dx = np.hstack([di, df, do, dg]) @ Wx.T
    dprev_h = da @ Wh.T
    # mistake residual-added: dprev_h = da @ Wh.T + dnext_h
    # mistake activation-slope-missing: dprev_h = np.hstack([di, df, do, dg]) @ Wh.T
    dWx = x.T @ da
    # mistake last-sample-only: dWx = np.outer(x[-1], da[-1])
    # mistake mean-twice: dWx = x.T @ da / x.shape[0]
    # mistake first-sample-only: dWx = np.outer(x[0], da[0])
    dWh = prev_h.T @ da
    # mistake last-sample-only: dWh = np.outer(prev_h[-1], da[-1])
    # mistake wrong-time-step: dWh = (o * tanh_c).T @ da
    # mistake mean-twice: dWh = prev_h.T @ da / x.shape[0]
    # mistake cell-for-hidden: dWh = prev_c.T @ da
    # mistake first-sample-only: dWh = np.outer(prev_h[0], da[0])
    db = np.sum(da, axis=0)
    # mistake batch-sum-missing: db = da
    # mistake mean-twice: db = np.mean(da, axis=0)
    # mistake last-sample-only: db = da[-1]
    # mistake first-sample-only: db = da[0]
    # mistake sum-axis: db = np.sum(da)
    return dx, dprev_h, dprev_c, dWx, dWh, db
