"""Torch's vocabulary: per-element losses first, the reduction afterwards, the gradient by reduction."""

import numpy as np


def mse_loss(input, target, reduction="mean"):
    diff = np.subtract(input, target, dtype=np.result_type(input, target, np.float32))
    unreduced = np.square(diff)
    grad_unreduced = 2 * diff
    match reduction:
        case "mean":
            return unreduced.mean(), grad_unreduced / input.size
        case "batchmean":
            return unreduced.sum(axis=1).mean(), grad_unreduced / input.shape[0]
        case "sum":
            return unreduced.sum(), grad_unreduced
    raise ValueError(f"{reduction} is not a valid value for reduction")
