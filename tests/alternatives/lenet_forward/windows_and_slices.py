"""Windows as views; pooling before ReLU, which is the same; the dense layers in a loop."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


def lenet_forward(x, params):
    hidden = np.pad(x, ((0, 0), (0, 0), (2, 2), (2, 2)))
    for layer in (1, 2):
        w, b = params[f"W{layer}"], params[f"b{layer}"]
        windows = sliding_window_view(hidden, w.shape[2:], axis=(2, 3))
        hidden = np.tensordot(windows, w, axes=([1, 4, 5], [1, 2, 3])) + b
        hidden = np.moveaxis(hidden, -1, 1)
        rows, columns = hidden.shape[2] // 2 * 2, hidden.shape[3] // 2 * 2
        corners = [hidden[:, :, u:rows:2, v:columns:2] for u in (0, 1) for v in (0, 1)]
        hidden = np.maximum(np.max(np.stack(corners), axis=0), 0)
    hidden = hidden.reshape(hidden.shape[0], -1)
    for layer in (3, 4, 5):
        hidden = hidden @ params[f"W{layer}"] + params[f"b{layer}"]
        if layer < 5:
            hidden = np.where(hidden > 0, hidden, 0)
    return hidden
