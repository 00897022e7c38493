"""Patches cut out and put back one by one.

The same functions as in `vit_patchify.py`, for the mistakes that people make in this form.
"""

import numpy as np


def patchify(x: np.ndarray, P: int) -> np.ndarray:
    """Patches (N, T, P·P·C) of the images x (N, C, H, W)."""
    n, c, height, width = x.shape
    patches = []
    for top in range(0, height, P):
        # mistake loop-one-short: for top in range(0, height - P, P):
        # mistake patches-by-column/both: for left in range(0, width, P):
        for left in range(0, width, P):
            # mistake loop-one-short: for left in range(0, width - P, P):
            # mistake patches-by-column/both: for top in range(0, height, P):
            # mistake square-assumed: for left in range(0, height, P):
            patch = x[:, :, top : top + P, left : left + P]
            # mistake axes-swapped: patch = x[:, :, left : left + P, top : top + P]
            # mistake first-sample-only: patch = np.broadcast_to(x[:1, :, top : top + P, left : left + P], (n, c, P, P))
            patches.append(patch.transpose(0, 2, 3, 1).reshape(n, P * P * c))
            # convention patch-channels-first instead of patch-channels-last: patches.append(patch.reshape(n, P * P * c))
            # mistake patch-transposed: patches.append(patch.transpose(0, 3, 2, 1).reshape(n, P * P * c))
    return np.stack(patches, axis=1)
    # mistake samples-mixed-by-reshape: return np.array(patches).reshape(n, -1, P * P * c)
    # mistake patches-on-first-axis: return np.stack(patches, axis=0)


def unpatchify(patches: np.ndarray, P: int, H: int, W: int) -> np.ndarray:
    """Images (N, C, H, W) from their patches."""
    n, count, size = patches.shape
    c = size // (P * P)
    x = np.zeros((n, c, H, W))
    for t in range(count):
        # mistake loop-one-short: for t in range(count - 1):
        top, left = P * (t // (W // P)), P * (t % (W // P))
        # mistake grid-transposed: top, left = P * (t // (H // P)), P * (t % (H // P))
        # mistake patches-by-column: top, left = P * (t % (H // P)), P * (t // (H // P))
        # mistake patches-overlap: top, left = t // (W // P), t % (W // P)
        patch = patches[:, t].reshape(n, P, P, c)
        # convention patch-channels-first instead of patch-channels-last: patch = patches[:, t].reshape(n, c, P, P).transpose(0, 2, 3, 1)
        x[:, :, top : top + P, left : left + P] = patch.transpose(0, 3, 1, 2)
        # mistake patch-transposed: x[:, :, top : top + P, left : left + P] = patch.transpose(0, 3, 2, 1)
    return x


def vit_embed(
    x: np.ndarray, P: int, W: np.ndarray, b: np.ndarray, cls: np.ndarray, pos: np.ndarray
) -> np.ndarray:
    """Tokens (N, T + 1, D), written row by row into one array."""
    patches = patchify(x, P)
    tokens = np.zeros((x.shape[0], pos.shape[0], W.shape[1]))
    tokens[:, 0] = cls + pos[0]
    # mistake class-token-without-position: tokens[:, 0] = cls
    # mistake class-token-replaced: tokens[:, 0] = pos[0]
    # mistake first-sample-only: tokens[0, 0] = cls + pos[0]
    for t in range(patches.shape[1]):
        tokens[:, t + 1] = patches[:, t] @ W + b + pos[t + 1]
        # mistake positions-shifted: tokens[:, t + 1] = patches[:, t] @ W + b + pos[t]
        # mistake position-embedding-missing: tokens[:, t + 1] = patches[:, t] @ W + b
        # mistake bias-missing: tokens[:, t + 1] = patches[:, t] @ W + pos[t + 1]
    return tokens
