import math

import numpy as np


def _moments(w, dw, config):
    state = {
        "learning_rate": 1e-3,
        "beta1": 0.9,
        "beta2": 0.999,
        "epsilon": 1e-8,
        "weight_decay": 1e-2,
        "m": np.zeros(w.shape),
        "v": np.zeros(w.shape),
        "t": 0,
    }
    state.update(config or {})
    state["t"] = state["t"] + 1
    state["m"] = state["m"] + (1 - state["beta1"]) * (dw - state["m"])
    state["v"] = state["v"] + (1 - state["beta2"]) * (dw * dw - state["v"])
    return state


def _step(w, state, decay):
    fix1 = 1 - state["beta1"] ** state["t"]
    fix2 = 1 - state["beta2"] ** state["t"]
    next_w = np.zeros(w.shape)
    for idx in np.ndindex(*w.shape):
        direction = (state["m"][idx] / fix1) / (math.sqrt(state["v"][idx] / fix2) + state["epsilon"])
        next_w[idx] = w[idx] - state["learning_rate"] * (direction + decay * w[idx])
    return next_w


def adam(w, dw, config=None):
    state = _moments(w, dw, config)
    return _step(w, state, 0.0), state


def adamw(w, dw, config=None):
    state = _moments(w, dw, config)
    return _step(w, state, state["weight_decay"]), state
