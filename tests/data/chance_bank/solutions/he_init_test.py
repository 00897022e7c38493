"""He initialisation for ReLU, by the number of inputs."""

import numpy as np


def he_init(D, H):
    """W ~ N(0, 2/D) of shape (D, H), b = 0 of shape (H,), in a dictionary."""
    weights = np.random.randn(D, H) * np.sqrt(2 / D)
    # mistake fan-out: weights = np.random.randn(D, H) * np.sqrt(2 / H)
    # mistake xavier: weights = np.random.randn(D, H) * np.sqrt(1 / D)
    # mistake both-fans: weights = np.random.randn(D, H) * np.sqrt(2 / (D + H))
    # mistake variance-for-deviation: weights = np.random.randn(D, H) * 2 / D
    # mistake uniform-not-centred: weights = np.random.rand(D, H) * np.sqrt(2 / D)
    # mistake uniform-bound: weights = np.random.uniform(-1, 1, (D, H)) * np.sqrt(2 / D)
    # mistake zeros: weights = np.zeros((D, H))
    # mistake same-columns: weights = np.random.randn(D, 1) * np.sqrt(2 / D) * np.ones((D, H))
    return {"W": weights, "b": np.zeros(H)}
    # mistake bias-random: return {"W": weights, "b": np.random.randn(H)}
