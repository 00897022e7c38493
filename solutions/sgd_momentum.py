"""Gradient descent with momentum, in Polyak's form and in Nesterov's.

Conventions: v ← μ·v − lr·dw, so the velocity is the step itself and carries the learning rate.
A step returns the new weights and the new configuration; w and dw stay as they were.
"""

import numpy as np


def _with_defaults(w: np.ndarray, config: dict | None) -> dict:
    """A copy of the configuration in which every setting has a value."""
    defaults = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w)}
    # mistake wrong-default: defaults = {"learning_rate": 1e-3, "momentum": 0.9, "velocity": np.zeros_like(w)}
    # mistake wrong-default: defaults = {"learning_rate": 1e-2, "momentum": 0.99, "velocity": np.zeros_like(w)}
    # mistake wrong-default: defaults = {"learning_rate": 1e-2, "momentum": 0.0, "velocity": np.zeros_like(w)}
    # mistake wrong-default: defaults = {"learning_rate": 1e-2, "momentum": 0.5, "velocity": np.zeros_like(w)}
    # mistake wrong-default: defaults = {"learning_rate": 1e-1, "momentum": 0.9, "velocity": np.zeros_like(w)}
    return {**defaults, **(config or {})}


def sgd_momentum(
    w: np.ndarray, dw: np.ndarray, config: dict | None = None
) -> tuple[np.ndarray, dict]:
    """One step of gradient descent with (heavy-ball) momentum.

    v ← μ·v − lr·dw,  w ← w + v

    w: weights of any shape; dw: their gradient, of the same shape; config: a dictionary with
    "learning_rate" lr (default 1e-2), "momentum" μ (default 0.9) and "velocity" v in the shape of
    w (default zeros). Returns the new weights and the configuration with the new velocity.

    >>> config = {"learning_rate": 0.5, "momentum": 0.5, "velocity": np.array([4.0])}
    >>> w, config = sgd_momentum(np.array([1.0]), np.array([2.0]), config)
    >>> w.tolist(), config["velocity"].tolist()
    ([2.0], [1.0])
    """
    config = _with_defaults(w, config)
    # mistake state-under-other-key/plain: config = {"v": np.zeros_like(w), **_with_defaults(w, config)}
    # mistake state-not-stored/given: given = dict(config or {}); config = _with_defaults(w, config)
    lr, mu, v = config["learning_rate"], config["momentum"], config["velocity"]
    # mistake state-under-other-key/plain: lr, mu, v = config["learning_rate"], config["momentum"], config["v"]

    config["velocity"] = mu * v - lr * dw
    # mistake state-under-other-key/plain: config["velocity"] = mu * v - lr * dw; config["v"] = config["velocity"]
    # mistake momentum-on-gradient: config["velocity"] = mu * (v - lr * dw)
    # mistake gradient-step-not-stored/plain: config["velocity"] = mu * v
    # mistake momentum-applied-late/plain: config["velocity"] = v - lr * dw
    # mistake sign-flipped: config["velocity"] = mu * v + lr * dw
    # mistake average-of-gradients: config["velocity"] = mu * v - (1.0 - mu) * lr * dw
    # mistake moment-weights-swapped: config["velocity"] = lr * v - mu * dw
    # mistake sign-flipped: config["velocity"] = -mu * v - lr * dw
    # mistake learning-rate-twice: config["velocity"] = mu * v - lr**2 * dw
    # mistake square-kept: config["velocity"] = mu * v - lr * dw**2
    # mistake learning-rate-missing: config["velocity"] = mu * v - dw
    # mistake momentum-missing: config["velocity"] = -lr * dw
    # mistake momentum-factor-missing: config["velocity"] = v - lr * dw
    # mistake state-not-stored: config["velocity"] = v
    # mistake learning-rate-on-velocity: config["velocity"] = lr * (mu * v - dw)
    # mistake learning-rate-on-velocity/in-step: config["velocity"] = mu * v - dw
    # convention momentum-torch instead of momentum-velocity: config["velocity"] = mu * v + dw
    # convention momentum-subtracted instead of momentum-velocity: config["velocity"] = mu * v + lr * dw
    # convention momentum-ema instead of momentum-velocity: config["velocity"] = mu * v + (1.0 - mu) * dw
    next_w = w + config["velocity"]
    # mistake velocity-stale: next_w = w + v
    # mistake gradient-step-not-stored/plain: next_w = w + config["velocity"] - lr * dw
    # mistake momentum-applied-late/plain: next_w = w + config["velocity"]; config["velocity"] = mu * config["velocity"]
    # mistake look-ahead-added: next_w = w + mu * config["velocity"] - lr * dw
    # mistake sgd-step: next_w = w - lr * dw
    # mistake learning-rate-twice: next_w = w - lr * config["velocity"]
    # mistake momentum-twice: next_w = w + mu * config["velocity"]
    # mistake state-not-stored: next_w = w + config["velocity"]; config["velocity"] = v
    # convention momentum-subtracted instead of momentum-velocity: next_w = w - config["velocity"]
    # mistake sign-flipped: next_w = w - config["velocity"]
    # mistake learning-rate-twice: next_w = w + lr * config["velocity"]
    # mistake gradient-step-added: next_w = w + config["velocity"] - lr * dw
    # mistake learning-rate-on-velocity/in-step: next_w = w + lr * config["velocity"]
    # convention momentum-torch instead of momentum-velocity: next_w = w - lr * config["velocity"]
    # convention momentum-ema instead of momentum-velocity: next_w = w - lr * config["velocity"]
    return next_w, config
    # mistake state-not-stored/given: return next_w, given


