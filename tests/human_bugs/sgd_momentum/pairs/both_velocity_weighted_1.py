# bug: Both: velocity weighted by 1 - mu instead of mu.
# bug: Nesterov: learning rate forgotten in the look-ahead.
# output: sgd_w, sgd_v, nesterov_w, nesterov_v
# line: 17; 28
# accept: none; learning-rate-missing
# edit: behaves as if 1.0 - mu stood where mu belongs
import numpy as np

def read(config, w):
    config = dict(config or {})
    rate = config.setdefault("learning_rate", 1e-2)
    mu = config.setdefault("momentum", 0.9)
    velocity = config.setdefault("velocity", np.zeros_like(w))
    return config, rate, mu, velocity

def new_velocity(velocity, dw, rate, mu):
    return (1 - mu) * velocity - rate * dw

def momentum_step(w, dw, config=None):
    config, rate, mu, velocity = read(config, w)
    config["velocity"] = new_velocity(velocity, dw, rate, mu)
    return w + config["velocity"], config

def nesterov_step(w, dw, config=None):
    config, rate, mu, velocity = read(config, w)
    config["velocity"] = new_velocity(velocity, dw, rate, mu)
    look = mu * config["velocity"]
    return w + look - dw, config
