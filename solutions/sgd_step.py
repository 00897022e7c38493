"""Plain (stochastic) gradient descent.

Conventions: w ← w − lr·dw. A step returns the new weights and the configuration; it may change w
in place.
"""

import numpy as np


def sgd(w: np.ndarray, dw: np.ndarray, config: dict | None = None) -> tuple[np.ndarray, dict]:
    """One step of gradient descent.

    w ← w − lr·dw

    w: weights of any shape; dw: their gradient, of the same shape; config: a dictionary with
    "learning_rate" lr (default 1e-2). Returns the new weights and the configuration.

    >>> w, _ = sgd(np.array([1.0, 2.0]), np.array([10.0, -10.0]), {"learning_rate": 0.1})
    >>> w.tolist()
    [0.0, 3.0]
    """
    config = {"learning_rate": 1e-2, **(config or {})}
    # mistake wrong-default: config = {"learning_rate": 1e-3, **(config or {})}
    # mistake wrong-default: config = {"learning_rate": 1e-1, **(config or {})}
    next_w = w - config["learning_rate"] * dw
    # mistake sign-flipped: next_w = w + config["learning_rate"] * dw
    # mistake learning-rate-missing: next_w = w - dw
    # mistake learning-rate-twice: next_w = w - config["learning_rate"] ** 2 * dw
    # mistake square-kept: next_w = w - config["learning_rate"] * dw**2
    # mistake config-key-misnamed: next_w = w - config.get("lr", 1e-2) * dw
    return next_w, config
