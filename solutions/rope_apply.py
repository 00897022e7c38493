"""Rotary position embedding (RoPE), forward and backward.

Conventions: x (N, H, T, Dh) with even Dh; neighbours form a pair (columns 2i and 2i + 1, "interleaved");
pair i of position p turns by p·base^(−2i/Dh), counter-clockwise.
"""

import numpy as np


def apply_rope(x: np.ndarray, positions: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Turn every pair of features by an angle that is proportional to the position.

    out[2i] = x[2i]·cos θ − x[2i + 1]·sin θ,  out[2i + 1] = x[2i]·sin θ + x[2i + 1]·cos θ,
    θ = p·base^(−2i/Dh) with p = positions[t]

    x: queries or keys (N, H, T, Dh); positions: (T,); base: 10000 unless said.
    Returns out in the shape of x.

    >>> x = np.array([[[[1.0, 0.0], [1.0, 0.0]]]])
    >>> apply_rope(x, np.array([0, 1])).round(4).tolist()
    [[[[1.0, 0.0], [0.5403, 0.8415]]]]
    """
    width = x.shape[-1]
    pair = np.arange(0, width, 2)  # 2i
    # mistake frequency-index-not-doubled: pair = np.arange(width // 2)
    # mistake pairs-from-one: pair = np.arange(0, width, 2) + 2
    # mistake frequency-index-doubled-twice: pair = 2 * np.arange(0, width, 2)
    angles = positions[:, np.newaxis] * base ** (-pair / width)
    # mistake frequencies-rising: angles = positions[:, np.newaxis] * base ** (pair / width)
    # mistake positions-from-one: angles = (positions[:, np.newaxis] + 1) * base ** (-pair / width)
    # mistake positions-not-used: angles = np.arange(x.shape[2])[:, np.newaxis] * base ** (-pair / width)
    # mistake base-not-used: angles = positions[:, np.newaxis] * 10000.0 ** (-pair / width)
    # mistake one-frequency-for-all: angles = positions[:, np.newaxis] * np.ones(width // 2)
    # mistake width-missing-in-exponent: angles = positions[:, np.newaxis] * base ** (-1.0 * pair)
    cos, sin = np.cos(angles), np.sin(angles)
    # mistake rotation-reversed: cos, sin = np.cos(angles), -np.sin(angles)
    # mistake sine-cosine-swapped: cos, sin = np.sin(angles), np.cos(angles)
    even, odd = x[..., 0::2], x[..., 1::2]
    # convention rope-half-split instead of rope-interleaved: even, odd = x[..., : width // 2], x[..., width // 2 :]
    # mistake rope-pairings-mixed: even, odd = x[..., : width // 2], x[..., width // 2 :]
    out = np.zeros(x.shape)
    out[..., 0::2] = even * cos - odd * sin
    # convention rope-half-split instead of rope-interleaved: out[..., : width // 2] = even * cos - odd * sin
    # mistake rope-pairings-mixed/out: out[..., : width // 2] = even * cos - odd * sin
    # mistake rotation-sign-missing: out[..., 0::2] = even * cos + odd * sin
    # mistake rotation-half-done: out[..., 0::2] = even * cos
    out[..., 1::2] = even * sin + odd * cos
    # convention rope-half-split instead of rope-interleaved: out[..., width // 2 :] = even * sin + odd * cos
    # mistake rope-pairings-mixed/out: out[..., width // 2 :] = even * sin + odd * cos
    # mistake rotation-sign-missing: out[..., 1::2] = odd * cos - even * sin
    # mistake rotation-half-done: out[..., 1::2] = odd * cos
    # mistake rotated-values-reused: out[..., 1::2] = out[..., 0::2] * sin + odd * cos
    return out


def apply_rope_backward(
    dout: np.ndarray, positions: np.ndarray, base: float = 10000.0
) -> np.ndarray:
    """Gradient of `apply_rope`: a rotation is undone by turning back.

    dout: upstream gradient (N, H, T, Dh); positions: (T,); base: as in the forward pass.
    Returns dx in the shape of dout.

    >>> apply_rope_backward(np.array([[[[0.0, 1.0]]]]), np.array([1])).round(4).tolist()
    [[[[0.8415, 0.5403]]]]
    """
    width = dout.shape[-1]
    pair = np.arange(0, width, 2)
    # mistake frequency-index-not-doubled: pair = np.arange(width // 2)
    # mistake frequency-index-doubled-twice: pair = 2 * np.arange(0, width, 2)
    angles = positions[:, np.newaxis] * base ** (-pair / width)
    # mistake frequencies-rising: angles = positions[:, np.newaxis] * base ** (pair / width)
    # mistake positions-from-one: angles = (positions[:, np.newaxis] + 1) * base ** (-pair / width)
    # mistake positions-not-used: angles = np.arange(dout.shape[2])[:, np.newaxis] * base ** (-pair / width)
    # mistake base-not-used: angles = positions[:, np.newaxis] * 10000.0 ** (-pair / width)
    cos, sin = np.cos(angles), np.sin(angles)
    # mistake rotated-forward-again: cos, sin = np.cos(angles), -np.sin(angles)
    deven, dodd = dout[..., 0::2], dout[..., 1::2]
    # convention rope-half-split instead of rope-interleaved: deven, dodd = dout[..., : width // 2], dout[..., width // 2 :]
    # mistake rope-pairings-mixed: deven, dodd = dout[..., : width // 2], dout[..., width // 2 :]
    dx = np.zeros(dout.shape)
    dx[..., 0::2] = deven * cos + dodd * sin
    # convention rope-half-split instead of rope-interleaved: dx[..., : width // 2] = deven * cos + dodd * sin
    # mistake rotation-half-done: dx[..., 0::2] = deven * cos
    # mistake rotation-sign-missing: dx[..., 0::2] = deven * cos - dodd * sin
    dx[..., 1::2] = dodd * cos - deven * sin
    # convention rope-half-split instead of rope-interleaved: dx[..., width // 2 :] = dodd * cos - deven * sin
    # mistake rotation-half-done: dx[..., 1::2] = dodd * cos
    # mistake rotation-sign-missing: dx[..., 1::2] = dodd * cos + deven * sin
    return dx
    # mistake passed-unchanged: return dout.copy()
