"""A residual block of two 3×3 convolutions without BatchNorm, forward and backward.

Conventions: images (N, C, H, W), kernels (F, C, 3, 3), cross-correlation, stride 1 and one ring of
zeros; the sum with the shortcut comes before the last ReLU; the derivative of ReLU at 0 is 0.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray, dict]


def _conv(x: np.ndarray, w: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Cross-correlation with 3×3 kernels that keeps the size."""
    height, width = x.shape[2:]
    xpad = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    out = np.zeros((len(x), len(w), height, width)) + b[:, None, None]
    for u in range(3):
        for v in range(3):
            tap = xpad[:, :, u : u + height, v : v + width]
            out += np.einsum("ncij,fc->nfij", tap, w[:, :, u, v])
            # mistake kernel-flipped: out += np.einsum("ncij,fc->nfij", tap, w[:, :, 2 - u, 2 - v])
    return out


def _conv_backward(
    dout: np.ndarray, x: np.ndarray, w: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of `_conv` with respect to x, w and b."""
    height, width = x.shape[2:]
    xpad = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    dxpad, dw = np.zeros(xpad.shape), np.zeros(w.shape)
    for u in range(3):
        for v in range(3):
            where = np.s_[:, :, u : u + height, v : v + width]
            dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, xpad[where])
            dxpad[where] += np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
            # mistake overlaps-overwritten: dxpad[where] = np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
            # mistake kernel-turn-wrong: dxpad[where] += np.einsum("nfij,fc->ncij", dout, w[:, :, 2 - u, 2 - v])
    db = np.sum(dout, axis=(0, 2, 3))
    # mistake mean-twice: db = np.mean(dout, axis=(0, 2, 3))
    return dxpad[:, :, 1:-1, 1:-1], dw, db


def residual_block_forward(x: np.ndarray, params: dict) -> tuple[np.ndarray, Cache]:
    """Two convolutions around a ReLU, plus a shortcut, then a ReLU.

    out = relu(conv(relu(conv(x, W1) + b1), W2) + b2 + s),  s = x, or Wp·x channel by channel

    x: images (N, C, H, W); params: "W1" (F, C, 3, 3), "b1" (F,), "W2" (F, F, 3, 3), "b2" (F,) and,
    where the shortcut projects, "Wp" (F, C). Returns out (N, F, H, W) and a cache.

    >>> zero = {"W1": np.zeros((1, 1, 3, 3)), "b1": np.zeros(1), "b2": np.array([-1.0])}
    >>> params = zero | {"W2": np.zeros((1, 1, 3, 3))}
    >>> residual_block_forward(np.array([[[[3.0, 0.5]]]]), params)[0].tolist()
    [[[[2.0, 0.0]]]]
    """
    hidden = np.maximum(_conv(x, params["W1"], params["b1"]), 0.0)
    # mistake activation-missing: hidden = _conv(x, params["W1"], params["b1"])
    shortcut = np.einsum("fc,ncij->nfij", params["Wp"], x) if "Wp" in params else x
    # mistake skip-missing: shortcut = 0.0
    # mistake projection-ignored/both: shortcut = x
    # mistake skip-from-hidden: shortcut = hidden
    total = _conv(hidden, params["W2"], params["b2"]) + shortcut
    # mistake relu-before-addition/both: total = np.maximum(_conv(hidden, params["W2"], params["b2"]), 0.0) + shortcut
    out = np.maximum(total, 0.0)
    # mistake last-activation-missing: out = total
    # mistake relu-before-addition/both: out = total
    return out, (x, hidden, total, params)


def residual_block_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, dict]:
    """Gradients of a residual block: the input gets one from the branch and one from the shortcut.

    dout: upstream gradient ∂L/∂out (N, F, H, W); cache: what `residual_block_forward` stored.
    Returns dx (N, C, H, W) and grads, a dictionary with the keys and shapes of params.

    >>> zero = {"W1": np.zeros((1, 1, 3, 3)), "b1": np.zeros(1), "b2": np.array([-1.0])}
    >>> params = zero | {"W2": np.zeros((1, 1, 3, 3))}
    >>> _, cache = residual_block_forward(np.array([[[[3.0, 0.5]]]]), params)
    >>> dx, grads = residual_block_backward(np.array([[[[5.0, 7.0]]]]), cache)
    >>> dx.tolist(), grads["b2"].tolist()
    ([[[[5.0, 0.0]]]], [5.0])
    """
    x, hidden, total, params = cache
    dtotal = dout * (total > 0)
    # mistake value-for-derivative: dtotal = dout * np.maximum(total, 0.0)
    # mistake mask-missing: dtotal = dout
    # mistake mask-of-upstream: dtotal = dout * (dout > 0)
    # mistake mask-of-input: dtotal = dout * (x.mean(axis=1, keepdims=True) > 0)
    dhidden, dW2, db2 = _conv_backward(dtotal, hidden, params["W2"])
    # mistake input-for-hidden: dhidden, dW2, db2 = _conv_backward(dtotal, x, params["W2"])
    # mistake mask-missing: dhidden, dW2, db2 = _conv_backward(dout, hidden, params["W2"])
    dbranch = dhidden * (hidden > 0)
    # mistake value-for-derivative: dbranch = dhidden * np.maximum(hidden, 0.0)
    # mistake mask-missing: dbranch = dhidden
    # mistake mask-of-output: dbranch = dhidden * (total > 0)
    dx, dW1, db1 = _conv_backward(dbranch, x, params["W1"])
    grads = {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
    if "Wp" in params:
        grads["Wp"] = np.einsum("nfij,ncij->fc", dtotal, x)
        # mistake mask-missing: grads["Wp"] = np.einsum("nfij,ncij->fc", dout, x)
        dx = dx + np.einsum("fc,nfij->ncij", params["Wp"], dtotal)
        # mistake skip-gradient-missing/both: pass
        # mistake projection-gradient-missing: dx = dx + dtotal
        # mistake transpose-missing: dx = dx + np.einsum("cf,nfij->ncij", params["Wp"], dtotal)
    else:
        dx = dx + dtotal
        # mistake skip-gradient-missing/both: pass
        # mistake skip-gradient-unmasked: dx = dx + dout
        # mistake branch-gradient-missing: dx = dtotal
        # mistake skip-gradient-missing: pass
    return dx, grads
