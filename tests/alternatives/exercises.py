"""How each exercise is played: functions, random inputs, the calls, and what is a gradient of what.

Those of `PLAYED` are written from the tasks alone, so that the answers beside them are judged
without `dlprep.check`; the others are played as their YAML declares.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from declared import declared
from playing import Exercise, Functions, Rng, Sizes, Values, normal, sizes_of


def _affine_inputs(rng: Rng, s: Sizes) -> Values:
    x_shape = (s["N"], s["D"]) if s["K"] == 1 else (s["N"], s["D"], s["K"])
    d, m = s["D"] * s["K"], s["M"]
    return normal(rng, x=x_shape, w=(d, m), b=(m,), dout=(s["N"], m))


def _affine(f: Functions, i: Values) -> Values:
    out, cache = f[0](i["x"], i["w"], i["b"])
    dx, dw, db = f[1](i["dout"], cache)
    return {"out": out, "dx": dx, "dw": dw, "db": db}


def _relu_inputs(rng: Rng, s: Sizes) -> Values:
    shape = (s["N"], s["D"]) if s["K"] == 1 else (s["N"], s["D"], s["K"])
    away_from_the_kink = rng.uniform(0.1, 2, shape) * rng.choice([-1.0, 1.0], shape)
    return {"x": away_from_the_kink, "dout": rng.normal(size=shape)}


def _relu(f: Functions, i: Values) -> Values:
    out, cache = f[0](i["x"])
    return {"out": out, "dx": f[1](i["dout"], cache)}


REDUCTIONS = ("mean", "batchmean", "sum")


def _mse_inputs(rng: Rng, s: Sizes) -> Values:
    values = normal(rng, yhat=(s["N"], s["D"]), y=(s["N"], s["D"]))
    return {**values, "reduction": REDUCTIONS[s["R"]]}


def _mse(f: Functions, i: Values) -> Values:
    loss, dyhat = f[0](i["yhat"], i["y"], i["reduction"])
    return {"loss": loss, "dyhat": dyhat}


def _bce_inputs(rng: Rng, s: Sizes) -> Values:
    y = rng.uniform(size=s["N"]) if s["soft"] else rng.integers(0, 2, s["N"]).astype(float)
    return {"z": rng.normal(size=s["N"], scale=2), "y": y, "pos_weight": rng.uniform(0.3, 3)}


def _bce(f: Functions, i: Values) -> Values:
    loss, dz = f[0](i["z"], i["y"], i["pos_weight"])
    return {"loss": loss, "dz": dz}


def _softmax_inputs(rng: Rng, s: Sizes) -> Values:
    return {**normal(rng, z=(s["N"], s["C"])), "y": rng.integers(0, s["C"], s["N"])}


def _softmax(f: Functions, i: Values) -> Values:
    loss, dz = f[0](i["z"], i["y"])
    return {"loss": loss, "dz": dz}


def _ce_mse_inputs(rng: Rng, s: Sizes) -> Values:
    t = rng.dirichlet(np.ones(s["C"]), s["N"])
    return {**_softmax_inputs(rng, s), "t": t, "lam": float(s["lam"])}


def _ce_mse(f: Functions, i: Values) -> Values:
    loss, dz = f[0](i["z"], i["y"], i["t"], i["lam"])
    return {"loss": loss, "dz": dz}


def _unit_inputs(rng: Rng, s: Sizes) -> Values:
    values = normal(rng, x=(s["N"], s["D"]), w=(s["D"],))
    return {**values, "y": rng.uniform(size=s["N"]), "b": float(rng.normal())}


def _unit(f: Functions, i: Values) -> Values:
    loss, dw, db = f[0](i["x"], i["y"], i["w"], i["b"])
    return {"loss": loss, "dw": dw, "db": db}


def _net_inputs(rng: Rng, s: Sizes) -> Values:
    n, d, h, c = s["N"], s["D"], s["H"], s["C"]
    weights = normal(rng, x=(n, d), W1=(d, h), b1=(h,), W2=(h, c), b2=(c,))
    return {**weights, "y": rng.integers(0, c, n), "reg": 0.1 * s["reg"]}


def _net(f: Functions, i: Values) -> Values:
    params = {name: i[name] for name in ("W1", "b1", "W2", "b2")}
    loss, grads = f[0](i["x"], i["y"], params, i["reg"])
    return {"loss": loss} | {f"d{name}": grads[name] for name in params}


def _bn_inputs(rng: Rng, s: Sizes) -> Values:
    n, d = s["N"], s["D"]
    values = normal(rng, x=(n, d), beta=(d,), dout=(n, d), running_mean=(d,))
    positive = {name: rng.uniform(0.5, 2, d) for name in ("gamma", "running_var")}
    return {**values, **positive, "mode": "test" if s["test"] else "train"}


def _bn(f: Functions, i: Values) -> Values:
    statistics = {name: i[name].copy() for name in ("running_mean", "running_var")}
    param = {"mode": i["mode"], "eps": 1e-3, "momentum": 0.8, **statistics}
    out, cache = f[0](i["x"], i["gamma"], i["beta"], param)
    outputs = {"out": out, "mean": param["running_mean"], "var": param["running_var"]}
    if i["mode"] == "test":
        return outputs
    dx, dgamma, dbeta = f[1](i["dout"], cache)
    return {**outputs, "dx": dx, "dgamma": dgamma, "dbeta": dbeta}


def _rnn_inputs(rng: Rng, s: Sizes) -> Values:
    n, d, h = s["N"], s["D"], s["H"]
    states = normal(rng, x=(n, d), prev_h=(n, h), dnext_h=(n, h))
    return {**states, **normal(rng, Wx=(d, h), Wh=(h, h), b=(h,))}


def _rnn(f: Functions, i: Values) -> Values:
    next_h, cache = f[0](i["x"], i["prev_h"], i["Wx"], i["Wh"], i["b"])
    grads = f[1](i["dnext_h"], cache)
    return {"next_h": next_h} | dict(zip(RNN_GRADIENTS.values(), grads, strict=True))


RNN_GRADIENTS = {"x": "dx", "prev_h": "dprev_h", "Wx": "dWx", "Wh": "dWh", "b": "db"}


def _lstm_inputs(rng: Rng, s: Sizes) -> Values:
    n, d, h = s["N"], s["D"], s["H"]
    states = normal(rng, x=(n, d), prev_h=(n, h), prev_c=(n, h))
    weights = normal(rng, Wx=(d, 4 * h), Wh=(h, 4 * h), b=(4 * h,))
    return {**states, **weights, **normal(rng, dnext_h=(n, h), dnext_c=(n, h))}


def _lstm(f: Functions, i: Values) -> Values:
    names = ("x", "prev_h", "prev_c", "Wx", "Wh", "b")
    next_h, next_c, cache = f[0](*(i[name] for name in names))
    grads = f[1](i["dnext_h"], i["dnext_c"], cache)
    outputs = {"next_h": next_h, "next_c": next_c}
    return outputs | dict(zip((f"d{name}" for name in names), grads, strict=True))


def _attention_inputs(rng: Rng, s: Sizes) -> Values:
    lead = (s["N"], s["H"])[: s["lead"]]
    t, n_keys, dk, dv = s["T"], s["S"], s["DK"], s["DV"]
    values = normal(rng, q=(*lead, t, dk), k=(*lead, n_keys, dk), v=(*lead, n_keys, dv))
    mask = rng.uniform(size=(t, n_keys)) < 0.6
    mask[np.arange(t), rng.integers(0, n_keys, t)] = True
    return {**values, "mask": mask if s["mask"] else None}


def _attention(f: Functions, i: Values) -> Values:
    out, attn = f[0](i["q"], i["k"], i["v"], i["mask"])
    return {"out": out, "attn": attn}


def _conv_inputs(rng: Rng, s: Sizes) -> Values:
    x, w = (s["N"], s["C"], s["H"], s["W"]), (s["F"], s["C"], s["KH"], s["KW"])
    return {**normal(rng, x=x, w=w, b=(s["F"],)), "stride": s["stride"], "pad": s["pad"]}


def _conv(f: Functions, i: Values) -> Values:
    out, _ = f[0](i["x"], i["w"], i["b"], {"stride": i["stride"], "pad": i["pad"]})
    return {"out": out}


def _steps_inputs(rng: Rng, s: Sizes) -> Values:
    shape = (s["D"], s["M"])
    values = normal(rng, w=shape, g1=shape, g2=shape, g3=shape, velocity=shape, m=shape)
    return {**values, "v": rng.uniform(0.2, 2, shape), "t": s["t"], "start": s["start"]}


def _three_steps(step: Callable[..., Any], i: Values, config: Values | None) -> Values:
    w, outputs = i["w"], {}
    for g in ("g1", "g2", "g3"):
        w, config = step(w, i[g], config)
        for name in ("m", "v", "velocity", "t"):
            if name in config:
                outputs[f"{g}.{name}"] = np.array(config[name])
        outputs[f"{g}.w"] = w
    return outputs


def _by_rule(f: Functions, i: Values, config: Callable[[], Values | None]) -> Values:
    results = [_three_steps(step, i, config()) for step in f]
    return {f"{n}.{name}": value for n, r in enumerate(results) for name, value in r.items()}


def _adam(f: Functions, i: Values) -> Values:
    def config() -> Values | None:
        if i["start"]:
            return None
        moments = {"m": i["m"].copy(), "v": i["v"].copy(), "t": i["t"]}
        rates = {"learning_rate": 0.05, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3}
        return {**rates, **moments, "weight_decay": 0.3}

    return _by_rule(f, i, config)


def _sgd(f: Functions, i: Values) -> Values:
    def config() -> Values | None:
        if i["start"]:
            return None
        return {"learning_rate": 0.1, "momentum": 0.7, "velocity": i["velocity"].copy()}

    return _by_rule(f, i, config)


STEP_SIZES = sizes_of("D M t start", (3, 5, 4, 0), (4, 4, 2, 0), (1, 1, 1, 0), (3, 4, 0, 1))

PLAYED: Mapping[str, Exercise] = {
    "affine_fb": Exercise(
        (("affine_forward", "linear_forward"), ("affine_backward", "linear_backward")),
        _affine_inputs,
        _affine,
        sizes_of("N D K M", (3, 5, 1, 4), (1, 4, 1, 3), (4, 4, 1, 4), (5, 2, 3, 2)),
        gradients={"x": "dx", "w": "dw", "b": "db"},
        upstream={"out": "dout"},
        integers=("x",),
    ),
    "relu_fb": Exercise(
        (("relu_forward",), ("relu_backward",)),
        _relu_inputs,
        _relu,
        sizes_of("N D K", (5, 3, 1), (1, 4, 1), (4, 4, 1), (2, 3, 5)),
        gradients={"x": "dx"},
        upstream={"out": "dout"},
        integers=("x",),
    ),
    "mse_loss_grad": Exercise(
        (("mse_loss",),),
        _mse_inputs,
        _mse,
        sizes_of("N D R", (5, 3, 0), (4, 7, 1), (1, 3, 0), (4, 4, 2), (5, 3, 1)),
        gradients={"yhat": "dyhat"},
        integers=("yhat", "y"),
    ),
    "bce_logits_grad": Exercise(
        (("bce_with_logits", "binary_cross_entropy_with_logits"),),
        _bce_inputs,
        _bce,
        sizes_of("N soft", (7, 0), (1, 0), (5, 1)),
        gradients={"z": "dz"},
        integers=("z",),
        extreme={"z": 1000.0},
    ),
    "softmax_ce_fb": Exercise(
        (("softmax_loss", "softmax_cross_entropy"),),
        _softmax_inputs,
        _softmax,
        sizes_of("N C", (3, 5), (7, 4), (1, 4), (5, 5)),
        gradients={"z": "dz"},
        integers=("z",),
        extreme={"z": 1000.0},
    ),
    "ce_plus_mse": Exercise(
        (("ce_plus_mse",),),
        _ce_mse_inputs,
        _ce_mse,
        sizes_of("N C lam", (3, 5, 1), (7, 4, 3), (1, 4, 2), (4, 4, 0)),
        gradients={"z": "dz"},
        integers=("z",),
        extreme={"z": 1000.0},
    ),
    "single_layer_bp": Exercise(
        (("single_layer_loss",),),
        _unit_inputs,
        _unit,
        sizes_of("N D", (5, 3), (7, 4), (1, 3), (4, 4)),
        gradients={"w": "dw", "b": "db"},
        integers=("x",),
        extreme={"x": 1000.0},
    ),
    "two_layer_net": Exercise(
        (("two_layer_loss",),),
        _net_inputs,
        _net,
        sizes_of(
            "N D H C reg", (7, 5, 4, 3, 1), (1, 3, 5, 4, 20), (4, 4, 4, 4, 1), (3, 4, 7, 5, 0)
        ),
        gradients={name: f"d{name}" for name in ("W1", "b1", "W2", "b2")},
        integers=("x",),
        extreme={"x": 1000.0},
    ),
    "bn1d_fb": Exercise(
        (("batchnorm_forward",), ("batchnorm_backward",)),
        _bn_inputs,
        _bn,
        sizes_of("N D test", (5, 3, 0), (4, 7, 0), (4, 4, 0), (5, 3, 1), (1, 4, 1)),
        gradients={"x": "dx", "gamma": "dgamma", "beta": "dbeta"},
        upstream={"out": "dout"},
        integers=("x",),
    ),
    "rnn_step_fb": Exercise(
        (("rnn_step_forward", "rnn_cell_forward"), ("rnn_step_backward", "rnn_cell_backward")),
        _rnn_inputs,
        _rnn,
        sizes_of("N D H", (3, 5, 4), (7, 4, 5), (1, 3, 4), (4, 4, 4)),
        gradients=RNN_GRADIENTS,
        upstream={"next_h": "dnext_h"},
        integers=("x",),
        extreme={"x": 1000.0},
    ),
    "lstm_step_fb": Exercise(
        (("lstm_step_forward", "lstm_cell_forward"), ("lstm_step_backward", "lstm_cell_backward")),
        _lstm_inputs,
        _lstm,
        sizes_of("N D H", (3, 5, 4), (7, 4, 5), (1, 3, 4), (4, 4, 4)),
        gradients={name: f"d{name}" for name in ("x", "prev_h", "prev_c", "Wx", "Wh", "b")},
        upstream={"next_h": "dnext_h", "next_c": "dnext_c"},
        integers=("x",),
        extreme={"x": 1000.0},
    ),
    "sdpa_fwd": Exercise(
        (("scaled_dot_product_attention", "sdpa"),),
        _attention_inputs,
        _attention,
        sizes_of(
            "N H T S DK DV lead mask",
            (3, 1, 4, 7, 5, 2, 1, 1),
            (2, 3, 5, 4, 7, 3, 2, 1),
            (1, 1, 1, 5, 3, 4, 1, 0),
            (4, 4, 4, 4, 4, 4, 2, 0),
            (1, 1, 3, 5, 2, 4, 0, 1),
        ),
        integers=("q",),
        extreme={"q": 2000.0},
    ),
    "conv2d_naive": Exercise(
        (("conv_forward_naive", "conv2d_forward"),),
        _conv_inputs,
        _conv,
        sizes_of(
            "N C H W F KH KW stride pad",
            (2, 3, 7, 6, 4, 3, 5, 1, 0),
            (2, 3, 7, 5, 4, 3, 3, 2, 1),
            (3, 2, 9, 8, 5, 4, 3, 3, 2),
            (1, 1, 8, 6, 1, 3, 2, 2, 0),
            (4, 4, 4, 4, 4, 3, 3, 1, 1),
            (2, 5, 3, 4, 3, 1, 1, 1, 0),
        ),
        integers=("x",),
    ),
    "adam_adamw": Exercise(
        (("adam", "adam_step"), ("adamw", "adamw_step")), _steps_inputs, _adam, STEP_SIZES
    ),
    "sgd_momentum": Exercise(
        (("sgd_momentum",), ("nesterov_momentum",)), _steps_inputs, _sgd, STEP_SIZES
    ),
}

FOLDERS = (path.name for path in Path(__file__).parent.glob("*/") if any(path.glob("*.py")))
EXERCISES: Mapping[str, Exercise] = {
    slug: PLAYED.get(slug) or declared(slug) for slug in sorted(FOLDERS)
}
