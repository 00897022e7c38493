"""The paper's formula: ∇v = (g/‖v‖)·∇W − (g·∇g/‖v‖²)·v, with einsum."""

import numpy as np


def weight_normalization_forward(v, g):
    norms = np.sqrt(np.einsum("dm,dm->m", v, v))
    return np.einsum("m,dm->dm", g / norms, v), (v, g, norms)


def weight_normalization_backward(dW, cache):
    v, g, norms = cache
    grad_g = np.einsum("dm,dm->m", dW, v) / norms
    grad_v = (g / norms) * dW - (g * grad_g / norms**2) * v
    return grad_v, grad_g
