"""Pixel by pixel from the formula."""

import numpy as np


def patchify(x, P):
    N, C, H, W = x.shape
    across = W // P
    out = np.zeros((N, (H // P) * across, P * P * C), dtype=x.dtype)
    for n in range(N):
        for c in range(C):
            for row in range(H):
                for column in range(W):
                    token = (row // P) * across + column // P
                    place = ((row % P) * P + column % P) * C + c
                    out[n, token, place] = x[n, c, row, column]
    return out


def unpatchify(patches, P, H, W):
    N, T, size = patches.shape
    C = size // P**2
    out = np.zeros((N, C, H, W))
    for n in range(N):
        for token in range(T):
            top, left = divmod(token, W // P)
            for place in range(size):
                pixel, c = divmod(place, C)
                row, column = divmod(pixel, P)
                out[n, c, top * P + row, left * P + column] = patches[n, token, place]
    return out


def vit_embed(x, P, W, b, cls, pos):
    patches = patchify(x, P)
    tokens = []
    for image in patches:
        rows = [cls + pos[0]]
        for t, patch in enumerate(image):
            rows.append(np.dot(patch, W) + b + pos[t + 1])
        tokens.append(rows)
    return np.array(tokens)
