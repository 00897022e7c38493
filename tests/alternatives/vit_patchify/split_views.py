"""Channels last first, then splits along rows and columns; windows as strided views."""

import numpy as np


def to_patches(x, P):
    last = np.moveaxis(x, 1, -1)
    rows = np.split(last, last.shape[1] // P, axis=1)
    cut = [piece for row in rows for piece in np.split(row, row.shape[2] // P, axis=2)]
    return np.stack([piece.reshape(len(x), -1) for piece in cut], axis=1)


def from_patches(patches, P, H, W):
    N, across = len(patches), W // P
    tiles = [patches[:, t].reshape(N, P, P, -1) for t in range(patches.shape[1])]
    rows = [np.concatenate(tiles[t : t + across], axis=2) for t in range(0, len(tiles), across)]
    return np.moveaxis(np.concatenate(rows, axis=1), -1, 1)


def embed_patches(x, P, W, b, cls, pos):
    tokens = np.empty((len(x), len(pos), len(b)))
    tokens[:] = pos
    tokens[:, 0] += cls
    tokens[:, 1:] += np.tensordot(to_patches(x, P), W, axes=1) + b
    return tokens
