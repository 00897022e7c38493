"""Forward pass of the smallest convolutional classifier: convolution, ReLU, pooling, dense layer.

Conventions: images (N, C, H, W), kernels (F, C, K, K) with K odd, cross-correlation with stride 1 and
(K − 1)/2 zeros on each side; 2×2 max pooling with stride 2; flattening in the order f, h, w.
"""

import numpy as np


def conv_pool_fc(
    x: np.ndarray,
    W1: np.ndarray,
    b1: np.ndarray,
    W2: np.ndarray,
    b2: np.ndarray,
) -> np.ndarray:
    """Logits of conv → ReLU → 2×2 max pool → dense.

    x: images (N, C, H, W), H and W even; W1: kernels (F, C, K, K), K odd; b1: (F,);
    W2: (F·H/2·W/2, M); b2: (M,). Returns the logits (N, M).

    >>> x = np.array([[[[1.0, -2.0], [3.0, 0.0]]]])
    >>> W1, W2 = np.array([[[[2.0]]], [[[-1.0]]]]), np.eye(2)
    >>> conv_pool_fc(x, W1, np.zeros(2), W2, np.array([0.0, 10.0])).tolist()
    [[6.0, 12.0]]
    """
    n, _, height, width = x.shape
    filters, _, kernel, _ = W1.shape
    pad = (kernel - 1) // 2
    xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad)))
    # mistake padding-one-side: xpad = np.pad(x, ((0, 0), (0, 0), (2 * pad, 0), (2 * pad, 0)))
    # mistake padding-not-zero: xpad = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge")
    # One shifted product for each place of the kernel; channels are summed by einsum.
    conv = np.zeros((n, filters, height, width)) + b1[:, None, None]
    # mistake bias-missing: conv = np.zeros((n, filters, height, width))
    # mistake bias-along-width: conv = np.zeros((n, filters, height, width)) + np.resize(b1, width)
    for u in range(kernel):
        for v in range(kernel):
            patch = xpad[:, :, u : u + height, v : v + width]
            conv += np.einsum("nchw,fc->nfhw", patch, W1[:, :, u, v])
            # mistake kernel-flipped: conv += np.einsum("nchw,fc->nfhw", patch, W1[:, :, -1 - u, -1 - v])
            # mistake kernel-transposed: conv += np.einsum("nchw,fc->nfhw", patch, W1[:, :, v, u])
            # mistake first-channel-only: conv += np.einsum("nhw,f->nfhw", patch[:, 0], W1[:, 0, u, v])
            # mistake last-channel-only: conv += np.einsum("nhw,f->nfhw", patch[:, -1], W1[:, -1, u, v])
            # mistake bias-inside-sum: conv += np.einsum("nchw,fc->nfhw", patch, W1[:, :, u, v]) + b1[:, None, None]
            # mistake kernel-of-first-filter: conv += np.einsum("nchw,c->nhw", patch, W1[0, :, u, v])[:, None]
    hidden = np.maximum(conv, 0.0)
    # mistake activation-missing: hidden = conv
    # mistake bias-after-activation: hidden = np.maximum(conv - b1[:, None, None], 0.0) + b1[:, None, None]
    # mistake abs-for-relu: hidden = np.abs(conv)
    blocks = hidden.reshape(n, filters, height // 2, 2, width // 2, 2)
    # mistake reshape-for-transpose: blocks = hidden.reshape(n, filters, height // 2, width // 2, 2, 2).transpose(0, 1, 2, 4, 3, 5)
    # mistake pool-windows-spread: blocks = hidden.reshape(n, filters, 2, height // 2, 2, width // 2).transpose(0, 1, 3, 2, 5, 4)
    pooled = blocks.max(axis=(3, 5))
    # mistake average-for-maximum: pooled = blocks.mean(axis=(3, 5))
    # mistake pooling-skips-values: pooled = blocks[:, :, :, 0, :, 0]
    # mistake pooled-by-sum: pooled = blocks.sum(axis=(3, 5))
    # mistake pooled-one-axis-twice: pooled = np.repeat(blocks.max(axis=(3, 5)).max(axis=3, keepdims=True), width // 2, axis=3)
    flat = pooled.reshape(n, -1)
    # mistake flatten-order: flat = pooled.transpose(0, 2, 3, 1).reshape(n, -1)
    # mistake axes-swapped: flat = pooled.transpose(0, 1, 3, 2).reshape(n, -1)
    # mistake samples-mixed-by-reshape: flat = pooled.reshape(-1, n).T
    logits = flat @ W2 + b2
    # mistake bias-missing: logits = flat @ W2
    # mistake output-activated: logits = np.maximum(flat @ W2 + b2, 0.0)
    # mistake softmax-in-network: logits = np.exp(flat @ W2 + b2) / np.exp(flat @ W2 + b2).sum(axis=1, keepdims=True)
    # mistake transpose-added: logits = flat @ W2.T + b2
    return logits
