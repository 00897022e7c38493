"""Weight by weight with scalars of the math module."""

import math

import numpy as np


def walk(w, dw, config, accumulate):
    options = {"learning_rate": 0.01, "epsilon": 1e-8, "decay_rate": 0.99}
    options.update(config or {})
    old = options.get("cache", np.zeros(w.shape))
    new_w, new_cache = np.zeros(w.shape), np.zeros(w.shape)
    for place in np.ndindex(w.shape):
        g = dw[place]
        new_cache[place] = accumulate(old[place], g * g, options["decay_rate"])
        size = math.sqrt(new_cache[place]) + options["epsilon"]
        new_w[place] = w[place] - options["learning_rate"] * g / size
    options["cache"] = new_cache
    return new_w, options


def adagrad_step(w, dw, config=None):
    return walk(w, dw, config, lambda old, square, _: old + square)


def rmsprop_step(w, dw, config=None):
    return walk(w, dw, config, lambda old, square, b: b * old + (1 - b) * square)
