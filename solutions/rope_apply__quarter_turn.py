"""Rotary positions as x·cos θ plus the quarter turn of x times sin θ.

The same functions as in `rope_apply.py`, for the mistakes that people make in this form.
"""

import numpy as np


def apply_rope(x: np.ndarray, positions: np.ndarray, base: float = 10000.0) -> np.ndarray:
    """Turn the pairs (2i, 2i + 1) of x (N, H, T, Dh) by position·base^(−2i/Dh)."""
    width = x.shape[-1]
    angles = positions[:, np.newaxis] * base ** (-np.arange(0, width, 2) / width)
    angles = np.repeat(angles, 2, axis=1)  # one angle for both columns of a pair
    # mistake rope-pairings-mixed: angles = np.concatenate([angles, angles], axis=1)
    turned = np.stack([-x[..., 1::2], x[..., 0::2]], axis=-1).reshape(x.shape)
    # mistake rope-pairings-mixed: turned = np.concatenate([-x[..., width // 2 :], x[..., : width // 2]], axis=-1)
    # mistake rotation-sign-missing: turned = np.stack([x[..., 1::2], x[..., 0::2]], axis=-1).reshape(x.shape)
    # mistake rotation-reversed: turned = np.stack([x[..., 1::2], -x[..., 0::2]], axis=-1).reshape(x.shape)
    out = x * np.cos(angles) + turned * np.sin(angles)
    # mistake sine-cosine-swapped: out = x * np.sin(angles) + turned * np.cos(angles)
    # mistake rotation-half-done: out = x * np.cos(angles)
    return out


def apply_rope_backward(
    dout: np.ndarray, positions: np.ndarray, base: float = 10000.0
) -> np.ndarray:
    """Turn the upstream gradient (N, H, T, Dh) back."""
    width = dout.shape[-1]
    angles = positions[:, np.newaxis] * base ** (-np.arange(0, width, 2) / width)
    angles = np.repeat(angles, 2, axis=1)
    # mistake rope-pairings-mixed: angles = np.concatenate([angles, angles], axis=1)
    turned = np.stack([-dout[..., 1::2], dout[..., 0::2]], axis=-1).reshape(dout.shape)
    # mistake rope-pairings-mixed: turned = np.concatenate([-dout[..., width // 2 :], dout[..., : width // 2]], axis=-1)
    # mistake rotation-sign-missing: turned = np.stack([dout[..., 1::2], dout[..., 0::2]], axis=-1).reshape(dout.shape)
    dx = dout * np.cos(angles) - turned * np.sin(angles)
    # mistake rotated-forward-again: dx = dout * np.cos(angles) + turned * np.sin(angles)
    # mistake rotation-half-done: dx = dout * np.cos(angles)
    return dx
