"""The worked solutions are right, by routes that share no line with them.

Every backward pass is held against central differences of its own forward pass; functions
without a gradient (convolution, attention, optimisers) against the definition in plain loops.
"""

import doctest
import math
import runpy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

SOLUTIONS = Path(__file__).parents[2] / "solutions"
RNG = np.random.default_rng(20)
Arrays = dict[str, np.ndarray]


def solution(slug: str) -> SimpleNamespace:
    """The functions of a solution by name."""
    return SimpleNamespace(**runpy.run_path(str(SOLUTIONS / f"{slug.replace('-', '_')}.py")))


def normal(**shapes: tuple[int, ...]) -> Arrays:
    return {name: RNG.standard_normal(shape) for name, shape in shapes.items()}


@dataclass(frozen=True)
class Gradient:
    """A scalar function of named arrays, and what the solution says its gradient is."""

    value: Callable[[Arrays], float]
    claimed: Callable[[Arrays], Arrays]
    at: Arrays


def layer(
    slug: str, name: str, at: Arrays, *, outputs: int = 1, extra: Callable[[], tuple] = tuple
) -> Gradient:
    """A forward and backward pair as the scalar Σ out·dout, for a random upstream dout.

    `extra` makes further arguments of the forward pass, which have no gradient.
    """
    functions = solution(slug)
    forward, backward = (getattr(functions, f"{name}_{way}") for way in ("forward", "backward"))
    outs = forward(*at.values(), *extra())[:outputs]
    upstream = [RNG.standard_normal(out.shape) for out in outs]

    def value(arrays: Arrays) -> float:
        outs = forward(*arrays.values(), *extra())[:outputs]
        return sum(float(np.sum(out * d)) for out, d in zip(outs, upstream, strict=True))

    def claimed(arrays: Arrays) -> Arrays:
        grads = backward(*upstream, forward(*arrays.values(), *extra())[-1])
        grads = grads if isinstance(grads, tuple) else (grads,)
        return dict(zip(arrays, grads, strict=True))

    return Gradient(value, claimed, at)


def loss(call: Callable[..., tuple], at: Arrays) -> Gradient:
    """A loss that returns its value and then one gradient for each of the named arrays."""
    return Gradient(
        value=lambda arrays: float(call(**arrays)[0]),
        claimed=lambda arrays: dict(zip(arrays, call(**arrays)[1:], strict=True)),
        at=at,
    )


def network(reg: float) -> Gradient:
    call = solution("two-layer-net").two_layer_loss
    x, y = RNG.standard_normal((7, 5)), RNG.integers(0, 3, 7)
    return Gradient(
        value=lambda params: float(call(x, y, params, reg)[0]),
        claimed=lambda params: call(x, y, params, reg)[1],
        at=normal(W1=(5, 4), b1=(4,), W2=(4, 3), b2=(3,)),
    )


SINGLE = solution("single-layer-bp").single_layer_loss
SOFTMAX = solution("softmax-ce-fb").softmax_loss
MSE = solution("mse-loss-grad").mse_loss
BCE = solution("bce-logits-grad").bce_with_logits
CE_MSE = solution("ce-plus-mse").ce_plus_mse

X, BITS, SOFT = RNG.standard_normal((5, 3)), RNG.integers(0, 2, 5), RNG.random(5)
LABELS, T = RNG.integers(0, 4, 5), RNG.dirichlet(np.ones(4), 5)
RNN = {"x": (3, 5), "h": (3, 4), "Wx": (5, 4), "Wh": (4, 4), "b": (4,)}
LSTM = {"x": (3, 5), "h": (3, 4), "c": (3, 4), "Wx": (5, 16), "Wh": (4, 16), "b": (16,)}

