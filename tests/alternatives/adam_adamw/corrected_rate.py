"""The lr_t form: both corrections move into the rate and, exactly, into epsilon."""

import numpy as np

DEFAULTS = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "t": 0}


def _direction(dw, state):
    """The uncorrected moments and lr_t m / (sqrt(v) + eps sqrt(1 - beta2^t))."""
    t = state["t"] + 1
    m = state["beta1"] * state["m"] + (1 - state["beta1"]) * dw
    v = state["beta2"] * state["v"] + (1 - state["beta2"]) * np.square(dw)
    root_correction = np.sqrt(1 - state["beta2"] ** t)
    rate_t = state["learning_rate"] * root_correction / (1 - state["beta1"] ** t)
    change = rate_t * m / (np.sqrt(v) + state["epsilon"] * root_correction)
    return change, {**state, "m": m, "v": v, "t": t}


def _state(w, config, **extra):
    return {**DEFAULTS, **extra, "m": 0.0 * w, "v": 0.0 * w, **(config or {})}


def adam(w, dw, config=None):
    change, state = _direction(dw, _state(w, config))
    return w - change, state


def adamw(w, dw, config=None):
    change, state = _direction(dw, _state(w, config, weight_decay=1e-2))
    shrink = 1 - state["learning_rate"] * state["weight_decay"]
    return shrink * w - change, state
