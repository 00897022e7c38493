"""Returns an OrderedDict with settings of its own beside the required ones."""

from collections import ChainMap, OrderedDict

import numpy as np

DEFAULTS = {"learning_rate": 1e-2, "momentum": 0.9}


def _new_velocity(w, dw, config):
    seen = ChainMap(dict(config or {}), DEFAULTS, {"velocity": np.zeros(w.shape), "steps": 0})
    state = OrderedDict(sorted(seen.items()))
    state["velocity"] = np.subtract(
        state["momentum"] * state["velocity"], state["learning_rate"] * dw
    )
    state["steps"] += 1
    return state


def sgd_momentum(w, dw, config=None):
    state = _new_velocity(w, dw, config)
    return np.add(w, state["velocity"]), state


def nesterov_momentum(w, dw, config=None):
    state = _new_velocity(w, dw, config)
    ahead = state["momentum"] * state["velocity"]
    return np.add(w, ahead) - state["learning_rate"] * dw, state
