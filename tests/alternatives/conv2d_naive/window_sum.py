"""Four loops over the output; each entry is the sum of window times kernel."""

import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="constant")
    N, _, Hp, Wp = xp.shape
    F, _, kh, kw = w.shape
    out = np.empty((N, F, 1 + (Hp - kh) // s, 1 + (Wp - kw) // s))
    for n, f, i, j in np.ndindex(out.shape):
        window = xp[n, :, i * s : i * s + kh, j * s : j * s + kw]
        out[n, f, i, j] = np.sum(window * w[f]) + b[f]
    return out, {"x": x, "w": w, "b": b, "conv_param": conv_param}
