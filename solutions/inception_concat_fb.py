"""Parallel branches of convolutions, joined along the channels, forward and backward.

Conventions: images (N, C, H, W), kernels (F, C, k, k) with odd k, cross-correlation of stride 1
with (k − 1)/2 rings of zeros, no bias; a ReLU, with derivative 0 at 0, follows every convolution.
"""

import numpy as np

Cache = list[tuple[list[np.ndarray], list[np.ndarray]]]


def _conv(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    """Cross-correlation that keeps the size of the image."""
    height, width = x.shape[2:]
    pad = w.shape[2] // 2
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((len(x), len(w), height, width))
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            tap = xpad[:, :, u : u + height, v : v + width]
            out += np.einsum("ncij,fc->nfij", tap, w[:, :, u, v])
            # mistake kernel-flipped: out += np.einsum("ncij,fc->nfij", tap, w[:, :, -1 - u, -1 - v])
    return out


def _conv_backward(
    dout: np.ndarray, x: np.ndarray, w: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of `_conv` with respect to x and w."""
    height, width = x.shape[2:]
    pad = w.shape[2] // 2
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    dxpad, dw = np.zeros(xpad.shape), np.zeros(w.shape)
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            where = np.s_[:, :, u : u + height, v : v + width]
            dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, xpad[where])
            # mistake mean-twice: dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, xpad[where]) / len(x)
            # mistake last-sample-only: dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout[-1:], xpad[where][-1:])
            dxpad[where] += np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
            # mistake overlaps-overwritten: dxpad[where] = np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
            # mistake kernel-turn-wrong: dxpad[where] += np.einsum("nfij,fc->ncij", dout, w[:, :, -1 - u, -1 - v])
    return dxpad[:, :, pad : pad + height, pad : pad + width], dw


def inception_forward(x: np.ndarray, branches: list[list[np.ndarray]]) -> tuple[np.ndarray, Cache]:
    """Send x through every branch, and join what comes out along the channels.

    a_0 = x,  a_i = relu(conv(a_{i−1}, w_i)) in each branch;  out = [a of branch 0, a of branch 1, …]

    x: images (N, C, H, W); branches: a list of branches, each a list of kernels (F, C_in, k, k)
    that act in this order. Returns out (N, Σ_b F_b, H, W), where F_b counts the filters of the
    last kernel of branch b, and a cache.

    >>> double, negate = 2.0 * np.ones((1, 1, 1, 1)), -np.ones((1, 1, 1, 1))
    >>> x = np.array([[[[3.0, -4.0]]]])
    >>> inception_forward(x, [[double], [negate, double]])[0].tolist()
    [[[[6.0, 0.0]], [[0.0, 8.0]]]]
    """
    outs, cache = [], []
    for kernels in branches:
        activations = [x]
        # mistake branches-in-series: activations = [outs[-1] if outs else x]
        for w in kernels:
            activations.append(np.maximum(_conv(activations[-1], w), 0.0))
            # mistake activation-missing: activations.append(_conv(activations[-1], w))
            # mistake activation-at-end-only: activations.append(np.maximum(_conv(activations[-1], w), 0.0) if w is kernels[-1] else _conv(activations[-1], w))
            # mistake last-activation-missing: activations.append(_conv(activations[-1], w) if w is kernels[-1] else np.maximum(_conv(activations[-1], w), 0.0))
        outs.append(activations[-1])
        cache.append((kernels, activations))
    # Joining computes nothing: each branch keeps its numbers, and channels stand one after another.
    out = np.concatenate(outs, axis=1)
    # mistake joined-along-batch: out = np.concatenate(outs, axis=0)
    # mistake joined-along-height: out = np.concatenate(outs, axis=2)
    # mistake joined-along-width: out = np.concatenate(outs, axis=3)
    # mistake branches-reversed: out = np.concatenate(outs[::-1], axis=1)
    # mistake branches-interleaved: out = np.stack(outs, axis=2).reshape(len(x), -1, *x.shape[2:])
    # mistake added-for-concatenated: out = sum(outs)
    # mistake last-branch-only: out = outs[-1]
    return out, cache


def inception_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, list[list[np.ndarray]]]:
    """Gradients of the branches: each gets its own channels of dout, and x the sum over branches.

    dout: upstream gradient ∂L/∂out (N, Σ_b F_b, H, W); cache: what `inception_forward` stored.
    Returns dx (N, C, H, W) and dbranches, lists of the shapes of branches.

    >>> double, negate = 2.0 * np.ones((1, 1, 1, 1)), -np.ones((1, 1, 1, 1))
    >>> _, cache = inception_forward(np.array([[[[3.0, -4.0]]]]), [[double], [negate, double]])
    >>> dx, dbranches = inception_backward(np.array([[[[5.0, 1.0]], [[1.0, 7.0]]]]), cache)
    >>> dx.tolist(), [[dw.item() for dw in kernels] for kernels in dbranches]
    ([[[[10.0, -14.0]]]], [[15.0], [-56.0, 28.0]])
    """
    x = cache[0][1][0]
    dx, dbranches, start = np.zeros(x.shape), [], 0
    for kernels, activations in cache:
        width = len(kernels[-1])
        d = dout[:, start : start + width]
        # mistake split-evenly: d = dout[:, len(dbranches) * (dout.shape[1] // len(cache)) :][:, :width]
        # mistake split-by-own-width: d = dout[:, len(dbranches) * width : (len(dbranches) + 1) * width]
        # mistake split-from-the-end: d = dout[:, dout.shape[1] - start - width : dout.shape[1] - start]
        # mistake split-never-advances: d = dout[:, dout.shape[1] - width :]
        # mistake channels-taken-in-turn: d = dout[:, len(dbranches) :: len(cache)]
        start += width
        # mistake split-never-advances: pass
        # mistake split-one-short: start += width - 1
        dkernels: list[np.ndarray] = []
        layers = list(zip(kernels, activations[:-1], activations[1:], strict=True))
        for w, before, after in reversed(layers):
            d, dw = _conv_backward(d * (after > 0), before, w)
            # mistake mask-missing: d, dw = _conv_backward(d, before, w)
            # mistake last-mask-missing: d, dw = _conv_backward(d if w is kernels[-1] else d * (after > 0), before, w)
            # mistake value-for-derivative: d, dw = _conv_backward(d * after, before, w)
            # mistake mask-of-upstream: d, dw = _conv_backward(d * (d > 0), before, w)
            # mistake input-for-hidden: d, dw = _conv_backward(d * (after > 0), x, w)
            dkernels.insert(0, dw)
            # mistake kernels-in-reverse-order: dkernels.append(dw)
        dbranches.append(dkernels)
        # mistake kernels-in-reverse-order: dbranches.insert(0, dkernels)
        # x feeds every branch, so all of them have a say in its gradient.
        dx += d
        # mistake branch-gradients-overwritten: dx = d
        # mistake branch-gradients-averaged: dx += d / len(cache)
        # mistake first-branch-gradient-only: dx += d if len(dbranches) == 1 else 0.0
    return dx, dbranches