GRADIENTS = {
    "one sigmoid unit": loss(
        lambda w, b: SINGLE(X, BITS, w, b), {**normal(w=(3,)), "b": np.array(0.3)}
    ),
    "softmax cross-entropy": loss(lambda z: SOFTMAX(z, LABELS), normal(z=(5, 4))),
    "MSE, mean": loss(lambda yhat: MSE(yhat, T), normal(yhat=(5, 4))),
    "MSE, batchmean": loss(lambda yhat: MSE(yhat, T, "batchmean"), normal(yhat=(5, 4))),
    "MSE, sum": loss(lambda yhat: MSE(yhat, T, "sum"), normal(yhat=(5, 4))),
    "BCE on logits": loss(lambda z: BCE(z, BITS), normal(z=(5,))),
    "BCE, weighted, soft targets": loss(lambda z: BCE(z, SOFT, 2.5), normal(z=(5,))),
    "cross-entropy plus MSE": loss(lambda z: CE_MSE(z, LABELS, T, 0.7), normal(z=(5, 4))),
    "two layers": network(reg=0.0),
    "two layers with penalty": network(reg=0.3),
    "affine": layer("affine-fb", "affine", normal(x=(3, 5), w=(5, 4), b=(4,))),
    "affine on images": layer("affine-fb", "affine", normal(x=(3, 2, 5), w=(10, 4), b=(4,))),
    "ReLU": layer("relu-fb", "relu", normal(x=(5, 3))),
    "BatchNorm": layer(
        "bn1d-fb",
        "batchnorm",
        normal(x=(5, 3), gamma=(3,), beta=(3,)),
        extra=lambda: ({"mode": "train", "eps": 0.1},),
    ),
    "RNN step": layer("rnn-step-fb", "rnn_step", normal(**RNN)),
    "LSTM step": layer("lstm-step-fb", "lstm_step", normal(**LSTM), outputs=2),
}


def central_differences(value: Callable[[Arrays], float], at: Arrays, name: str) -> np.ndarray:
    """(f(x + h) − f(x − h)) / 2h for each entry of one array; the error is of order h²."""
    h = 1e-5
    slope = np.zeros(at[name].shape)
    for index in np.ndindex(slope.shape):
        step = np.zeros_like(slope)
        step[index] = h
        above, below = ({**at, name: at[name] + sign * step} for sign in (1.0, -1.0))
        slope[index] = (value(above) - value(below)) / (2 * h)
    return slope


@pytest.mark.parametrize("case", GRADIENTS.values(), ids=GRADIENTS)
def test_the_gradient_is_the_slope_of_the_forward_pass(case: Gradient) -> None:
    """Backward pass and central differences agree to 7 digits, in every entry."""
    claimed = case.claimed(case.at)
    assert claimed.keys() == case.at.keys()
    for name, array in case.at.items():
        slope = central_differences(case.value, case.at, name)
        assert np.shape(claimed[name]) == array.shape
        np.testing.assert_allclose(claimed[name], slope, rtol=1e-7, atol=1e-8, err_msg=name)


