"""One shifted product for each tap of the kernel, forward and backward."""

import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    kh, kw = w.shape[2], w.shape[3]
    rows = (padded.shape[2] - kh) // stride + 1
    columns = (padded.shape[3] - kw) // stride + 1
    out = np.zeros((x.shape[0], w.shape[0], rows, columns)) + b.reshape(1, -1, 1, 1)
    for u in range(kh):
        for v in range(kw):
            tap = padded[:, :, u:, v:][:, :, ::stride, ::stride][:, :, :rows, :columns]
            out = out + np.tensordot(tap, w[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
    return out, dict(padded=padded, w=w, stride=stride, pad=pad, size=x.shape)


def conv_backward_naive(dout, cache):
    padded, w, stride, pad = (cache[name] for name in ("padded", "w", "stride", "pad"))
    rows, columns = dout.shape[2:]
    dw = np.zeros(w.shape)
    dpadded = np.zeros(padded.shape)
    for u in range(w.shape[2]):
        for v in range(w.shape[3]):
            where = np.s_[:, :, u : u + stride * rows : stride, v : v + stride * columns : stride]
            dw[:, :, u, v] = np.einsum("nfij,ncij->fc", dout, padded[where])
            dpadded[where] += np.einsum("nfij,fc->ncij", dout, w[:, :, u, v])
    height, width = cache["size"][2:]
    return dpadded[:, :, pad : pad + height, pad : pad + width], dw, np.einsum("nfij->f", dout)
