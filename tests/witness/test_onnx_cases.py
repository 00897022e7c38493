"""The ONNX standard's own node cases give the same outputs as the worked solutions.

A case is an operator with inputs and the outputs the standard's authors computed. Where the
operator orders gates, counts steps or adds decay in another way than the solution, the
translation is written out beside the case.
"""

import runpy
import warnings
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

onnx_cases = pytest.importorskip("onnx.backend.test.case.node")
numpy_helper = import_module("onnx.numpy_helper")

pytestmark = pytest.mark.witness

SOLUTIONS = Path(__file__).parents[2] / "solutions"
CLOSE = {"rtol": 2e-5, "atol": 2e-6}  # the cases are float32


def solution(name: str) -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(SOLUTIONS / f"{name}.py")))


class Case:
    """One node case: inputs and expected outputs in double precision, and the attributes."""

    def __init__(self, module: str, name: str) -> None:
        with warnings.catch_warnings():  # some cases are about overflow
            warnings.simplefilter("ignore")
            import_module(f"onnx.backend.test.case.node.{module}")
        found = next(each for each in onnx_cases._NodeTestCases if each.name == f"test_{name}")
        (self.node,) = found.model.graph.node
        inputs, outputs = found.data_sets[0]
        self.inputs = [_widened(each) for each in inputs]
        self.outputs = [_widened(each) for each in outputs]
        self.attributes = {each.name: each for each in self.node.attribute}

    def ints(self, name: str, default: list[int]) -> list[int]:
        return list(self.attributes[name].ints) if name in self.attributes else default

    def float(self, name: str, default: float) -> float:
        return self.attributes[name].f if name in self.attributes else default


def _widened(value: object) -> np.ndarray:
    plain = isinstance(value, (np.ndarray, np.generic))
    array = np.asarray(value if plain else numpy_helper.to_array(value))
    return array.astype(np.float64) if array.dtype.kind == "f" else array


def assert_same(ours: object, theirs: np.ndarray) -> None:
    np.testing.assert_allclose(ours, theirs, **CLOSE)


def test_softmax_cross_entropy() -> None:
    """SoftmaxCrossEntropyLoss with the mean over the batch."""
    case = Case("softmax_cross_entropy_loss", "sce_mean")
    loss, _ = solution("softmax_ce_fb").softmax_loss(*case.inputs)
    assert_same(loss, case.outputs[0])


def test_weighted_softmax_cross_entropy() -> None:
    """SoftmaxCrossEntropyLoss with weights, whose mean divides by their sum."""
    case = Case("softmax_cross_entropy_loss", "sce_mean_weight")
    loss, _ = solution("weighted_ce").weighted_softmax_loss(*case.inputs)
    assert_same(loss, case.outputs[0])


@pytest.mark.parametrize("name", ["gemm_default_vector_bias", "gemm_default_no_bias"])
def test_affine(name: str) -> None:
    """Gemm without transposes is x·w + b."""
    x, w, *bias = Case("gemm", name).inputs
    b = bias[0].reshape(-1) if bias else np.zeros(w.shape[1])
    out, _ = solution("affine_fb").affine_forward(x, w, b)
    assert_same(out, Case("gemm", name).outputs[0])


def test_relu() -> None:
    """Relu."""
    case = Case("relu", "relu")
    out, _ = solution("relu_fb").relu_forward(case.inputs[0])
    assert_same(out, case.outputs[0])


@pytest.mark.parametrize("name", ["batchnorm_example", "batchnorm_epsilon"])
def test_batchnorm_in_test_mode(name: str) -> None:
    """BatchNormalization with given statistics; channels become features."""
    case = Case("batch_normalization", name)
    x, gamma, beta, mean, var = case.inputs
    bn_param = {"mode": "test", "eps": case.float("epsilon", 1e-5)}
    bn_param |= {"running_mean": mean, "running_var": var}
    out, _ = solution("bn1d_fb").batchnorm_forward(features(x), gamma, beta, bn_param)
    assert_same(out, features(case.outputs[0]))


@pytest.mark.parametrize(
    "name", ["batchnorm_example_training_mode", "batchnorm_epsilon_training_mode"]
)
def test_batchnorm_in_training_mode(name: str) -> None:
    """BatchNormalization with batch statistics: the output and both running statistics."""
    case = Case("batch_normalization", name)
    x, gamma, beta, mean, var = case.inputs
    bn_param = {"mode": "train", "eps": case.float("epsilon", 1e-5)}
    bn_param |= {"momentum": case.float("momentum", 0.9), "running_mean": mean, "running_var": var}
    out, _ = solution("bn1d_fb").batchnorm_forward(features(x), gamma, beta, bn_param)
    theirs, running_mean, running_var = case.outputs
    assert_same(out, features(theirs))
    assert_same(bn_param["running_mean"], running_mean)
    assert_same(bn_param["running_var"], running_var)


