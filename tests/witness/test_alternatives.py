"""torch's autograd in double precision says that every alternative answer is right."""

import contextlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from alternatives import FILES, differences, inputs_of, play, profiles
from exercises import PLAYED, REDUCTIONS
from playing import Exercise, Values

torch = pytest.importorskip("torch")
F = torch.nn.functional
pytestmark = [
    pytest.mark.witness,
    pytest.mark.filterwarnings("ignore:overflow encountered in exp:RuntimeWarning"),
]

Forward = Callable[[dict[str, Any]], dict[str, Any]]


def tensors(inputs: Values) -> dict[str, Any]:
    """Floating arrays as double leaves that want a gradient, everything else as it is."""
    return {name: _tensor(value) for name, value in inputs.items()}


def _tensor(value: object) -> object:
    match value:
        case np.ndarray() if value.dtype.kind == "f":
            return torch.tensor(value, dtype=torch.float64, requires_grad=True)
        case np.ndarray():
            return torch.tensor(value)
        case float():
            return torch.tensor(value, dtype=torch.float64, requires_grad=True)
        case _:
            return value


def witness(slug: str, inputs: Values) -> Values:
    """Outputs by torch's own operators, gradients by autograd."""
    exercise, leaves = PLAYED[slug], tensors(inputs)
    outputs = FORWARD[slug](leaves)
    results = {name: value.detach().numpy() for name, value in outputs.items()}
    if not exercise.gradients or inputs.get("mode") == "test":
        return results
    objective_of(exercise, outputs, leaves).backward()
    grads = {o: leaves[name].grad.numpy() for name, o in exercise.gradients.items()}
    return results | grads


def objective_of(exercise: Exercise, outputs: Values, leaves: Values) -> Any:
    if not exercise.upstream:
        return outputs["loss"]
    return sum((outputs[o] * leaves[d]).sum() for o, d in exercise.upstream.items())


def affine(t: dict[str, Any]) -> dict[str, Any]:
    return {"out": F.linear(t["x"].flatten(1), t["w"].T, t["b"])}


def relu(t: dict[str, Any]) -> dict[str, Any]:
    return {"out": F.relu(t["x"])}


def mse(t: dict[str, Any]) -> dict[str, Any]:
    total = F.mse_loss(t["yhat"], t["y"], reduction="sum")
    divisors = (t["y"].numel(), len(t["y"]), 1)
    return {"loss": total / divisors[REDUCTIONS.index(t["reduction"])]}


def bce(t: dict[str, Any]) -> dict[str, Any]:
    weight = t["pos_weight"].detach()
    return {"loss": F.binary_cross_entropy_with_logits(t["z"], t["y"], pos_weight=weight)}


def softmax_ce(t: dict[str, Any]) -> dict[str, Any]:
    return {"loss": F.cross_entropy(t["z"], t["y"])}


def ce_plus_mse(t: dict[str, Any]) -> dict[str, Any]:
    squared = F.mse_loss(torch.softmax(t["z"], dim=1), t["t"])
    return {"loss": F.cross_entropy(t["z"], t["y"]) + t["lam"] * squared}


def single_layer(t: dict[str, Any]) -> dict[str, Any]:
    return {"loss": F.mse_loss(torch.sigmoid(t["x"] @ t["w"] + t["b"]), t["y"])}


def two_layer(t: dict[str, Any]) -> dict[str, Any]:
    logits = F.relu(t["x"] @ t["W1"] + t["b1"]) @ t["W2"] + t["b2"]
    penalty = t["reg"] * (t["W1"].square().sum() + t["W2"].square().sum()) / 2
    return {"loss": F.cross_entropy(logits, t["y"]) + penalty}


def batchnorm(t: dict[str, Any]) -> dict[str, Any]:
    """torch blends 1 - alpha of the unbiased variance in; the task blends the biased one."""
    training, n = t["mode"] == "train", len(t["x"])
    mean, var = t["running_mean"].detach().clone(), t["running_var"].detach().clone()
    out = F.batch_norm(t["x"], mean, var, t["gamma"], t["beta"], training, 0.2, 1e-3)
    if training:
        kept = 0.8 * t["running_var"].detach()
        var = kept + (var - kept) * (n - 1) / n
    return {"out": out, "mean": mean, "var": var}


def rnn(t: dict[str, Any]) -> dict[str, Any]:
    cell = torch.rnn_tanh_cell
    return {"next_h": cell(t["x"], t["prev_h"], t["Wx"].T, t["Wh"].T, t["b"], 0 * t["b"])}


def lstm(t: dict[str, Any]) -> dict[str, Any]:
    """torch orders its gates i, f, g, o: the last two blocks change places."""
    i, f, o, g = range(4)
    size = t["prev_h"].shape[1]
    order = torch.cat([torch.arange(size) + size * gate for gate in (i, f, g, o)])
    wx, wh, b = t["Wx"][:, order].T, t["Wh"][:, order].T, t["b"][order]
    h, c = torch.lstm_cell(t["x"], (t["prev_h"], t["prev_c"]), wx, wh, b, 0 * b)
    return {"next_h": h, "next_c": c}


