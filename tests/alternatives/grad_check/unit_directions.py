"""A unit vector for each entry; the array version is the scalar one of a weighted sum."""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    units = np.eye(x.size).reshape(x.size, *x.shape) * h
    slopes = [(f(x + unit) - f(x - unit)) / 2 / h for unit in units]
    return np.array(slopes).reshape(x.shape)


def numerical_gradient_array(f, x, df, h=1e-5):
    return numerical_gradient(lambda v: np.vdot(f(v), df), x, h)


def relative_error(a, b):
    size = np.abs(a) + np.abs(b)
    size[size < 1e-8] = 1e-8
    return (np.abs(a - b) / size).max()
