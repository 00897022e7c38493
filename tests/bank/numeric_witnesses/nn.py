"""Numeric questions of the branch nn, answered a second time."""

from itertools import pairwise
from statistics import NormalDist

import numpy as np

from numeric_witnesses.tools import Witness, gradient, sigmoid


def slope(f: Witness, x: float) -> float:
    """f'(x) of a scalar function by central differences."""
    return float(gradient(lambda z: float(np.squeeze(f(float(z[0])))), [x])[0])


def tanh(z: float) -> float:
    up, down = np.exp(z), np.exp(-z)
    return float((up - down) / (up + down))


def relu(z: float) -> float:
    return z if z > 0 else 0.0


def leaky_relu(z: float, k: float) -> float:
    return z if z > 0 else k * z


def elu(z: float, alpha: float) -> float:
    return z if z > 0 else alpha * (float(np.exp(z)) - 1)


def gelu_point(x: float, **_: float) -> list[float]:
    inner = np.sqrt(2 / np.pi) * (x + 0.044715 * x * x * x)
    return [x * NormalDist().cdf(x), x / 2 * (1 + tanh(float(inner)))]


def leaky_and_elu(z: float, k: float, **others: float) -> list[float]:
    alpha = others["α"]
    return [leaky_relu(z, k), elu(z, alpha), slope(lambda at: elu(at, alpha), z)]


def active_fraction(mu: float, **_: float) -> float:
    grid = np.linspace(0.0, mu + 12.0, 200_001)
    density = np.exp(-((grid - mu) ** 2) / 2) / np.sqrt(2 * np.pi)
    return float(np.sum((density[1:] + density[:-1]) / 2 * np.diff(grid)))


def activation_values(z: float, k: float, **_: float) -> list[float]:
    return [sigmoid(z), tanh(z), relu(z), leaky_relu(z, k)]


def greatest_slopes(x: float, **_: float) -> list[float]:
    found = []
    for f in (sigmoid, tanh):
        found += [max(slope(f, at) for at in np.linspace(-1, 1, 21)), slope(f, x)]
    return found


def weight_gradient(
    *,
    x1: float,
    x2: float,
    a: float,
    b: float,
    c: float,
    d: float,
    v1: float,
    v2: float,
    t: float,
    **_: float,
) -> float:
    def loss(first: np.ndarray) -> float:
        hidden = [sigmoid(x1 * first[0, j] + x2 * first[1, j]) for j in range(2)]
        return 0.5 * (hidden[0] * v1 + hidden[1] * v2 - t) ** 2

    return float(gradient(loss, [[a, b], [c, d]])[0, 0])


def two_two_one(
    *,
    x1: float,
    x2: float,
    a: float,
    b: float,
    c: float,
    d: float,
    p: float,
    q: float,
    v1: float,
    v2: float,
    t: float,
    **_: float,
) -> float:
    hidden = np.maximum(np.array([x1, x2]) @ np.array([[a, b], [c, d]]) + np.array([p, q]), 0)
    return float(hidden @ np.array([v1, v2]) + t)


def perceptron_update(
    *, w1: float, w2: float, b: float, x1: float, x2: float, y: float, **_: float
) -> list[float]:
    weights, sample = np.array([w1, w2, b]), np.array([x1, x2, 1.0])
    if y * (weights @ sample) <= 0:
        weights = weights + y * sample
    return list(weights)


def sigmoid_neuron(w1: float, w2: float, b: float, x1: float, x2: float, **_: float) -> float:
    return sigmoid(w1 * x1 + w2 * x2 + b)


def parameter_count(D: float, H: float, M: float, C: float, **_: float) -> float:
    layers = [
        (np.zeros((int(fan_in), int(fan_out))), np.zeros(int(fan_out)))
        for fan_in, fan_out in pairwise([D, H, M, C])
    ]
    return float(sum(weights.size + biases.size for weights, biases in layers))


WITNESSES: dict[str, Witness] = {
    "nn.activations.modern.gelu-point": gelu_point,
    "nn.activations.relu-variants.values-and-slopes": leaky_and_elu,
    "nn.activations.relu.active-fraction": active_fraction,
    "nn.activations.role.values": activation_values,
    "nn.activations.sigmoid-tanh.slopes": greatest_slopes,
    "nn.backprop.two-two-one-gradient": weight_gradient,
    "nn.forward.two-two-one": two_two_one,
    "nn.neuron.perceptron.one-update": perceptron_update,
    "nn.neuron.sigmoid-neuron.output": sigmoid_neuron,
    "nn.structure.parameter-count": parameter_count,
}
