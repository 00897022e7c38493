"""Everything from the direction x1 − x0; time kept by adding up; the field as a lambda."""

import numpy as np


def flow_interpolate(x0, x1, t):
    return x0 + np.multiply(x1 - x0, t.reshape(-1, 1))


def flow_matching_loss(v_pred, x0, x1):
    gap = (v_pred + x0 - x1).ravel()
    scale = 1.0 / gap.size
    return scale * gap.dot(gap), (2 * scale * gap).reshape(v_pred.shape)


def make_linear_field(A, b):
    return lambda x, t: np.dot(x, A) + np.multiply(t, b)


def euler_sampler(velocity, x0, steps):
    x, t, dt = np.array(x0, dtype=float), 0.0, 1.0 / steps
    while steps > 0:
        x += dt * velocity(x, t)
        t += dt
        steps -= 1
    return x
