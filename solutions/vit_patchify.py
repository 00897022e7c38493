"""The input layer of a Vision Transformer: images to patches and back, and patches to tokens.

Conventions: images x (N, C, H, W); patches go from left to right, row after row; within a patch
the order is row, column, channel; the dense layer is patches @ W + b; the class token is first.
"""

import numpy as np


def patchify(x: np.ndarray, P: int) -> np.ndarray:
    """Cut images into patches of P × P pixels, one row for each patch.

    patches[n, i·(W/P) + j, (u·P + v)·C + c] = x[n, c, i·P + u, j·P + v]

    x: images (N, C, H, W), where P divides H and W.
    Returns patches (N, T, P·P·C) with T = (H/P)·(W/P).

    >>> patchify(np.arange(16).reshape(1, 1, 4, 4), 2).tolist()
    [[[0, 1, 4, 5], [2, 3, 6, 7], [8, 9, 12, 13], [10, 11, 14, 15]]]
    """
    n, c, height, width = x.shape
    split = x.reshape(n, c, height // P, P, width // P, P)
    moved = split.transpose(0, 2, 4, 3, 5, 1)  # (N, patch row, patch column, row, column, C)
    # mistake reshape-for-transpose: moved = split
    # convention patch-channels-first instead of patch-channels-last: moved = split.transpose(0, 2, 4, 1, 3, 5)
    # mistake patches-by-column: moved = split.transpose(0, 4, 2, 3, 5, 1)
    # mistake patch-transposed: moved = split.transpose(0, 2, 4, 5, 3, 1)
    # mistake patch-transposed: moved = split.transpose(0, 2, 4, 1, 5, 3)
    # mistake patch-axes-mixed: moved = split.transpose(0, 2, 3, 4, 5, 1)
    # mistake patch-axes-mixed: moved = split.transpose(0, 3, 5, 2, 4, 1)
    # mistake patches-by-column: moved = x.transpose(0, 1, 3, 2).reshape(n, c, width // P, P, height // P, P).transpose(0, 2, 4, 3, 5, 1)
    return moved.reshape(n, -1, P * P * c)
    # mistake list-for-array: return moved.reshape(n, -1, P * P * c).tolist()


def unpatchify(patches: np.ndarray, P: int, H: int, W: int) -> np.ndarray:
    """Put the patches of images of H × W pixels back together: the inverse of `patchify`.

    patches: (N, T, P·P·C) with T = (H/P)·(W/P). Returns the images (N, C, H, W).

    >>> x = np.arange(48.0).reshape(1, 2, 4, 6)
    >>> bool((unpatchify(patchify(x, 2), 2, 4, 6) == x).all())
    True
    """
    n, _, size = patches.shape
    c = size // (P * P)
    split = patches.reshape(n, H // P, W // P, P, P, c)
    # mistake grid-transposed: split = patches.reshape(n, W // P, H // P, P, P, c)
    # mistake square-grid-assumed/both: split = patches.reshape(n, int(patches.shape[1] ** 0.5), -1, P, P, c)
    # convention patch-channels-first instead of patch-channels-last: split = patches.reshape(n, H // P, W // P, c, P, P)
    moved = split.transpose(0, 5, 1, 3, 2, 4)  # (N, C, patch row, row, patch column, column)
    # mistake reshape-for-transpose: moved = split
    # mistake axes-not-undone: moved = split.transpose(0, 2, 4, 3, 5, 1)
    # mistake patches-by-column: moved = split.transpose(0, 5, 2, 3, 1, 4)
    # mistake patch-transposed: moved = split.transpose(0, 5, 1, 4, 2, 3)
    # mistake patch-axes-mixed: moved = split.transpose(0, 5, 1, 2, 3, 4)
    # convention patch-channels-first instead of patch-channels-last: moved = split.transpose(0, 3, 1, 4, 2, 5)
    return moved.reshape(n, c, H, W)
    # mistake axes-swapped: return moved.reshape(n, c, W, H)


def vit_embed(
    x: np.ndarray, P: int, W: np.ndarray, b: np.ndarray, cls: np.ndarray, pos: np.ndarray
) -> np.ndarray:
    """Tokens of images: the patches after a dense layer, the class token first, and positions.

    tokens[n] = [cls; patches[n]·W + b] + pos

    x: images (N, C, H, W); W: (P·P·C, D); b: (D,); cls: (D,), the same for every image;
    pos: (T + 1, D), its first row for the class token. Returns tokens (N, T + 1, D).

    >>> x, W = np.array([[[[1.0, 2.0]]]]), np.array([[10.0]])
    >>> vit_embed(x, 1, W, np.zeros(1), np.array([5.0]), np.array([[0.1], [0.2], [0.3]])).tolist()
    [[[5.1], [10.2], [20.3]]]
    """
    embedded = patchify(x, P) @ W + b
    # mistake bias-missing: embedded = patchify(x, P) @ W
    # mistake activation-added: embedded = np.maximum(patchify(x, P) @ W + b, 0.0)
    # mistake embedding-scaled: embedded = np.sqrt(W.shape[1]) * (patchify(x, P) @ W + b)
    first = np.broadcast_to(cls, (x.shape[0], 1, W.shape[1]))
    # mistake class-token-projected: first = np.broadcast_to(cls + b, (x.shape[0], 1, W.shape[1]))
    tokens = np.concatenate([first, embedded], axis=1)
    # mistake class-token-last: tokens = np.concatenate([embedded, first], axis=1)
    # mistake class-token-replaced: tokens = np.concatenate([np.zeros_like(first), embedded], axis=1)
    # mistake class-token-replaced: tokens = np.concatenate([embedded.mean(axis=1, keepdims=True), embedded], axis=1)
    # mistake class-token-missing/all: tokens = embedded
    # mistake class-token-missing/same: tokens = embedded
    return tokens + pos
    # mistake position-embedding-missing: return tokens
    # mistake class-token-without-position: return np.concatenate([first, embedded + pos[1:]], axis=1)
    # mistake class-token-without-position: return np.concatenate([first, embedded + pos[:-1]], axis=1)
    # mistake class-token-missing/all: return tokens + pos[1:]
    # mistake class-token-missing/same: return tokens + pos[:-1]
    # mistake position-of-one-sample: return np.concatenate([tokens[:1] + pos, tokens[1:]])
    # mistake positions-multiplied: return tokens * pos
