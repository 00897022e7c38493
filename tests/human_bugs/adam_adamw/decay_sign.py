# bug: The decay grows the weights: its sign is wrong.
# output: adamw_w
# line: 23
# accept: sign-flipped
import numpy as np


def adam(w, dw, config=None):
    state = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "t": 0}
    state.update(config or {})
    b1, b2 = state["beta1"], state["beta2"]
    state["t"] += 1
    state["m"] = b1 * state.get("m", np.zeros_like(w)) + (1 - b1) * dw
    state["v"] = b2 * state.get("v", np.zeros_like(w)) + (1 - b2) * dw**2
    mhat = state["m"] / (1 - b1 ** state["t"])
    vhat = state["v"] / (1 - b2 ** state["t"])
    return w - state["learning_rate"] * mhat / (np.sqrt(vhat) + state["epsilon"]), state


def adamw(w, dw, config=None):
    config = {"weight_decay": 1e-2, **(config or {})}
    next_w, state = adam(w, dw, config)
    next_w += state["learning_rate"] * state["weight_decay"] * w
    return next_w, state
