"""A vanilla RNN over a whole sequence, forward and backward through time (BPTT).

Conventions: x (N, T, D), hidden states (N, T, H), Wx (D, H), Wh (H, H), b (H,);
h[t] = tanh(x[t]·Wx + h[t−1]·Wh + b) with h[−1] = h0; the same weights at every step.
The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def rnn_forward(
    x: np.ndarray, h0: np.ndarray, Wx: np.ndarray, Wh: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, Cache]:
    """All hidden states of a vanilla RNN: h[t] = tanh(x[t]·Wx + h[t−1]·Wh + b).

    x: inputs (N, T, D); h0: initial hidden state (N, H); Wx: (D, H); Wh: (H, H); b: (H,).
    Returns h (N, T, H) and a cache for the backward pass.

    >>> x, h0 = np.array([[[1.0], [2.0]]]), np.array([[0.5]])
    >>> h, _ = rnn_forward(x, h0, np.array([[2.0]]), np.array([[-4.0]]), np.zeros(1))
    >>> h.round(4).tolist()
    [[[0.0], [0.9993]]]
    """
    n, steps, _ = x.shape
    h = np.zeros((n, steps, h0.shape[1]))
    prev_h = h0
    # mistake initial-state-ignored: prev_h = np.zeros(h0.shape)
    for t in range(steps):
        # mistake sequence-read-backwards: for t in reversed(range(steps)):
        # mistake loop-one-short: for t in range(steps - 1):
        # mistake loop-one-short: for t in range(1, steps):
        a = x[:, t] @ Wx + prev_h @ Wh + b
        # mistake state-not-carried: a = x[:, t] @ Wx + h0 @ Wh + b
        # mistake bias-missing: a = x[:, t] @ Wx + prev_h @ Wh
        # mistake transpose-added: a = x[:, t] @ Wx + prev_h @ Wh.T + b
        # mistake state-dropped: a = x[:, t] @ Wx + b
        # mistake input-missing: a = prev_h @ Wh + b
        # mistake first-input-repeated: a = x[:, 0] @ Wx + prev_h @ Wh + b
        prev_h = np.tanh(a)
        # mistake activation-missing: prev_h = a
        # mistake sigmoid-for-tanh: prev_h = 1.0 / (1.0 + np.exp(-a))
        # mistake other-activation: prev_h = np.maximum(a, 0.0)
        # mistake residual-added: prev_h = prev_h + np.tanh(a)
        h[:, t] = prev_h
        # mistake preactivation-for-activation: h[:, t] = a
    return h, (x, h0, Wx, Wh, h)


def rnn_backward(
    dh: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Backpropagation through time: gradients of an RNN over the whole sequence.

    A hidden state acts on the loss twice: directly (dh[:, t]) and through the next step.

    dh: upstream gradients ∂L/∂h of all steps (N, T, H); cache: what `rnn_forward` stored.
    Returns dx (N, T, D), dh0 (N, H), dWx (D, H), dWh (H, H) and db (H,).

    >>> x, h0, one = np.zeros((1, 3, 1)), np.zeros((1, 1)), np.ones((1, 1))
    >>> _, cache = rnn_forward(x, h0, one, 2.0 * one, np.zeros(1))
    >>> dx, dh0, dWx, dWh, db = rnn_backward(np.array([[[0.0], [0.0], [1.0]]]), cache)
    >>> dx.ravel().tolist(), dh0.tolist(), db.tolist()
    ([4.0, 2.0, 1.0], [[8.0]], [7.0])
    """
    x, h0, Wx, Wh, h = cache
    steps = x.shape[1]
    dx, dWx, dWh, db = (
        np.zeros(x.shape),
        np.zeros(Wx.shape),
        np.zeros(Wh.shape),
        np.zeros(Wh.shape[0]),
    )
    from_next = np.zeros(h0.shape)  # what the step after the last one hands back: nothing
    for t in reversed(range(steps)):
        # mistake time-not-reversed: for t in range(steps):
        # mistake loop-one-short: for t in range(steps - 1, 0, -1):
        # mistake loop-one-short: for t in range(steps - 2, -1, -1):
        prev_h = h[:, t - 1] if t > 0 else h0
        # mistake index-wraps-around: prev_h = h[:, t - 1]
        # mistake initial-state-ignored: prev_h = h[:, t - 1] if t > 0 else np.zeros(h0.shape)
        # mistake wrong-time-step: prev_h = h[:, t]
        # mistake state-not-carried: prev_h = h0
        da = (dh[:, t] + from_next) * (1.0 - h[:, t] ** 2)
        # mistake gradient-from-next-step-missing: da = dh[:, t] * (1.0 - h[:, t] ** 2)
        # mistake upstream-of-last-step-only: da = (dh[:, t] * (t == steps - 1) + from_next) * (1.0 - h[:, t] ** 2)
        # mistake slope-on-one-path: da = dh[:, t] * (1.0 - h[:, t] ** 2) + from_next
        # mistake slope-on-one-path: da = dh[:, t] + from_next * (1.0 - h[:, t] ** 2)
        # mistake activation-slope-missing: da = dh[:, t] + from_next
        # mistake derivative-incomplete: da = (dh[:, t] + from_next) * (1.0 - h[:, t])
        # mistake sigmoid-for-tanh: da = (dh[:, t] + from_next) * h[:, t] * (1.0 - h[:, t])
        # mistake activation-twice: da = (dh[:, t] + from_next) * (1.0 - np.tanh(h[:, t]) ** 2)
        # mistake wrong-time-step: da = (dh[:, t] + from_next) * (1.0 - prev_h**2)
        # mistake sign-flipped: da = (dh[:, t] - from_next) * (1.0 - h[:, t] ** 2)
        dx[:, t] = da @ Wx.T
        # mistake gradient-from-next-step-missing: dx[:, t] = (dh[:, t] * (1.0 - h[:, t] ** 2)) @ Wx.T
        # mistake transpose-missing: dx[:, t] = da @ Wx
        # mistake wrong-weight-matrix: dx[:, t] = da @ Wh.T
        from_next = da @ Wh.T
        # mistake transpose-missing: from_next = da @ Wh
        # mistake gradient-from-next-step-piled-up: from_next = from_next + da @ Wh.T
        # mistake residual-added: from_next = da @ Wh.T + dh[:, t]
        # mistake activation-slope-missing: from_next = (dh[:, t] + from_next) @ Wh.T
        dWx += x[:, t].T @ da
        # mistake time-sum-overwritten/all: dWx = x[:, t].T @ da
        # mistake time-sum-overwritten: dWx = x[:, t].T @ da
        # mistake averaged-over-time: dWx += x[:, t].T @ da / steps
        # mistake mean-twice: dWx += x[:, t].T @ da / x.shape[0]
        dWh += prev_h.T @ da
        # mistake time-sum-overwritten/all: dWh = prev_h.T @ da
        # mistake time-sum-overwritten: dWh = prev_h.T @ da
        # mistake wrong-time-step: dWh += h[:, t].T @ da
        # mistake transposed-product: dWh += da.T @ prev_h
        # mistake averaged-over-time: dWh += prev_h.T @ da / steps
        # mistake mean-twice: dWh += prev_h.T @ da / x.shape[0]
        db += np.sum(da, axis=0)
        # mistake time-sum-overwritten/all: db = np.sum(da, axis=0)
        # mistake time-sum-overwritten: db = np.sum(da, axis=0)
        # mistake averaged-over-time: db += np.sum(da, axis=0) / steps
        # mistake mean-twice: db += np.mean(da, axis=0)
    return dx, from_next, dWx, dWh, db
    # mistake initial-state-gradient-missing: return dx, np.zeros(h0.shape), dWx, dWh, db
    # mistake transition-missing: return dx, da, dWx, dWh, db
