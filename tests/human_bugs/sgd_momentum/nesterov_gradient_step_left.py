# bug: Nesterov: the gradient step is left out.
# output: nesterov_w
# line: 26
# accept: gradient-step-missing
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
    look = mu * config["velocity"]
    return w + look, config
