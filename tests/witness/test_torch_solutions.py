"""torch computes the same forward values and the same gradients as every worked solution."""

import numpy as np
import pytest
from beside_torch import (
    CLOSE,
    RNG,
    assert_layer,
    assert_loss,
    assert_same,
    normal,
    solution,
    steps,
)

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


def test_one_sigmoid_unit() -> None:
    """`mse_loss` on the output of a sigmoid unit."""
    x, y, w, b = normal(7, 5), RNG.random(7), normal(5), np.array(0.3)
    x_t, y_t = torch.tensor(x), torch.tensor(y)
    assert_loss(
        solution("single-layer-bp").single_layer_loss(x, y, w, b),
        lambda w, b: functional.mse_loss(torch.sigmoid(x_t @ w + b), y_t),
        w,
        b,
    )


@pytest.mark.parametrize("scale", [1.0, 1000.0])
def test_softmax_cross_entropy(scale: float) -> None:
    """`cross_entropy` with its default reduction, also where a naive softmax overflows."""
    z, y = scale * normal(7, 5), RNG.integers(0, 5, 7)
    ours = solution("softmax-ce-fb").softmax_loss(z, y)
    assert_loss(ours, lambda z: functional.cross_entropy(z, torch.tensor(y)), z)


@pytest.mark.parametrize("reduction", ["mean", "sum"])
def test_mse(reduction: str) -> None:
    """`mse_loss` with the reductions that torch has."""
    yhat, y = normal(5, 3), normal(5, 3)
    ours = solution("mse-loss-grad").mse_loss(yhat, y, reduction)
    value = functional.mse_loss
    assert_loss(ours, lambda yhat: value(yhat, torch.tensor(y), reduction=reduction), yhat)


@pytest.mark.parametrize("scale", [1.0, 1000.0])
@pytest.mark.parametrize("weight", [1.0, 2.5])
def test_bce_with_logits(scale: float, weight: float) -> None:
    """`binary_cross_entropy_with_logits` with `pos_weight` and soft targets."""
    z, y = scale * normal(9), RNG.random(9)
    ours = solution("bce-logits-grad").bce_with_logits(z, y, weight)
    call = functional.binary_cross_entropy_with_logits
    assert_loss(
        ours,
        lambda z: call(z, torch.tensor(y), pos_weight=torch.tensor(weight, dtype=z.dtype)),
        z,
    )


def test_cross_entropy_plus_mse() -> None:
    """The sum of torch's two losses, the second on the probabilities."""
    z, y, t, lam = normal(7, 5), RNG.integers(0, 5, 7), RNG.dirichlet(np.ones(5), 7), 0.7
    y_t, t_t = torch.tensor(y), torch.tensor(t)
    assert_loss(
        solution("ce-plus-mse").ce_plus_mse(z, y, t, lam),
        lambda z: (
            functional.cross_entropy(z, y_t)
            + lam * functional.mse_loss(torch.softmax(z, dim=1), t_t)
        ),
        z,
    )


def test_affine() -> None:
    """`linear`, whose weight is the transpose of ours."""
    layer = solution("affine-fb")
    assert_layer(
        layer.affine_forward,
        layer.affine_backward,
        lambda x, w, b: functional.linear(x.flatten(1), w.T, b),
        [normal(3, 2, 5), normal(10, 4), normal(4)],
    )


def test_relu() -> None:
    """`relu`, with exact zeros among the inputs."""
    layer = solution("relu-fb")
    x = normal(5, 7)
    x[::2, ::3] = 0.0
    assert_layer(layer.relu_forward, layer.relu_backward, functional.relu, [x])


@pytest.mark.parametrize("reg", [0.0, 0.3])
def test_two_layer_network(reg: float) -> None:
    """A network of torch's own functions with the penalty written out."""
    x, y = normal(7, 5), RNG.integers(0, 3, 7)
    params = {"W1": normal(5, 4), "b1": normal(4), "W2": normal(4, 3), "b2": normal(3)}
    loss, grads = solution("two-layer-net").two_layer_loss(x, y, params, reg)
    assert grads.keys() == params.keys()

    def value(w1, b1, w2, b2):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        logits = torch.relu(torch.tensor(x) @ w1 + b1) @ w2 + b2
        penalty = 0.5 * reg * (w1.square().sum() + w2.square().sum())
        return functional.cross_entropy(logits, torch.tensor(y)) + penalty

    assert_loss((loss, *(grads[name] for name in params)), value, *params.values())


@pytest.mark.parametrize("name", ["softmax_loss_naive", "softmax_loss_vectorized"])
@pytest.mark.parametrize("reg", [0.0, 0.3])
def test_softmax_classifier(name: str, reg: float) -> None:
    """`cross_entropy` of a product, with the penalty written out."""
    w, x, y = normal(5, 3), normal(7, 5), RNG.integers(0, 3, 7)
    loss, dw = getattr(solution("softmax-classifier"), name)(w, x, y, reg)

    def value(weights):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        scores = torch.tensor(x) @ weights
        return functional.cross_entropy(scores, torch.tensor(y)) + reg * weights.square().sum()

    assert_loss((loss, dw), value, w)


def test_plain_descent() -> None:
    """`SGD` without momentum."""
    steps(
        solution("sgd-step").sgd,
        {"learning_rate": 0.1},
        lambda p: torch.optim.SGD(p, lr=0.1),
    )


@pytest.mark.parametrize(
    ("name", "nesterov"), [("sgd_momentum", False), ("nesterov_momentum", True)]
)
def test_momentum(name: str, nesterov: bool) -> None:
    """`SGD` with momentum: from rest and with a constant rate both forms take the same path."""
    steps(
        getattr(solution("sgd-momentum"), name),
        {"learning_rate": 0.1, "momentum": 0.8},
        lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.8, nesterov=nesterov),
    )


