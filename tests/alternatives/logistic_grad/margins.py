"""Labels as signs: the loss is softplus(-margin), its slope -sigmoid(-margin)."""

import numpy as np


def logistic_loss(X, y, w, b):
    t = np.where(y == 1, 1.0, -1.0)
    margin = t * (np.einsum("nd,d->n", X, w) + b)
    loss = np.logaddexp(0, -margin).mean()
    slope = -t * np.exp(-np.logaddexp(0, margin)) / len(t)
    return loss, np.einsum("nd,n->d", X, slope), slope.sum()
