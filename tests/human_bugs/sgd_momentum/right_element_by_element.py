import numpy as np


def _step(w, dw, config, lookahead):
    state = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros(w.shape)}
    state.update(config or {})
    lr, mu = state["learning_rate"], state["momentum"]
    next_w = np.zeros(w.shape)
    next_v = np.zeros(w.shape)
    for idx in np.ndindex(*w.shape):
        old = state["velocity"][idx]
        new = mu * old - lr * dw[idx]
        next_v[idx] = new
        if lookahead:
            next_w[idx] = w[idx] - mu * old + (1 + mu) * new
        else:
            next_w[idx] = w[idx] + new
    state["velocity"] = next_v
    return next_w, state


def sgd_momentum(w, dw, config=None):
    return _step(w, dw, config, lookahead=False)


def nesterov_momentum(w, dw, config=None):
    return _step(w, dw, config, lookahead=True)