def test_batchnorm_backward_ignores_what_leaves_the_normalised_input_alone() -> None:
    """Without eps, dx is orthogonal to a shift and to a stretch of every column."""
    functions = solution("bn1d-fb")
    a = normal(x=(7, 3), gamma=(3,), beta=(3,), dout=(7, 3))
    param = {"mode": "train", "eps": 0.0}
    _, cache = functions.batchnorm_forward(a["x"], a["gamma"], a["beta"], param)
    dx, _, _ = functions.batchnorm_backward(a["dout"], cache)
    np.testing.assert_allclose(dx.sum(axis=0), 0.0, atol=1e-12)
    np.testing.assert_allclose((dx * a["x"]).sum(axis=0), 0.0, atol=1e-12)


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 1), (3, 2)])
def test_convolution_is_the_sum_of_its_definition(stride: int, pad: int) -> None:
    """Each output entry is b[f] plus the sum over channels and kernel of w·x, x being 0 outside."""
    a = normal(x=(2, 3, 7, 6), w=(4, 3, 3, 2), b=(4,))
    forward = solution("conv2d-naive").conv_forward_naive
    out, _ = forward(a["x"], a["w"], a["b"], {"stride": stride, "pad": pad})

    def pixel(n: int, c: int, row: int, column: int) -> float:
        inside = 0 <= row < 7 and 0 <= column < 6
        return float(a["x"][n, c, row, column]) if inside else 0.0

    assert out.shape == (2, 4, (7 + 2 * pad - 3) // stride + 1, (6 + 2 * pad - 2) // stride + 1)
    for n, f, i, j in np.ndindex(out.shape):
        total = a["b"][f] + sum(
            a["w"][f, c, u, v] * pixel(n, c, i * stride + u - pad, j * stride + v - pad)
            for c, u, v in np.ndindex(3, 3, 2)
        )
        assert math.isclose(out[n, f, i, j], total, rel_tol=1e-10, abs_tol=1e-12)


@pytest.mark.parametrize("mask", [None, np.tri(4, 5) > 0], ids=["no mask", "causal"])
def test_attention_is_a_weighted_mean_of_the_values(mask: np.ndarray | None) -> None:
    """Query by query: weights exp(q·k/√Dk) of the keys it may look at, divided by their sum."""
    a = normal(q=(2, 4, 3), k=(2, 5, 3), v=(2, 5, 7))
    out, attn = solution("sdpa-fwd").scaled_dot_product_attention(a["q"], a["k"], a["v"], mask)
    for n, t in np.ndindex(2, 4):
        keys = [s for s in range(5) if mask is None or mask[t, s]]
        weight = {s: math.exp(a["q"][n, t] @ a["k"][n, s] / math.sqrt(3)) for s in keys}
        total = sum(weight.values())
        expected = [weight.get(s, 0.0) / total for s in range(5)]
        np.testing.assert_allclose(attn[n, t], expected, rtol=1e-12)
        mean = sum(expected[s] * a["v"][n, s] for s in range(5))
        np.testing.assert_allclose(out[n, t], mean, rtol=1e-10, atol=1e-12)


def test_momentum_sums_the_past_gradients() -> None:
    """v_t = μᵗ·v_0 − lr·Σ μ^{t−k}·g_k; w_t adds all v; Nesterov's weights are one look-ahead on."""
    functions = solution("sgd-momentum")
    lr, mu, v0, gradients = 0.1, 0.8, 0.5, [1.0, -2.0, 0.0, 3.0]
    velocity = [
        mu**t * v0 - lr * sum(mu ** (t - k) * g for k, g in enumerate(gradients[:t], start=1))
        for t in range(1, 5)
    ]
    start = {"learning_rate": lr, "momentum": mu, "velocity": np.array([v0])}
    w, config = np.array([2.0]), start
    look, config_n = np.array([2.0]), start
    for t, g in enumerate(gradients, start=1):
        w, config = functions.sgd_momentum(w, np.array([g]), config)
        look, config_n = functions.nesterov_momentum(look, np.array([g]), config_n)
        np.testing.assert_allclose(config["velocity"], velocity[t - 1], rtol=1e-12)
        np.testing.assert_allclose(config_n["velocity"], velocity[t - 1], rtol=1e-12)
        np.testing.assert_allclose(w, 2.0 + sum(velocity[:t]), rtol=1e-12)
        # The look-ahead point is θ + μ·v, where θ takes plain steps and starts μ·v_0 behind it.
        theta = 2.0 - mu * v0 + sum(velocity[:t])
        np.testing.assert_allclose(look, theta + mu * velocity[t - 1], rtol=1e-12)
    assert start["velocity"].tolist() == [v0]


def test_adam_follows_its_sums() -> None:
    """From zero, m̂ and v̂ are weighted means of g and g²; AdamW is Adam less lr·λ·w."""
    functions = solution("adam-adamw")
    lr, beta1, beta2, eps, decay = 0.1, 0.8, 0.95, 0.1, 0.3
    gradients = [1.0, -2.0, 0.0, 3.0]
    settings = {"learning_rate": lr, "beta1": beta1, "beta2": beta2, "epsilon": eps}
    w, config = np.array([2.0]), dict(settings)
    u, config_w = np.array([2.0]), {**settings, "weight_decay": decay}
    for t in range(1, 5):
        ages = range(t - 1, -1, -1)
        m_hat = np.average(gradients[:t], weights=[beta1**age for age in ages])
        v_hat = np.average(np.square(gradients[:t]), weights=[beta2**age for age in ages])
        step = lr * m_hat / (math.sqrt(v_hat) + eps)
        expected_w, expected_u = w - step, u - step - lr * decay * u
        w, config = functions.adam(w, np.array([gradients[t - 1]]), config)
        u, config_w = functions.adamw(u, np.array([gradients[t - 1]]), config_w)
        np.testing.assert_allclose(w, expected_w, rtol=1e-12)
        np.testing.assert_allclose(u, expected_u, rtol=1e-12)
        assert config["t"] == config_w["t"] == t


@pytest.mark.parametrize("path", sorted(SOLUTIONS.glob("*.py")), ids=lambda path: path.stem)
def test_the_examples_of_the_docstrings_hold(path: Path) -> None:
    """What a docstring shows is what the solution gives, and each public function or class shows
    something; a second form of a solution gives what the first one shows."""
    if "import torch" in path.read_text(encoding="utf-8"):
        pytest.importorskip("torch")
    first = path.with_stem(path.stem.partition("__")[0])
    module = ModuleType(first.stem)
    vars(module).update(runpy.run_path(str(first)))
    globs = vars(module) | runpy.run_path(str(path))
    shown = doctest.DocTestFinder().find(module, first.stem, module=False, globs=globs)
    public = [each for each in shown if not each.name.rpartition(".")[2].startswith("_")]
    without = [each.name for each in public if not each.examples and each.name.count(".") == 1]
    assert without == []
    runner = doctest.DocTestRunner(verbose=False)
    assert sum(runner.run(each).failed for each in shown) == 0
