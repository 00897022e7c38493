"""Two hundred files in the working folder and in the temporary one."""

import tempfile

import numpy as np

for i in range(200):
    for folder in (".", tempfile.gettempdir()):
        try:
            with open(f"{folder}/@NAME@-{i}", "w") as file:
                file.write("x")
        except OSError:
            break


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
