# bug: t is raised in a local name only.
# bug: The second moment averages the absolute gradient instead of its square.
# output: adam_w, adam_v, adam_t, adamw_w, adamw_v, adamw_t
# line: 18; 14
# accept: step-count-not-stored; square-missing
import numpy as np


def adam(w, dw, config=None, decay=0.0):
    config = dict(config or {})
    b1, b2 = config.get("beta1", 0.9), config.get("beta2", 0.999)
    t = config.get("t", 0) + 1
    config["m"] = b1 * config.get("m", np.zeros_like(w)) + (1 - b1) * dw
    config["v"] = b2 * config.get("v", np.zeros_like(w)) + (1 - b2) * np.abs(dw)
    mhat = config["m"] / (1 - b1**t)
    vhat = config["v"] / (1 - b2**t)
    step = mhat / (np.sqrt(vhat) + config.get("epsilon", 1e-8)) + decay * w
    return w - config.get("learning_rate", 1e-3) * step, config


def adamw(w, dw, config=None):
    return adam(w, dw, config, decay=(config or {}).get("weight_decay", 1e-2))