def features(x: np.ndarray) -> np.ndarray:
    """(N, C, H, W) as (N·H·W, C)."""
    return np.moveaxis(x, 1, -1).reshape(-1, x.shape[1])


@pytest.mark.parametrize(
    "name",
    [
        "basic_conv_with_padding",
        "basic_conv_without_padding",
        "conv_with_strides_padding",
        "conv_with_strides_no_padding",
    ],
)
def test_convolution(name: str) -> None:
    """Conv with the same stride and padding on all sides, and no bias."""
    case = Case("conv", name)
    x, w = case.inputs
    (stride,) = set(case.ints("strides", [1]))
    (pad,) = set(case.ints("pads", [0]))
    ours = solution("conv2d_naive").conv_forward_naive
    out, _ = ours(x, w, np.zeros(len(w)), {"stride": stride, "pad": pad})
    assert_same(out, case.outputs[0])


@pytest.mark.parametrize("name", ["simple_rnn_defaults", "rnn_seq_length"])
def test_rnn(name: str) -> None:
    """RNN, step by step; the standard keeps a bias of the input and one of the state."""
    case = Case("rnn", name)
    x, Wx, Wh, *bias = case.inputs
    b = bias[0][0].reshape(2, -1).sum(axis=0) if bias else np.zeros(len(Wh[0]))
    step = solution("rnn_step_fb").rnn_step_forward
    h = np.zeros((x.shape[1], len(b)))
    for x_t in x:
        h, _ = step(x_t, h, Wx[0].T, Wh[0].T, b)
    assert_same(h, case.outputs[-1][0])


@pytest.mark.parametrize("name", ["lstm_defaults", "lstm_with_initial_bias"])
def test_lstm(name: str) -> None:
    """LSTM, step by step; the standard orders the gates i, o, f, g."""
    case = Case("lstm", name)
    x, Wx, Wh, *bias = case.inputs
    hidden = Wh.shape[-1]
    b = bias[0][0].reshape(2, -1).sum(axis=0) if bias else np.zeros(4 * hidden)
    i, o, f, g = np.arange(4 * hidden).reshape(4, hidden)
    ours = np.concatenate([i, f, o, g])
    step = solution("lstm_step_fb").lstm_step_forward
    h = c = np.zeros((x.shape[1], hidden))
    for x_t in x:
        h, c, _ = step(x_t, h, c, Wx[0][ours].T, Wh[0][ours].T, b[ours])
    assert_same(h, case.outputs[-1][0])


@pytest.mark.parametrize("name", ["attention_4d", "attention_4d_attn_mask_bool"])
def test_attention(name: str) -> None:
    """Attention over heads, the scores divided by √Dk, with and without a boolean mask."""
    case = Case("attention", name)
    out, _ = solution("sdpa_fwd").scaled_dot_product_attention(*case.inputs)
    assert_same(out, case.outputs[0])


@pytest.mark.parametrize(
    ("name", "function"),
    [("momentum", "sgd_momentum"), ("nesterov_momentum", "nesterov_momentum")],
)
def test_momentum(name: str, function: str) -> None:
    """Momentum keeps v without the learning rate, and adds an L2 term to the gradient."""
    case = Case("momentum", name)
    lr, _, w, dw, v = case.inputs
    gradient = dw + case.float("norm_coefficient", 0.0) * w
    config = {"learning_rate": lr, "momentum": case.float("alpha", 0.0), "velocity": -lr * v}
    next_w, state = getattr(solution("sgd_momentum"), function)(w, gradient, config)
    assert_same(next_w, case.outputs[0])
    assert_same(-state["velocity"] / lr, case.outputs[1])


def test_adam() -> None:
    """Adam at step 0 applies no bias correction; at our step 1 the factors of the correction
    are constants, which the learning rate and eps can undo."""
    case = Case("adam", "adam")
    lr, _, w, dw, m, v = case.inputs
    gradient = dw + case.float("norm_coefficient", 0.0) * w
    beta1, beta2 = case.float("alpha", 0.9), case.float("beta", 0.999)
    config = {
        "learning_rate": lr * (1 - beta1) / np.sqrt(1 - beta2),
        "epsilon": case.float("epsilon", 0.0) / np.sqrt(1 - beta2),
        "beta1": beta1,
        "beta2": beta2,
        "m": m,
        "v": v,
        "t": 0,
    }
    next_w, state = solution("adam_adamw").adam(w, gradient, config)
    for ours, theirs in zip((next_w, state["m"], state["v"]), case.outputs, strict=True):
        assert_same(ours, theirs)
