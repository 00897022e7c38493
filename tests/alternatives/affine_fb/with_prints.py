"""Debug prints, asserts and a main block left in, and lists instead of tuples."""

from __future__ import annotations

import numpy as np

Array = np.ndarray


def affine_forward(x: Array, w: Array, b: Array) -> list:
    """y = xW + b"""
    X = np.reshape(x, (x.shape[0], -1))
    print("affine_forward:", X.shape, w.shape, b.shape)
    assert X.shape[1] == w.shape[0], "sizes do not match"
    y = np.matmul(X, w)
    for row in y:
        row += b
    return [y, [x, w]]


def affine_backward(dout: Array, cache: list) -> list:
    x, w = cache
    print(f"affine_backward: {dout.shape=}")
    dX = np.matmul(dout, w.T)
    dw = np.matmul(np.reshape(x, dX.shape).T, dout)
    assert dw.shape == w.shape
    return [np.reshape(dX, x.shape), dw, np.add.reduce(dout, axis=0)]


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    out, cache = affine_forward(rng.normal(size=(2, 3)), rng.normal(size=(3, 4)), np.zeros(4))
    print(out, affine_backward(np.ones((2, 4)), cache))
