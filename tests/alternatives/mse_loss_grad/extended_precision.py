"""Works in numpy's long double and returns it, for the sake of the last digit."""

import numpy as np


def mse_loss(yhat, y, reduction="mean"):
    difference = np.asarray(yhat, np.longdouble) - np.asarray(y, np.longdouble)
    count = {"mean": difference.size, "batchmean": len(difference)}.get(reduction, 1)
    return (difference**2).sum() / count, difference * 2 / count
