"""The gated feed-forward layer of recent language models (SwiGLU), forward and backward.

Conventions: x (N, T, D), gate Wg and up Wu (D, F), down Wd (F, D), no biases; SiLU(a) = a·σ(a) acts on
the gate branch. The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def _sigmoid(a: np.ndarray) -> np.ndarray:
    """σ(a) in a form that cannot overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * a))


def swiglu_forward(
    x: np.ndarray, Wg: np.ndarray, Wu: np.ndarray, Wd: np.ndarray
) -> tuple[np.ndarray, Cache]:
    """out = (SiLU(x·Wg) ⊙ (x·Wu))·Wd, with SiLU(a) = a·σ(a).

    x: (N, T, D); Wg, Wu: (D, F); Wd: (F, D). Returns out (N, T, D) and a cache.

    >>> x, one = np.array([[[1.0]]]), np.ones((1, 1))
    >>> out, _ = swiglu_forward(x, one, 2.0 * one, 3.0 * one)
    >>> out.round(4).tolist()
    [[[4.3864]]]
    """
    gate, up = x @ Wg, x @ Wu
    # mistake gate-up-swapped/both: gate, up = x @ Wu, x @ Wg
    # mistake one-branch-twice: gate, up = x @ Wg, x @ Wg
    slope = _sigmoid(gate)
    hidden = gate * slope * up
    # mistake sigmoid-gate: hidden = slope * up
    # mistake other-activation: hidden = np.maximum(gate, 0.0) * up
    # mistake other-activation: hidden = np.tanh(gate) * up
    # mistake sum-for-product: hidden = gate * slope + up
    # mistake gate-up-swapped: hidden = gate * up * _sigmoid(up)
    # mistake up-branch-missing: hidden = gate * slope
    # mistake activation-missing: hidden = gate * up
    # mistake gate-on-both: hidden = gate * slope * up * _sigmoid(up)
    # mistake other-activation: hidden = 0.5 * gate * (1.0 + np.tanh(np.sqrt(2.0 / np.pi) * (gate + 0.044715 * gate**3))) * up
    out = hidden @ Wd
    # mistake residual-added: out = hidden @ Wd + x
    return out, (x, Wg, Wu, Wd, gate, up, slope, hidden)


def swiglu_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of the SwiGLU layer.

    SiLU′(a) = σ(a)·(1 + a·(1 − σ(a)))

    dout: upstream gradient (N, T, D); cache: what `swiglu_forward` stored.
    Returns dx (N, T, D), dWg (D, F), dWu (D, F) and dWd (F, D).

    >>> x, one = np.array([[[0.0]]]), np.ones((1, 1))
    >>> _, cache = swiglu_forward(x + 1.0, 0.0 * one, 2.0 * one, 3.0 * one)
    >>> dx, dWg, dWu, dWd = swiglu_backward(np.ones((1, 1, 1)), cache)
    >>> dWg.tolist(), dWu.tolist()
    ([[3.0]], [[0.0]])
    """
    x, Wg, Wu, Wd, gate, up, slope, hidden = cache
    dhidden = dout @ Wd.T
    # mistake transpose-missing: dhidden = dout @ Wd
    dup = dhidden * gate * slope
    # mistake sigmoid-gate: dup = dhidden * slope
    # mistake activation-missing: dup = dhidden * gate
    # mistake gate-factor-missing: dup = dhidden
    # mistake factor-misplaced: dup = dhidden * up
    dgate = dhidden * up * slope * (1.0 + gate * (1.0 - slope))
    # mistake product-rule-forgotten: dgate = dhidden * up * slope
    # mistake product-rule-forgotten: dgate = dhidden * up * gate * slope * (1.0 - slope)
    # mistake factor-swapped-out: dgate = dhidden * up * slope * (1.0 - slope)
    # mistake gate-factor-missing: dgate = dhidden * slope * (1.0 + gate * (1.0 - slope))
    # mistake activation-slope-missing: dgate = dhidden * up
    # mistake value-for-derivative: dgate = dhidden * up * gate * slope
    # mistake sign-flipped: dgate = dhidden * up * slope * (1.0 - gate * (1.0 - slope))
    # mistake complement-missing: dgate = dhidden * up * slope * (1.0 + gate * slope)
    # mistake slope-factor-on-first-term: dgate = dhidden * up * (slope + gate * (1.0 - slope))
    dx = dgate @ Wg.T + dup @ Wu.T
    # mistake reshape-missing: dx = (dgate @ Wg.T + dup @ Wu.T).reshape(-1, x.shape[-1])
    # mistake gate-up-swapped/both: dx = dgate @ Wu.T + dup @ Wg.T
    # mistake gate-path-missing: dx = dup @ Wu.T
    # mistake up-path-missing: dx = dgate @ Wg.T
    # mistake wrong-weight-matrix: dx = dgate @ Wu.T + dup @ Wg.T
    # mistake residual-added: dx = dgate @ Wg.T + dup @ Wu.T + dout

    rows = x.reshape(-1, x.shape[2])  # the weights are shared by all N·T positions
    dWg = rows.T @ dgate.reshape(rows.shape[0], -1)
    # mistake last-sample-only: dWg = x[-1].T @ dgate[-1]
    # mistake mean-twice: dWg = rows.T @ dgate.reshape(rows.shape[0], -1) / x.shape[0]
    # mistake averaged-over-time: dWg = rows.T @ dgate.reshape(rows.shape[0], -1) / x.shape[1]
    # mistake gate-up-swapped/both: dWg = rows.T @ dup.reshape(rows.shape[0], -1)
    dWu = rows.T @ dup.reshape(rows.shape[0], -1)
    # mistake last-sample-only: dWu = x[-1].T @ dup[-1]
    # mistake mean-twice: dWu = rows.T @ dup.reshape(rows.shape[0], -1) / x.shape[0]
    # mistake gate-up-swapped/both: dWu = rows.T @ dgate.reshape(rows.shape[0], -1)
    dWd = hidden.reshape(rows.shape[0], -1).T @ dout.reshape(rows.shape)
    # mistake transposed-product: dWd = dout.reshape(rows.shape).T @ hidden.reshape(rows.shape[0], -1)
    # mistake last-sample-only: dWd = hidden[-1].T @ dout[-1]
    # mistake gate-factor-missing: dWd = (gate * slope).reshape(rows.shape[0], -1).T @ dout.reshape(rows.shape)
    # mistake mean-twice: dWd = hidden.reshape(rows.shape[0], -1).T @ dout.reshape(rows.shape) / x.shape[0]
    return dx, dWg, dWu, dWd
