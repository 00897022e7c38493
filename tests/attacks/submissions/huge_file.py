"""64 MiB in a file."""

import numpy as np

for path in ("@MARKER@", "big.bin"):
    try:
        with open(path, "wb") as file:
            for _ in range(64):
                file.write(bytes(1 << 20))
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
