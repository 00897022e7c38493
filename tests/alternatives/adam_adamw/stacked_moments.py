"""Both moments in one (2, ...) array with a vector of betas; the step count is a float."""

import numpy as np


def _moments(w, dw, config, defaults):
    config = {**defaults, **(config or {})}
    betas = np.array([config["beta1"], config["beta2"]]).reshape(2, *[1] * w.ndim)
    zeros = np.zeros(w.shape)
    old = np.stack([config.get("m", zeros), config.get("v", zeros)])
    new = betas * old + (1 - betas) * np.stack([dw, dw**2])
    config["t"] = float(config["t"]) + 1.0
    corrected = new / -np.expm1(config["t"] * np.log(betas))
    config["m"], config["v"] = new
    return corrected[0] / (np.sqrt(corrected[1]) + config["epsilon"]), config


def adam(w, dw, config=None):
    defaults = dict(learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, t=0)
    direction, config = _moments(w, dw, config, defaults)
    return w - config["learning_rate"] * direction, config


def adamw(w, dw, config=None):
    defaults = dict(
        learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8, t=0, weight_decay=1e-2
    )
    direction, config = _moments(w, dw, config, defaults)
    decayed = w - config["learning_rate"] * config["weight_decay"] * w
    return decayed - config["learning_rate"] * direction, config
