"""A file where nobody asked for one."""

import numpy as np

for path in ("@MARKER@", "@HOME@/marker", "@FOLDER@/marker"):
    try:
        with open(path, "w") as file:
            file.write("out")
    except OSError:
        pass


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