def nesterov_momentum(
    w: np.ndarray, dw: np.ndarray, config: dict | None = None
) -> tuple[np.ndarray, dict]:
    """One step of Nesterov's momentum, with the look-ahead point as the stored weights.

    v ← μ·v − lr·dw,  w ← w + μ·v − lr·dw with the new v

    Arguments, defaults and results are those of `sgd_momentum`; dw is taken at w.

    >>> config = {"learning_rate": 0.5, "momentum": 0.5, "velocity": np.array([4.0])}
    >>> w, config = nesterov_momentum(np.array([1.0]), np.array([2.0]), config)
    >>> w.tolist(), config["velocity"].tolist()
    ([0.5], [1.0])
    """
    config = _with_defaults(w, config)
    # mistake state-under-other-key/nesterov: config = {"v": np.zeros_like(w), **_with_defaults(w, config)}
    # mistake state-not-stored/nesterov: given = dict(config or {}); config = _with_defaults(w, config)
    lr, mu, v = config["learning_rate"], config["momentum"], config["velocity"]
    # mistake state-under-other-key/nesterov: lr, mu, v = config["learning_rate"], config["momentum"], config["v"]

    config["velocity"] = mu * v - lr * dw
    # mistake state-under-other-key/nesterov: config["velocity"] = mu * v - lr * dw; config["v"] = config["velocity"]
    # mistake momentum-on-gradient: config["velocity"] = mu * (v - lr * dw)
    # mistake sign-flipped/nesterov: config["velocity"] = mu * v + lr * dw
    # mistake sign-flipped: config["velocity"] = mu * v + lr * dw
    # mistake average-of-gradients: config["velocity"] = mu * v - (1.0 - mu) * lr * dw
    # mistake momentum-factor-missing: config["velocity"] = v - lr * dw
    # mistake learning-rate-missing: config["velocity"] = mu * v - dw
    # mistake momentum-missing: config["velocity"] = -lr * dw
    # mistake state-not-stored: config["velocity"] = v
    # convention momentum-subtracted instead of momentum-velocity: config["velocity"] = mu * v + lr * dw
    # convention momentum-torch instead of momentum-velocity: config["velocity"] = mu * v + dw
    next_w = w + mu * config["velocity"] - lr * dw
    # mistake look-ahead-missing: next_w = w + config["velocity"]
    # mistake look-ahead-of-old-velocity: next_w = w + mu * v + config["velocity"]
    # mistake look-ahead-undamped: next_w = w + config["velocity"] - lr * dw
    # mistake sign-flipped: next_w = w - mu * config["velocity"] - lr * dw
    # mistake learning-rate-missing: next_w = w + mu * config["velocity"] - dw
    # mistake new-velocity-not-added: next_w = w - mu * v + mu * config["velocity"]
    # mistake old-velocity-undamped: next_w = w - v + (1.0 + mu) * config["velocity"]
    # mistake velocity-stale: next_w = w - mu * v + (1.0 + mu) * v
    # mistake sgd-step: next_w = w - lr * dw
    # mistake step-stored-as-velocity: next_w = w + mu * config["velocity"] - lr * dw; config["velocity"] = next_w - w
    # mistake state-not-stored: next_w = w + mu * config["velocity"] - lr * dw; config["velocity"] = v
    # convention momentum-subtracted instead of momentum-velocity: next_w = w - (mu * config["velocity"] + lr * dw)
    # mistake sign-flipped/nesterov: next_w = w + mu * config["velocity"] + lr * dw
    # mistake old-velocity-not-subtracted: next_w = w + (1.0 + mu) * config["velocity"]
    # mistake sign-flipped: next_w = w + mu * v + (1.0 + mu) * config["velocity"]
    # mistake gradient-step-missing: next_w = w + mu * config["velocity"]
    # convention momentum-torch instead of momentum-velocity: next_w = w - lr * (dw + mu * config["velocity"])
    return next_w, config
    # mistake state-not-stored/nesterov: return next_w, given
