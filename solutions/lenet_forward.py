"""Forward pass of a small convolutional network in the manner of LeNet.

Conventions: images (N, 1, H, W), kernels (F, C, 5, 5), cross-correlation with stride 1; 2×2 max
pooling with stride 2 that drops a border; flattening in the order c, h, w; dense layers x·W + b.
"""

import numpy as np


def _conv(x: np.ndarray, w: np.ndarray, b: np.ndarray, pad: int) -> np.ndarray:
    """Cross-correlation with stride 1: one shifted product for every place of the kernel."""
    kernel_h, kernel_w = w.shape[2:]
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (2 * pad, 0), (2 * pad, 0)))
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad)))
    # mistake padding-not-zero: xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    rows, columns = xpad.shape[2] - kernel_h + 1, xpad.shape[3] - kernel_w + 1
    out = np.zeros((len(x), len(w), rows, columns)) + b[:, None, None]
    # mistake bias-missing: out = np.zeros((len(x), len(w), rows, columns))
    for u in range(kernel_h):
        for v in range(kernel_w):
            tap = xpad[:, :, u : u + rows, v : v + columns]
            out += np.einsum("ncij,fc->nfij", tap, w[:, :, u, v])
            # mistake kernel-flipped: out += np.einsum("ncij,fc->nfij", tap, w[:, :, -1 - u, -1 - v])
            # mistake kernel-transposed: out += np.einsum("ncij,fc->nfij", tap, w[:, :, v, u])
            # mistake first-channel-only: out += np.einsum("nij,f->nfij", tap[:, 0], w[:, 0, u, v])
            # mistake last-channel-only: out += np.einsum("nij,f->nfij", tap[:, -1], w[:, -1, u, v])
    return out


def _pool(x: np.ndarray) -> np.ndarray:
    """2×2 max pooling with stride 2; a row or column that is left over is dropped."""
    n, c, height, width = x.shape
    rows, columns = height // 2, width // 2
    blocks = x[:, :, : 2 * rows, : 2 * columns].reshape(n, c, rows, 2, columns, 2)
    # mistake reshape-for-transpose: blocks = x[:, :, : 2 * rows, : 2 * columns].reshape(n, c, rows, columns, 2, 2).transpose(0, 1, 2, 4, 3, 5)
    out = blocks.max(axis=(3, 5))
    # mistake average-for-maximum: out = blocks.mean(axis=(3, 5))
    # mistake pooling-skips-values: out = blocks[:, :, :, 0, :, 0]
    return out


def lenet_forward(x: np.ndarray, params: dict) -> np.ndarray:
    """Logits of a network of two convolutions and three dense layers.

    conv 5×5, pad 2 → ReLU → pool → conv 5×5 → ReLU → pool → flatten → dense → ReLU → dense → ReLU →
    dense

    x: images (N, 1, H, W); params: "W1" (F1, 1, 5, 5), "b1" (F1,), "W2" (F2, F1, 5, 5), "b2" (F2,),
    "W3" (D, K1), "b3" (K1,), "W4" (K1, K2), "b4" (K2,), "W5" (K2, C), "b5" (C,), where D is F2 times
    the height and width after the second pooling. Returns the logits (N, C).

    >>> sizes = {"W1": (6, 1, 5, 5), "W2": (16, 6, 5, 5), "W3": (400, 120), "W4": (120, 84)}
    >>> params = {name: np.zeros(shape) for name, shape in (sizes | {"W5": (84, 10)}).items()}
    >>> params |= {f"b{n}": np.zeros(size) for n, size in enumerate((6, 16, 120, 84, 10), start=1)}
    >>> lenet_forward(np.ones((2, 1, 28, 28)), params).shape
    (2, 10)
    """
    hidden = np.maximum(_conv(x, params["W1"], params["b1"], pad=2), 0.0)
    # mistake activation-missing: hidden = _conv(x, params["W1"], params["b1"], pad=2)
    hidden = _pool(hidden)
    hidden = np.maximum(_conv(hidden, params["W2"], params["b2"], pad=0), 0.0)
    # mistake activation-missing: hidden = _conv(hidden, params["W2"], params["b2"], pad=0)
    # mistake bias-after-activation: hidden = np.maximum(_conv(hidden, params["W2"], 0 * params["b2"], pad=0), 0.0) + params["b2"][:, None, None]
    hidden = _pool(hidden)
    flat = hidden.reshape(len(x), -1)
    # mistake flatten-order: flat = hidden.transpose(0, 2, 3, 1).reshape(len(x), -1)
    # mistake axes-swapped: flat = hidden.transpose(0, 1, 3, 2).reshape(len(x), -1)
    # mistake samples-mixed-by-reshape: flat = hidden.reshape(-1, len(x)).T
    flat = np.maximum(flat @ params["W3"] + params["b3"], 0.0)
    # mistake activation-missing: flat = flat @ params["W3"] + params["b3"]
    # mistake bias-missing: flat = np.maximum(flat @ params["W3"], 0.0)
    # mistake bias-after-activation: flat = np.maximum(flat @ params["W3"], 0.0) + params["b3"]
    # mistake transpose-added: flat = np.maximum(flat @ params["W3"].T + params["b3"], 0.0)
    flat = np.maximum(flat @ params["W4"] + params["b4"], 0.0)
    # mistake activation-missing: flat = flat @ params["W4"] + params["b4"]
    # mistake layer-skipped: pass
    logits = flat @ params["W5"] + params["b5"]
    # mistake output-activated: logits = np.maximum(flat @ params["W5"] + params["b5"], 0.0)
    # mistake softmax-in-network: logits = np.exp(flat @ params["W5"] + params["b5"]) / np.exp(flat @ params["W5"] + params["b5"]).sum(axis=1, keepdims=True)
    # mistake bias-missing: logits = flat @ params["W5"]
    return logits
