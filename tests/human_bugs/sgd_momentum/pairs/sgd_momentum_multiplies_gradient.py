# bug: Sgd: momentum multiplies the gradient too: mu*(v - lr*dw).
# bug: Nesterov: velocity plus sign.
# output: sgd_w, sgd_v, nesterov_w, nesterov_v
# line: 14; 25
# accept: momentum-on-gradient; sign-flipped
import numpy as np

def sgd_momentum(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    v = config.get("velocity", np.zeros_like(w))
    v = config["momentum"] * (v - config["learning_rate"] * dw)
    next_w = w + v
    config["velocity"] = v
    return next_w, config

def nesterov_momentum(w, dw, config=None):
    if config is None:
        config = {}
    config.setdefault("learning_rate", 1e-2)
    config.setdefault("momentum", 0.9)
    v_prev = config.get("velocity", np.zeros_like(w))
    vel = config["momentum"] * v_prev + config["learning_rate"] * dw
    next_w = w - config["momentum"] * v_prev + (1 + config["momentum"]) * vel
    config["velocity"] = vel
    return next_w, config
