"""Sinusoidal position encoding.

Conventions: positions count from 0; D is even; sine and cosine of one frequency stand side by side
(columns 2i and 2i + 1); the base is 10000.
"""

import numpy as np


def sinusoidal_pe(T: int, D: int, start: int = 0) -> np.ndarray:
    """Encoding of T positions from `start` on, as sines and cosines of falling frequency.

    PE[t, 2i] = sin(p·ω_i),  PE[t, 2i + 1] = cos(p·ω_i),  ω_i = 10000^(−2i/D),  p = start + t

    T: number of positions; D: width, even; start: the first position, such as the length of what
    was decoded before. Returns PE (T, D).

    >>> sinusoidal_pe(2, 2).round(4).tolist()
    [[0.0, 1.0], [0.8415, 0.5403]]
    """
    positions = start + np.arange(T)[:, np.newaxis]
    # mistake positions-from-one: positions = start + np.arange(1, T + 1)[:, np.newaxis]
    # mistake start-ignored: positions = np.arange(T)[:, np.newaxis]
    # mistake positions-scaled: positions = (start + np.arange(T)[:, np.newaxis]) / T
    pair = np.arange(0, D, 2)  # 2i for i = 0, 1, …
    # mistake frequency-index-not-doubled: pair = np.arange(D // 2)
    # mistake pairs-from-one: pair = np.arange(0, D, 2) + 2
    angles = positions / 10000.0 ** (pair / D)
    # mistake frequencies-rising: angles = positions * 10000.0 ** (pair / D)
    # mistake other-base: angles = positions / 1000.0 ** (pair / D)
    # mistake frequency-index-doubled-twice: angles = positions / 10000.0 ** (2 * pair / D)
    # mistake width-missing-in-exponent: angles = positions / 10000.0**pair
    # mistake frequencies-linear: angles = positions / (10000.0 * np.maximum(pair, 1) / D)
    # mistake natural-base: angles = positions * np.exp(-pair / D)
    # mistake full-turns: angles = 2.0 * np.pi * positions / 10000.0 ** (pair / D)
    encoding = np.zeros((T, D))
    encoding[:, 0::2] = np.sin(angles)
    # convention pe-half-split instead of pe-interleaved: encoding[:, : D // 2] = np.sin(angles)
    # mistake sine-cosine-swapped/both: encoding[:, 0::2] = np.cos(angles)
    # mistake sine-only/cosine: encoding[:, 0::2] = np.cos(angles)
    encoding[:, 1::2] = np.cos(angles)
    # convention pe-half-split instead of pe-interleaved: encoding[:, D // 2 :] = np.cos(angles)
    # mistake sine-cosine-swapped/both: encoding[:, 1::2] = np.sin(angles)
    # mistake sine-only: encoding[:, 1::2] = np.sin(angles)
    # mistake sine-only/cosine: encoding[:, 1::2] = np.cos(angles)
    # mistake frequency-per-column: encoding[:, 1::2] = np.cos(positions / 10000.0 ** ((pair + 1) / D))
    # mistake sine-only: pass
    return encoding
