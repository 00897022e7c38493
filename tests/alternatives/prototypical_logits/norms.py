"""Lengths of the differences, squared again."""

import numpy as np


def prototype_logits(support, query):
    prototypes = np.average(support, axis=1)
    rows = [np.linalg.norm(prototypes - q, axis=1) for q in query]
    return -np.square(np.array(rows))
