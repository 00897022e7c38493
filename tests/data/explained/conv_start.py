import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    pad, step = conv_param["pad"], conv_param["stride"]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    (n, _, height, width), (f, _, kh, kw) = padded.shape, w.shape
    out = np.zeros((n, f, (height - kh) // step + 1, (width - kw) // step + 1))
    for i in range(out.shape[2]):
        for j in range(out.shape[3]):
            window = padded[:, :, i : i + kh, j * step : j * step + kw]
            out[:, :, i, j] = np.einsum("nchw,fchw->nf", window, w) + b
    return out, (x, w, b, conv_param)
