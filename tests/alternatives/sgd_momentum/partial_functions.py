"""One step with a look-ahead rule as a parameter; both names are functools.partial objects."""

from functools import partial

import numpy as np


def plain(velocity, gradient_step, mu):
    return velocity


def look_ahead(velocity, gradient_step, mu):
    return mu * velocity + gradient_step


def momentum_method(w, dw, config=None, *, displacement):
    settings = dict(learning_rate=1e-2, momentum=0.9, velocity=np.zeros(np.shape(w)))
    settings.update(config or {})
    mu = settings["momentum"]
    gradient_step = -settings["learning_rate"] * dw
    settings["velocity"] = mu * settings["velocity"] + gradient_step
    return w + displacement(settings["velocity"], gradient_step, mu), settings


sgd_momentum = partial(momentum_method, displacement=plain)
nesterov_momentum = partial(momentum_method, displacement=look_ahead)
