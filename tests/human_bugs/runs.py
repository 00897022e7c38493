"""Calls the functions of an exercise on numbers of its own, apart from dlprep and its cases."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import yaml

FOLDER = Path(__file__).parent
Values = dict[str, Any]
RAISED = (
    ValueError,
    TypeError,
    IndexError,
    KeyError,
    UnboundLocalError,
    ZeroDivisionError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class Exercise:
    """`run` fills the outputs in the order of the calls; `cases` begins with a general one.

    `gradients` maps a gradient to the input it belongs to; the scalar is `loss`, or the sum
    of each forward output times its upstream gradient in `upstream`.
    """

    run: Callable[..., None]
    cases: Callable[[np.random.Generator], Iterator[Values]]
    gradients: dict[str, str] = field(default_factory=dict)
    upstream: dict[str, str] = field(default_factory=dict)

    def scalar(self, got: Values, inputs: Values) -> float:
        if not self.upstream:
            return float(got["loss"])
        return sum(float(np.sum(got[out] * inputs[up])) for out, up in self.upstream.items())


def load(path: Path) -> ModuleType:
    """An answer; its functions may have any of the names that the exercise accepts."""
    module = ModuleType(path.stem)
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), module.__dict__)
    for name, others in _functions(path.relative_to(FOLDER).parts[0]):
        found = next((each for each in (name, *others) if hasattr(module, each)), None)
        if found:
            setattr(module, name, getattr(module, found))
    return module


@cache
def _functions(exercise: str) -> list[tuple[str, list[str]]]:
    path = FOLDER.parents[1] / "questions" / "code" / f"{exercise.replace('_', '-')}.yaml"
    (item,) = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)["items"]
    return [(each["name"], each.get("aliases", [])) for each in item["functions"]]


def outputs(exercise: Exercise, module: ModuleType, inputs: Values) -> Values:
    """The outputs up to the first call that raises."""
    got: Values = {}
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            exercise.run(module, got, **copy.deepcopy(inputs))
        except RAISED:
            got["raised"] = True
    return got


def differing(mine: Values, right: Values) -> set[str]:
    """Names of outputs that are missing, of another shape, or of other numbers."""
    names = {name for name in right if name != "raised"}
    return {name for name in names if not (name in mine and close(mine[name], right[name]))}


def close(mine: Any, right: Any) -> bool:
    a, b = np.asarray(mine, dtype=float), np.asarray(right, dtype=float)
    # two orders of summation differ by 1e-13; the smallest bug, an epsilon, by 1e-6
    return a.shape == b.shape and bool(np.allclose(a, b, rtol=1e-8, atol=1e-10))


def affine(module: ModuleType, got: Values, dout: Any, **inputs: Any) -> None:
    got["out"], cache = module.affine_forward(**inputs)
    got["dx"], got["dw"], got["db"] = module.affine_backward(dout, cache)


def affine_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, shape, m in ((3, (5,), 4), (4, (4,), 4), (5, (2, 3, 2), 3)):
        d = int(np.prod(shape))
        x, w, b = rng.normal(size=(n, *shape)), rng.normal(size=(d, m)), rng.normal(size=m)
        yield {"x": x, "w": w, "b": b, "dout": rng.normal(size=(n, m))}
    w, b, dout = rng.normal(size=(3, 4)), rng.normal(size=4), rng.normal(size=(5, 4))
    yield {"x": rng.integers(-5, 6, (5, 3)), "w": w, "b": b, "dout": dout}


def relu(module: ModuleType, got: Values, x: Any, dout: Any) -> None:
    got["out"], cache = module.relu_forward(x)
    got["dx"] = module.relu_backward(dout, cache)


def relu_cases(rng: np.random.Generator) -> Iterator[Values]:
    for shape in ((9, 7), (4, 4), (2, 3, 4, 5)):
        yield {"x": rng.normal(size=shape) * 2, "dout": rng.normal(size=shape)}
    x = rng.integers(-3, 4, (6, 5))
    x[::2] = 0
    yield {"x": x, "dout": rng.normal(size=x.shape)}


def mse(module: ModuleType, got: Values, yhat: Any, y: Any, **reduction: str) -> None:
    got["loss"], got["dyhat"] = module.mse_loss(yhat, y, **reduction)


def mse_cases(rng: np.random.Generator) -> Iterator[Values]:
    for reduction in ("mean", "batchmean", "sum"):
        yhat, y = rng.normal(size=(5, 3)), rng.normal(size=(5, 3))
        yield {"yhat": yhat, "y": y, "reduction": reduction}
    yield {"yhat": rng.normal(size=(4, 7)), "y": rng.normal(size=(4, 7))}
    yield {"yhat": rng.integers(-6, 7, (5, 3)), "y": rng.integers(-6, 7, (5, 3))}


def softmax(module: ModuleType, got: Values, z: Any, y: Any) -> None:
    got["loss"], got["dz"] = module.softmax_loss(z, y)


def softmax_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, c, scale, shift in ((3, 5, 2, 0), (5, 5, 2, 0), (17, 4, 1000, 0), (3, 4, 2, -1000)):
        yield {"z": rng.normal(size=(n, c)) * scale + shift, "y": rng.integers(0, c, n)}
    yield {"z": rng.integers(-4, 5, (5, 3)), "y": rng.integers(0, 3, 5)}


def bce(module: ModuleType, got: Values, z: Any, y: Any, **pos_weight: float) -> None:
    got["loss"], got["dz"] = module.bce_with_logits(z, y, **pos_weight)


def bce_cases(rng: np.random.Generator) -> Iterator[Values]:
    hard = rng.permutation([0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0])
    yield {"z": rng.normal(size=7) * 2, "y": hard, "pos_weight": 2.5}
    yield {"z": rng.normal(size=7) * 2, "y": hard.astype(int), "pos_weight": 0.4}
    yield {"z": rng.normal(size=7), "y": rng.uniform(size=7)}
    yield {"z": rng.normal(size=7), "y": rng.uniform(size=7), "pos_weight": 2.5}
    for sign in (1, -1):
        yield {"z": sign * rng.uniform(750, 1250, 7), "y": hard, "pos_weight": 2.5}


def ce_mse(module: ModuleType, got: Values, **inputs: Any) -> None:
    got["loss"], got["dz"] = module.ce_plus_mse(**inputs)


def ce_mse_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, c, lam, scale in ((3, 5, 0.7, 2), (4, 4, 3.0, 2), (17, 4, 0.7, 1000)):
        z, y = rng.normal(size=(n, c)) * scale, rng.integers(0, c, n)
        yield {"z": z, "y": y, "t": rng.dirichlet(np.ones(c), n), "lam": lam}


def unit(module: ModuleType, got: Values, **inputs: Any) -> None:
    got["loss"], got["dw"], got["db"] = module.single_layer_loss(**inputs)


def unit_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, d, scale in ((5, 3, 1), (4, 4, 1), (5, 3, 1000)):
        x, y = rng.normal(size=(n, d)) * scale, rng.integers(0, 2, n).astype(float)
        yield {"x": x, "y": y, "w": rng.normal(size=d), "b": 0.3}


def net(module: ModuleType, got: Values, x: Any, y: Any, reg: float, **params: Any) -> None:
    got["loss"], grads = module.two_layer_loss(x, y, params, reg)
    got.update(grads)


def net_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, d, h, c, scale in ((7, 5, 6, 3, 1), (4, 4, 4, 4, 1), (17, 3, 4, 3, 2000)):
        x, y = rng.normal(size=(n, d)) * scale, rng.integers(0, c, n)
        first = {"W1": rng.normal(size=(d, h)), "b1": rng.normal(size=h)}
        second = {"W2": rng.normal(size=(h, c)), "b2": rng.normal(size=c)}
        yield {"x": x, "y": y, "reg": 0.3, **first, **second}


def conv(module: ModuleType, got: Values, x: Any, w: Any, b: Any, **param: int) -> None:
    got["out"], _ = module.conv_forward_naive(x, w, b, param)


def conv_cases(rng: np.random.Generator) -> Iterator[Values]:
    for stride, pad, kh, kw in ((1, 0, 3, 5), (2, 1, 3, 3), (3, 2, 4, 3), (2, 0, 3, 3)):
        w, b = rng.normal(size=(4, 3, kh, kw)), rng.normal(size=4)
        yield {"x": rng.normal(size=(2, 3, 8, 7)), "w": w, "b": b, "stride": stride, "pad": pad}
    x, w = rng.integers(-5, 6, (2, 3, 5, 7)), rng.normal(size=(4, 3, 3, 2))
    yield {"x": x, "w": w, "b": rng.normal(size=4), "stride": 1, "pad": 0}


def sdpa(module: ModuleType, got: Values, **inputs: Any) -> None:
    got["out"], got["attn"] = module.scaled_dot_product_attention(**inputs)


def sdpa_cases(rng: np.random.Generator) -> Iterator[Values]:
    cases = (((3,), 4, 7, 5, 2, 1), ((4,), 4, 4, 4, 4, 1), ((2, 3), 5, 4, 7, 3, 1))
    for lead, t, s, dk, dv, scale in (*cases, ((2,), 7, 9, 4, 3, 2000)):
        q, k = rng.normal(size=(*lead, t, dk)) * scale, rng.normal(size=(*lead, s, dk))
        mask = rng.uniform(size=(t, s)) < 0.6
        mask[np.arange(t), rng.integers(0, s, t)] = True
        v = rng.normal(size=(*lead, s, dv))
        yield {"q": q, "k": k, "v": v}
        yield {"q": q, "k": k, "v": v, "mask": mask}


def bn(module: ModuleType, got: Values, dout: Any, **p: Any) -> None:
    arrays = {name: p.pop(name) for name in ("x", "gamma", "beta")}
    got["out"], cache = module.batchnorm_forward(**arrays, bn_param=p)
    for name in ("running_mean", "running_var"):
        if name in p:
            got[name] = p[name]
    if p["mode"] == "train":
        got["dx"], got["dgamma"], got["dbeta"] = module.batchnorm_backward(dout, cache)


def bn_cases(rng: np.random.Generator) -> Iterator[Values]:
    settings: list[Values] = [
        {"mode": "train", "eps": 0.5, "momentum": 0.7},
        {"mode": "train"},
        {"mode": "test", "eps": 0.1},
    ]
    for n, d in ((5, 3), (4, 4)):
        for setting in settings:
            x, dout = rng.normal(size=(n, d)) * 2 + 1, rng.normal(size=(n, d))
            arrays = {"x": x, "dout": dout, "gamma": rng.uniform(0.5, 2, d)}
            running = {"running_mean": rng.normal(size=d), "running_var": rng.uniform(0.5, 2, d)}
            yield {**arrays, "beta": rng.normal(size=d), **setting, **running}


def steps(
    got: Values, name: str, step: Callable[..., Any], start: tuple[Any, ...], reads: tuple[str, ...]
) -> None:
    """Three steps with given gradients; each output is the list of its values over the steps."""
    w, gradients, config = start
    for g in gradients:
        w, config = step(w, g, config)
        got.setdefault(f"{name}_w", []).append(w)
        for key in reads:
            got.setdefault(f"{name}_{key[0]}", []).append(copy.deepcopy(config.get(key, np.nan)))


def adam(module: ModuleType, got: Values, w: Any, g: Any, config: Any) -> None:
    for name in ("adam", "adamw"):
        start = (w.copy(), g, copy.deepcopy(config))
        steps(got, name, getattr(module, name), start, ("m", "v", "t"))


def adam_cases(rng: np.random.Generator) -> Iterator[Values]:
    rates = {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.95, "weight_decay": 0.3}
    for epsilon in (1e-8, 0.1):
        moments = {"m": rng.normal(size=(3, 5)), "v": rng.uniform(0.2, 2, (3, 5)), "t": 4}
        config = {**rates, "epsilon": epsilon, **moments}
        yield {"w": rng.normal(size=(3, 5)), "g": rng.normal(size=(3, 3, 5)), "config": config}
    start = {"w": rng.normal(size=(3, 5)), "g": rng.normal(size=(3, 3, 5))}
    yield {**start, "config": {"learning_rate": 0.05, "weight_decay": 0.3, "t": 0}}
    yield {**start, "config": None}


def sgd(module: ModuleType, got: Values, w: Any, g: Any, config: Any) -> None:
    for name, function in (("sgd", "sgd_momentum"), ("nesterov", "nesterov_momentum")):
        start = (w.copy(), g, copy.deepcopy(config))
        steps(got, name, getattr(module, function), start, ("velocity",))


def sgd_cases(rng: np.random.Generator) -> Iterator[Values]:
    velocity = rng.normal(size=(3, 5))
    config = {"learning_rate": 0.1, "momentum": 0.8, "velocity": velocity}
    for given in (config, {"learning_rate": 0.3}, None):
        yield {"w": rng.normal(size=(3, 5)), "g": rng.normal(size=(3, 3, 5)), "config": given}


def rnn(module: ModuleType, got: Values, dnext_h: Any, **inputs: Any) -> None:
    got["next_h"], cache = module.rnn_step_forward(**inputs)
    names = ("dx", "dprev_h", "dWx", "dWh", "db")
    got.update(zip(names, module.rnn_step_backward(dnext_h, cache), strict=True))


def rnn_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, d, h, scale in ((3, 5, 4, 1), (4, 4, 4, 1), (3, 5, 4, 1000)):
        weights = {"Wx": rng.normal(size=(d, h)) / 2, "Wh": rng.normal(size=(h, h)) / 2}
        states = {name: rng.normal(size=(n, h)) for name in ("prev_h", "dnext_h")}
        x, b = rng.normal(size=(n, d)) * scale, rng.normal(size=h)
        yield {"x": x, "b": b, **weights, **states}


def lstm(module: ModuleType, got: Values, dnext_h: Any, dnext_c: Any, **inputs: Any) -> None:
    got["next_h"], got["next_c"], cache = module.lstm_step_forward(**inputs)
    names = ("dx", "dprev_h", "dprev_c", "dWx", "dWh", "db")
    got.update(zip(names, module.lstm_step_backward(dnext_h, dnext_c, cache), strict=True))


def lstm_cases(rng: np.random.Generator) -> Iterator[Values]:
    for n, d, h, scale in ((3, 5, 4, 1), (4, 4, 4, 1), (3, 5, 4, 1000)):
        weights = {"Wx": rng.normal(size=(d, 4 * h)) / 2, "Wh": rng.normal(size=(h, 4 * h)) / 2}
        names = ("prev_h", "prev_c", "dnext_h", "dnext_c")
        states = {name: rng.normal(size=(n, h)) for name in names}
        x, b = rng.normal(size=(n, d)) * scale, rng.normal(size=4 * h)
        yield {"x": x, "b": b, **weights, **states}


RECURRENT = {"dx": "x", "dprev_h": "prev_h", "dWx": "Wx", "dWh": "Wh", "db": "b"}
EXERCISES = {
    "adam_adamw": Exercise(adam, adam_cases),
    "affine_fb": Exercise(affine, affine_cases, {"dx": "x", "dw": "w", "db": "b"}, {"out": "dout"}),
    "bce_logits_grad": Exercise(bce, bce_cases, {"dz": "z"}),
    "bn1d_fb": Exercise(
        bn, bn_cases, {"dx": "x", "dgamma": "gamma", "dbeta": "beta"}, {"out": "dout"}
    ),
    "ce_plus_mse": Exercise(ce_mse, ce_mse_cases, {"dz": "z"}),
    "conv2d_naive": Exercise(conv, conv_cases),
    "lstm_step_fb": Exercise(
        lstm,
        lstm_cases,
        {**RECURRENT, "dprev_c": "prev_c"},
        {"next_h": "dnext_h", "next_c": "dnext_c"},
    ),
    "mse_loss_grad": Exercise(mse, mse_cases, {"dyhat": "yhat"}),
    "relu_fb": Exercise(relu, relu_cases, {"dx": "x"}, {"out": "dout"}),
    "rnn_step_fb": Exercise(rnn, rnn_cases, RECURRENT, {"next_h": "dnext_h"}),
    "sdpa_fwd": Exercise(sdpa, sdpa_cases),
    "sgd_momentum": Exercise(sgd, sgd_cases),
    "single_layer_bp": Exercise(unit, unit_cases, {"dw": "w", "db": "b"}),
    "softmax_ce_fb": Exercise(softmax, softmax_cases, {"dz": "z"}),
    "two_layer_net": Exercise(net, net_cases, {name: name for name in ("W1", "b1", "W2", "b2")}),
}
