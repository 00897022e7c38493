# bug: Nesterov: the look-ahead step stored as velocity.
# output: nesterov_v, nesterov_w
# line: 28
# accept: step-stored-as-velocity
import numpy as np


def _settings(w, config):
    cfg = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w)}
    if config:
        cfg.update(config)
    return cfg


def sgd_momentum(w, dw, config=None):
    cfg = _settings(w, config)
    eta, mu = cfg["learning_rate"], cfg["momentum"]
    v = mu * cfg["velocity"] - eta * dw
    cfg["velocity"] = v
    return w + v, cfg


def nesterov_momentum(w, dw, config=None):
    cfg = _settings(w, config)
    lr, rho = cfg["learning_rate"], cfg["momentum"]
    v_prev = cfg["velocity"]
    v_new = rho * v_prev - lr * dw
    step = v_new + rho * (v_new - v_prev)
    cfg["velocity"] = step
    return w + step, cfg
