"""One step of a vanilla RNN, forward and backward.

Conventions: x (N, D), hidden state (N, H), Wx (D, H), Wh (H, H), b (H,);
h' = tanh(x·Wx + h·Wh + b). The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def rnn_step_forward(
    x: np.ndarray, prev_h: np.ndarray, Wx: np.ndarray, Wh: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, Cache]:
    """One step of a vanilla RNN: next_h = tanh(x·Wx + prev_h·Wh + b).

    x: inputs (N, D); prev_h: previous hidden state (N, H); Wx: (D, H); Wh: (H, H); b: (H,).
    Returns next_h (N, H) and a cache for the backward pass.

    >>> x, h = np.array([[1.0]]), np.array([[0.5]])
    >>> next_h, _ = rnn_step_forward(x, h, np.array([[2.0]]), np.array([[-4.0]]), np.zeros(1))
    >>> next_h.tolist()
    [[0.0]]
    """
    a = x @ Wx + prev_h @ Wh + b
    # mistake bias-missing: a = x @ Wx + prev_h @ Wh
    # mistake transpose-added: a = x @ Wx + prev_h @ Wh.T + b
    # mistake state-dropped: a = x @ Wx + b
    # mistake sign-flipped: a = x @ Wx + prev_h @ Wh - b
    # mistake input-missing: a = prev_h @ Wh + b
    # mistake sum-for-product: a = (x @ Wx) * (prev_h @ Wh) + b
    # mistake residual-added: a = x @ Wx + prev_h @ Wh + prev_h + b
    # convention dense-xwt instead of dense-xw: a = x @ Wx.T + prev_h @ Wh.T + b
    next_h = np.tanh(a)
    # mistake tanh-of-each-term: next_h = np.tanh(x @ Wx + b) + np.tanh(prev_h @ Wh)
    # mistake activation-missing: next_h = a
    # mistake sigmoid-for-tanh: next_h = 1.0 / (1.0 + np.exp(-a))
    # mistake other-activation: next_h = np.maximum(a, 0.0)
    # mistake residual-added: next_h = np.tanh(a) + prev_h
    # mistake activation-twice: next_h = np.tanh(np.tanh(a))
    return next_h, (x, prev_h, Wx, Wh, next_h)
    # mistake derivative-of-preactivation: return next_h, (x, prev_h, Wx, Wh, a)


def rnn_step_backward(
    dnext_h: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of one step of a vanilla RNN.

    dnext_h: upstream gradient ∂L/∂next_h (N, H); cache: what `rnn_step_forward` stored.
    Returns dx (N, D), dprev_h (N, H), dWx (D, H), dWh (H, H) and db (H,).

    >>> x, h = np.array([[1.0]]), np.array([[0.5]])
    >>> _, cache = rnn_step_forward(x, h, np.array([[2.0]]), np.array([[-4.0]]), np.zeros(1))
    >>> [float(d.sum()) for d in rnn_step_backward(np.array([[1.0]]), cache)]
    [2.0, -4.0, 1.0, 0.5, 1.0]
    """
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * (1.0 - next_h**2)  # tanh′ in terms of its own output
    # mistake activation-slope-missing: da = dnext_h
    # mistake derivative-incomplete: da = dnext_h * (1.0 - next_h)
    # mistake activation-twice: da = dnext_h * (1.0 - np.tanh(next_h) ** 2)
    # mistake sigmoid-for-tanh: da = dnext_h * next_h * (1.0 - next_h)
    # mistake upstream-missing: da = 1.0 - next_h**2
    # mistake wrong-time-step: da = dnext_h * (1.0 - prev_h**2)
    # mistake derivative-of-preactivation: da = dnext_h * (1.0 - np.arctanh(next_h) ** 2)
    # mistake sign-flipped: da = dnext_h * (1.0 + next_h**2)
    # mistake sign-flipped: da = dnext_h * (next_h**2 - 1.0)
    # mistake other-activation: da = dnext_h * (next_h > 0)
    # mistake value-for-derivative: da = dnext_h * next_h
    # mistake square-misplaced: da = dnext_h * (1.0 - next_h) ** 2
    # mistake loop-one-short: da = dnext_h * (1.0 - next_h**2) * (np.arange(len(x)) < len(x) - 1)[:, None]
    # mistake loop-one-short: da = dnext_h * (1.0 - next_h**2) * (np.arange(len(x)) > 0)[:, None]
    dx = da @ Wx.T
    # mistake transpose-missing: dx = da @ Wx
    # mistake activation-slope-missing: dx = dnext_h @ Wx.T
    # mistake wrong-weight-matrix: dx = da @ Wh.T
    # mistake mean-twice: dx = da @ Wx.T / x.shape[0]
    # mistake input-state-split-swapped/both: dx = (da @ np.vstack([Wx, Wh]).T)[:, Wh.shape[0] :]
    dprev_h = da @ Wh.T
    # mistake transpose-missing: dprev_h = da @ Wh
    # mistake activation-slope-missing: dprev_h = dnext_h @ Wh.T
    # mistake residual-added: dprev_h = da @ Wh.T + dnext_h
    # mistake wrong-weight-matrix: dprev_h = da @ Wx.T
    # mistake mean-twice: dprev_h = da @ Wh.T / x.shape[0]
    # mistake input-state-split-swapped/both: dprev_h = (da @ np.vstack([Wx, Wh]).T)[:, : Wh.shape[0]]
    dWx = x.T @ da
    # mistake last-sample-only: dWx = np.outer(x[-1], da[-1])
    # mistake mean-twice: dWx = x.T @ da / x.shape[0]
    # mistake activation-slope-missing: dWx = x.T @ dnext_h
    # mistake transposed-product: dWx = da.T @ x
    # mistake first-sample-only: dWx = np.outer(x[0], da[0])
    # mistake hidden-for-input: dWx = prev_h.T @ da
    dWh = prev_h.T @ da
    # mistake transposed-product: dWh = da.T @ prev_h
    # mistake wrong-time-step: dWh = next_h.T @ da
    # mistake last-sample-only: dWh = np.outer(prev_h[-1], da[-1])
    # mistake mean-twice: dWh = prev_h.T @ da / x.shape[0]
    # mistake activation-slope-missing: dWh = prev_h.T @ dnext_h
    # mistake first-sample-only: dWh = np.outer(prev_h[0], da[0])
    # mistake transpose-missing: dWh = prev_h @ da
    db = np.sum(da, axis=0)
    # mistake batch-sum-missing: db = da
    # mistake sum-axis: db = np.sum(da, axis=1)
    # mistake mean-twice: db = np.mean(da, axis=0)
    # mistake last-sample-only: db = da[-1]
    # mistake activation-slope-missing: db = np.sum(dnext_h, axis=0)
    # mistake first-sample-only: db = da[0]
    # mistake sum-axis: db = np.sum(da)
    # mistake mean-twice: db = np.sum(da, axis=0) / da.size
    return dx, dprev_h, dWx, dWh, db
