# bug: Nesterov: momentum not multiplied a second time: full new velocity plus a gradient step.
# output: nesterov_w
# line: 25
# accept: look-ahead-undamped
import numpy as np

def read(config, w):
    config = dict(config or {})
    rate = config.setdefault("learning_rate", 1e-2)
    mu = config.setdefault("momentum", 0.9)
    velocity = config.setdefault("velocity", np.zeros_like(w))
    return config, rate, mu, velocity

def new_velocity(velocity, dw, rate, mu):
    return mu * velocity - rate * dw

def momentum_step(w, dw, config=None):
    config, rate, mu, velocity = read(config, w)
    config["velocity"] = new_velocity(velocity, dw, rate, mu)
    return w + config["velocity"], config

def nesterov_step(w, dw, config=None):
    config, rate, mu, velocity = read(config, w)
    config["velocity"] = new_velocity(velocity, dw, rate, mu)
    look = config["velocity"]
    return w + look - rate * dw, config