@pytest.mark.parametrize("eps", [1e-8, 0.1])
def test_adam_and_adamw(eps: float) -> None:
    """`Adam` and `AdamW`, also with an eps large enough to show where it stands."""
    functions = solution("adam-adamw")
    ours = {"learning_rate": 0.1, "beta1": 0.8, "beta2": 0.95, "epsilon": eps}
    theirs = {"lr": 0.1, "betas": (0.8, 0.95), "eps": eps}
    steps(functions.adam, ours, lambda p: torch.optim.Adam(p, **theirs))
    steps(
        functions.adamw,
        {**ours, "weight_decay": 0.3},
        lambda p: torch.optim.AdamW(p, weight_decay=0.3, **theirs),
    )


def test_batchnorm_in_training() -> None:
    """`batch_norm` in training: values and gradients. torch's momentum weighs the new statistic."""
    layer = solution("bn1d-fb")
    arrays = [2.0 * normal(7, 4) + 1.0, normal(4), normal(4)]
    start = {"running_mean": normal(4), "running_var": 1.0 + RNG.random(4)}
    param = {"mode": "train", "eps": 0.1, "momentum": 0.9, **start}
    mean, var = (torch.tensor(each) for each in start.values())
    assert_layer(
        lambda *a: layer.batchnorm_forward(*a, param),
        layer.batchnorm_backward,
        lambda x, gamma, beta: functional.batch_norm(
            x, mean, var, gamma, beta, training=True, momentum=0.1, eps=0.1
        ),
        arrays,
    )
    # torch lets the unbiased variance into the running one, which is N/(N − 1) times ours.
    ours = param["running_var"] - 0.9 * start["running_var"]
    theirs = var.numpy() - 0.9 * start["running_var"]
    assert_same((param["running_mean"],), (mean,))
    np.testing.assert_allclose(theirs, ours * 7 / 6, **CLOSE)


def test_batchnorm_in_test_mode() -> None:
    """`batch_norm` with given statistics."""
    x, gamma, beta, mean, var = normal(1, 4), normal(4), normal(4), normal(4), RNG.random(4)
    param = {"mode": "test", "eps": 0.1, "running_mean": mean, "running_var": var}
    out, _ = solution("bn1d-fb").batchnorm_forward(x, gamma, beta, param)
    x, gamma, beta, mean, var = (torch.tensor(each) for each in (x, gamma, beta, mean, var))
    assert_same((out,), (functional.batch_norm(x, mean, var, gamma, beta, eps=0.1),))


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 1), (3, 2)])
def test_convolution(stride: int, pad: int) -> None:
    """`conv2d`."""
    x, w, b = normal(2, 3, 9, 7), normal(4, 3, 3, 2), normal(4)
    out, _ = solution("conv2d-naive").conv_forward_naive(x, w, b, {"stride": stride, "pad": pad})
    x, w, b = (torch.tensor(each) for each in (x, w, b))
    assert_same((out,), (functional.conv2d(x, w, b, stride=stride, padding=pad),))


def test_rnn_step() -> None:
    """`rnn_tanh_cell`, whose weights are the transposes of ours."""
    layer = solution("rnn-step-fb")
    none = torch.zeros(4, dtype=torch.float64)
    assert_layer(
        layer.rnn_step_forward,
        layer.rnn_step_backward,
        lambda x, h, wx, wh, b: torch.rnn_tanh_cell(x, h, wx.T, wh.T, b, none),
        [normal(3, 5), normal(3, 4), normal(5, 4), normal(4, 4), normal(4)],
    )


def test_lstm_step() -> None:
    """`lstm_cell`, whose weights are ours transposed, in the order i, f, g, o."""
    layer = solution("lstm-step-fb")
    none = torch.zeros(16, dtype=torch.float64)

    def reordered(w):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        i, f, o, g = w.chunk(4, dim=-1)
        return torch.cat([i, f, g, o], dim=-1)

    def value(x, h, c, wx, wh, b):  # noqa: ANN001, ANN202, PLR0917
        return torch.lstm_cell(x, (h, c), reordered(wx).T, reordered(wh).T, reordered(b), none)

    assert_layer(
        layer.lstm_step_forward,
        layer.lstm_step_backward,
        value,
        [normal(3, 5), normal(3, 4), normal(3, 4), normal(5, 16), normal(4, 16), normal(16)],
    )


@pytest.mark.parametrize("mask", [None, np.tri(4, 5) > 0], ids=["no mask", "causal"])
def test_attention(mask: np.ndarray | None) -> None:
    """`scaled_dot_product_attention`, in which a true entry of the mask also allows."""
    q, k, v = normal(2, 3, 4, 7), normal(2, 3, 5, 7), normal(2, 3, 5, 6)
    out, attn = solution("sdpa-fwd").scaled_dot_product_attention(q, k, v, mask)
    np.testing.assert_allclose(attn.sum(axis=-1), 1.0, rtol=1e-12)
    theirs = functional.scaled_dot_product_attention(
        *(torch.tensor(each) for each in (q, k, v)),
        attn_mask=None if mask is None else torch.tensor(mask),
    )
    assert_same((out,), (theirs,))


@pytest.mark.parametrize("gamma", [0.0, 1.0, 2.5])
def test_focal_loss_of_several_classes(gamma: float) -> None:
    """`cross_entropy` sample by sample, weighed by what its exponential leaves."""
    z, y = normal(6, 4), RNG.integers(0, 4, 6)

    def value(logits):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        ce = torch.nn.functional.cross_entropy(logits, torch.tensor(y), reduction="none")
        return ((1 - (-ce).exp()) ** gamma * ce).mean()

    assert_loss(solution("multiclass-focal").focal_ce(z, y, gamma), value, z)
