"""A dataclass holds the state of the optimiser and is turned back into a dictionary."""

import dataclasses

import numpy as np


@dataclasses.dataclass
class Momentum:
    learning_rate: float = 1e-2
    momentum: float = 0.9
    velocity: np.ndarray | None = None

    def advance(self, like, gradient):
        if self.velocity is None:
            self.velocity = np.zeros(like.shape)
        self.velocity = self.momentum * self.velocity - self.learning_rate * gradient

    def as_config(self):
        return {"learning_rate": self.learning_rate, "momentum": self.momentum,
                "velocity": self.velocity}


def sgd_momentum(w, dw, config=None):
    state = Momentum(**(config or {}))
    state.advance(w, dw)
    return w + state.velocity, state.as_config()


def nesterov_momentum(w, dw, config=None):
    state = Momentum(**(config or {}))
    state.advance(w, dw)
    return w + state.momentum * state.velocity - state.learning_rate * dw, state.as_config()