def attention(t: dict[str, Any]) -> dict[str, Any]:
    identity = torch.eye(t["k"].shape[-2], dtype=torch.float64).expand(*t["k"].shape[:-1], -1)
    attend = F.scaled_dot_product_attention
    return {
        "out": attend(t["q"], t["k"], t["v"], attn_mask=t["mask"]),
        "attn": attend(t["q"], t["k"], identity, attn_mask=t["mask"]),
    }


def conv(t: dict[str, Any]) -> dict[str, Any]:
    return {"out": F.conv2d(t["x"], t["w"], t["b"], stride=t["stride"], padding=t["pad"])}


def three_steps(t: dict[str, Any], optimiser: Any, names: dict[str, str], prefix: str) -> Values:
    (weight,) = optimiser.param_groups[0]["params"]
    outputs = {}
    for g in ("g1", "g2", "g3"):
        weight.grad = t[g].detach().clone()
        optimiser.step()
        for name, torch_name in names.items():
            value = torch.as_tensor(optimiser.state[weight][torch_name])
            outputs[f"{prefix}.{g}.{name}"] = value.detach().clone().double()
        outputs[f"{prefix}.{g}.w"] = weight.detach().clone()
    return outputs


def adam(t: dict[str, Any]) -> dict[str, Any]:
    lr, betas, eps, decay = (0.05, (0.8, 0.95), 1e-3, 0.3)
    if t["start"]:
        lr, betas, eps, decay = (1e-3, (0.9, 0.999), 1e-8, 1e-2)
    names = {"m": "exp_avg", "v": "exp_avg_sq", "t": "step"}
    outputs = {}
    for prefix, weight_decay in (("0", 0.0), ("1", decay)):
        weight = t["w"].detach().clone().requires_grad_()
        optimiser = torch.optim.AdamW([weight], lr, betas, eps, weight_decay)
        if not t["start"]:
            state = {"step": torch.tensor(float(t["t"]))}
            state |= {"exp_avg": t["m"].detach().clone(), "exp_avg_sq": t["v"].detach().clone()}
            optimiser.state[weight] = state
        outputs |= three_steps(t, optimiser, names, prefix)
    return outputs


def sgd(t: dict[str, Any]) -> dict[str, Any]:
    """torch's buffer is the velocity over minus the rate."""
    lr, momentum = (1e-2, 0.9) if t["start"] else (0.1, 0.7)
    outputs = {}
    for prefix, nesterov in (("0", False), ("1", True)):
        weight = t["w"].detach().clone().requires_grad_()
        optimiser = torch.optim.SGD([weight], lr, momentum, nesterov=nesterov)
        if not t["start"]:
            optimiser.state[weight] = {"momentum_buffer": -t["velocity"].detach() / lr}
        outputs |= three_steps(t, optimiser, {"velocity": "momentum_buffer"}, prefix)
    scale = {name: -lr if name.endswith("velocity") else 1.0 for name in outputs}
    return {name: scale[name] * value for name, value in outputs.items()}


FORWARD: dict[str, Forward] = {
    "affine_fb": affine,
    "relu_fb": relu,
    "mse_loss_grad": mse,
    "bce_logits_grad": bce,
    "softmax_ce_fb": softmax_ce,
    "ce_plus_mse": ce_plus_mse,
    "single_layer_bp": single_layer,
    "two_layer_net": two_layer,
    "bn1d_fb": batchnorm,
    "rnn_step_fb": rnn,
    "lstm_step_fb": lstm,
    "sdpa_fwd": attention,
    "conv2d_naive": conv,
    "adam_adamw": adam,
    "sgd_momentum": sgd,
}


PLAYED_FILES = [path for path in FILES if path.parent.name in PLAYED]
every_alternative = pytest.mark.parametrize(
    "path", PLAYED_FILES, ids=lambda path: f"{path.parent.name}/{path.stem}"
)


def check(path: Path, inputs: Values) -> None:
    expected = witness(path.parent.name, inputs)
    with contextlib.redirect_stdout(io.StringIO()):
        answer = play(path, inputs)
    assert differences(answer, expected, rtol=1e-9) == []


def test_every_exercise_has_its_witness() -> None:
    """No exercise that is played by our own rules is left to its alternatives as the only judge."""
    assert FORWARD.keys() == PLAYED.keys()


@every_alternative
def test_agrees_with_torch(path: Path) -> None:
    """Outputs and gradients are torch's, at every size."""
    for seed, sizes in enumerate(profiles(path.parent.name)):
        check(path, inputs_of(path.parent.name, sizes, seed))


@every_alternative
def test_agrees_with_torch_far_out(path: Path) -> None:
    """And so they are for logits, scores and net inputs of a thousand."""
    slug = path.parent.name
    for seed, sizes in enumerate(profiles(slug)):
        inputs = inputs_of(slug, sizes, seed)
        for name, scale in PLAYED[slug].extreme.items():
            inputs[name] = scale * inputs[name]
        check(path, inputs)
