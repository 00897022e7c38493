"""Xavier and He initialisation, normal and uniform.

Conventions: W has shape (fan_in, fan_out); He counts the inputs; both distributions of a scheme
have the same variance.
"""

import numpy as np


def init_weight(fan_in: int, fan_out: int, scheme: str, dist: str) -> np.ndarray:
    """Random weights with mean 0 and the variance of the scheme.

    Var(W) = 2 / (fan_in + fan_out) for "xavier", 2 / fan_in for "he".

    fan_in, fan_out: numbers of inputs and outputs; scheme: "xavier" or "he"; dist: "normal" or
    "uniform" (from −a to a). Returns W (fan_in, fan_out), drawn afresh by every call.

    >>> init_weight(3, 5, "he", "normal").shape
    (3, 5)
    """
    rng = np.random.default_rng()
    var = 2.0 / (fan_in + fan_out) if scheme == "xavier" else 2.0 / fan_in
    # mistake factor-two-dropped: var = 1.0 / (fan_in + fan_out) if scheme == "xavier" else 1.0 / fan_in
    # mistake fan-out-for-fan-in: var = 2.0 / (fan_in + fan_out) if scheme == "xavier" else 2.0 / fan_out
    # mistake scheme-ignored: var = 2.0 / (fan_in + fan_out)
    # mistake scheme-ignored: var = 2.0 / fan_in
    if dist == "normal":
        return rng.normal(0.0, np.sqrt(var), (fan_in, fan_out))
        # mistake root-missing: return rng.normal(0.0, var, (fan_in, fan_out))
        # mistake mean-shifted: return np.sqrt(var) * (1.0 + rng.normal(size=(fan_in, fan_out)))
        # mistake scale-missing/both: return rng.normal(size=(fan_in, fan_out))
        # mistake scale-missing: return rng.normal(size=(fan_in, fan_out))
        # mistake axes-of-weights-swapped: return rng.normal(0.0, np.sqrt(var), (fan_out, fan_in))
    bound = np.sqrt(3.0 * var)
    # mistake deviation-for-bound: bound = np.sqrt(var)
    # mistake root-missing: bound = 3.0 * var
    # mistake factor-two-added: bound = 2.0 * np.sqrt(3.0 * var)
    return rng.uniform(-bound, bound, (fan_in, fan_out))
    # mistake scale-missing/both: return rng.uniform(-1.0, 1.0, (fan_in, fan_out))
    # mistake scale-missing: return rng.uniform(-1.0, 1.0, (fan_in, fan_out))
    # mistake one-sided-range: return rng.uniform(0.0, bound, (fan_in, fan_out))
    # mistake axes-of-weights-swapped: return rng.uniform(-bound, bound, (fan_out, fan_in))
