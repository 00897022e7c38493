# bug: Both: first moment moves by beta1 instead of 1-beta1 towards the gradient.
# output: adam_w, adam_m, adamw_w, adamw_m
# line: 21
# accept: moment-weights-swapped
import math
import numpy as np

DEFAULTS = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "t": 0}

def _advance(w, dw, config):
    """new state and the adaptive step, in the form with one corrected rate"""
    cfg = {**DEFAULTS, **(config or {})}
    b1, b2 = cfg["beta1"], cfg["beta2"]
    if "m" not in cfg:
        cfg["m"] = np.zeros_like(w)
    if "v" not in cfg:
        cfg["v"] = np.zeros_like(w)
    cfg["t"] += 1
    c1 = 1 - b1 ** cfg["t"]
    c2 = 1 - b2 ** cfg["t"]
    cfg["m"] = cfg["m"] + b1 * (dw - cfg["m"])
    cfg["v"] = cfg["v"] + (1 - b2) * (dw ** 2 - cfg["v"])
    rate = cfg["learning_rate"] * math.sqrt(c2) / c1
    eps = cfg["epsilon"] * math.sqrt(c2)
    return cfg, rate * cfg["m"] / (np.sqrt(cfg["v"]) + eps)

def adam_update(w, dw, config=None):
    cfg, delta = _advance(w, dw, config)
    return w - delta, cfg

def adamw_update(w, dw, config=None):
    cfg, delta = _advance(w, dw, config)
    decay = cfg.setdefault("weight_decay", 1e-2)
    return w - delta - cfg["learning_rate"] * decay * w, cfg
