"""Places counted in a flat copy."""

import numpy as np


def moved(x, i, step):
    flat = x.flatten().astype(float)
    flat[i] += step
    return flat.reshape(x.shape)


def numerical_grad(f, x, h=1e-5):
    grad = np.empty(x.size)
    for i in range(x.size):
        grad[i] = 0.5 / h * (f(moved(x, i, h)) - f(moved(x, i, -h)))
    return grad.reshape(x.shape)


def eval_numerical_gradient_array(f, x, df, h=1e-5):
    grad = np.empty(x.size)
    for i in range(x.size):
        column = (f(moved(x, i, h)) - f(moved(x, i, -h))) / (2 * h)
        grad[i] = np.tensordot(column, df, axes=column.ndim)
    return grad.reshape(x.shape)


def rel_error(a, b):
    return max(abs(p - q) / max(1e-8, abs(p) + abs(q)) for p, q in zip(a.flat, b.flat))
