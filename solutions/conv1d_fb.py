"""One-dimensional convolution with stride, dilation and causal padding, forward and backward.

Conventions: sequences x (N, C, T), kernels w (F, C, K), biases b (F,); cross-correlation (the kernel
is not flipped); `pad` zeros on either end, or in causal mode (K − 1)·dilation zeros on the left and
none on the right; the output size rounds down.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, int, int, dict]


def conv1d_forward(
    x: np.ndarray, w: np.ndarray, b: np.ndarray, conv_param: dict
) -> tuple[np.ndarray, Cache]:
    """Convolution (cross-correlation) of sequences with F kernels.

    out[n, f, t] = b[f] + Σ_{c,k} w[f, c, k] · xpad[n, c, t·stride + k·dilation]

    x: sequences (N, C, T); w: kernels (F, C, K); b: biases (F,); conv_param: {"stride": int, "pad":
    int, "dilation": int, "causal": bool}; xpad is x of length L, with its zeros.
    Returns out (N, F, T') with T' = ⌊(L − dilation·(K − 1) − 1) / stride⌋ + 1, and a cache.

    >>> x, w = np.array([[[1.0, 2.0, 3.0]]]), np.array([[[10.0, 1.0]]])
    >>> conv_param = {"stride": 1, "pad": 0, "dilation": 1, "causal": True}
    >>> conv1d_forward(x, w, np.zeros(1), conv_param)[0].tolist()
    [[[1.0, 12.0, 23.0]]]
    """
    stride, dilation = conv_param["stride"], conv_param["dilation"]
    # mistake dilation-ignored/all: stride, dilation = conv_param["stride"], 1
    f, _, kernel = w.shape
    span = dilation * (kernel - 1) + 1
    # mistake dilation-times-kernel: span = dilation * kernel
    left = right = conv_param["pad"]
    # mistake padding-missing: left = right = 0
    # mistake padding-one-side: left, right = 2 * conv_param["pad"], 0
    if conv_param["causal"]:
        left, right = span - 1, 0
        # mistake causal-padding-right: left, right = 0, span - 1
        # mistake causal-padding-both: left, right = (span - 1) // 2, span - 1 - (span - 1) // 2
        # mistake causal-padding-undilated: left, right = kernel - 1, 0
        # mistake causal-ignored: pass
        # mistake causal-padding-added: left, right = span - 1 + left, right
        # mistake causal-padding-off-by-one: left, right = span, 0
    xpad = np.pad(x, ((0, 0), (0, 0), (left, right)))
    out_t = (xpad.shape[2] - span) // stride + 1
    # mistake output-size-one-short: out_t = (xpad.shape[2] - span) // stride

    out = np.zeros((len(x), f, out_t)) + b[:, None]
    # mistake bias-missing: out = np.zeros((len(x), f, out_t))
    for k in range(kernel):
        # mistake loop-one-short: for k in range(kernel - 1):
        # mistake loop-one-short: for k in range(1, kernel):
        tap = xpad[:, :, k * dilation : k * dilation + stride * out_t : stride]
        # mistake stride-ignored: tap = xpad[:, :, k * dilation : k * dilation + out_t]
        out += np.einsum("nct,fc->nft", tap, w[:, :, k])
        # mistake kernel-flipped: out += np.einsum("nct,fc->nft", tap, w[:, :, kernel - 1 - k])
        # mistake first-channel-only: out += np.einsum("nt,f->nft", tap[:, 0], w[:, 0, k])
    return out, (xpad, w, left, x.shape[2], conv_param)


def conv1d_backward(dout: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of a one-dimensional convolution.

    dout: upstream gradient ∂L/∂out (N, F, T'); cache: what `conv1d_forward` stored.
    Returns dx (N, C, T), dw (F, C, K) and db (F,).

    >>> x, w = np.array([[[1.0, 2.0, 3.0]]]), np.array([[[10.0, 20.0]]])
    >>> conv_param = {"stride": 1, "pad": 0, "dilation": 1, "causal": False}
    >>> _, cache = conv1d_forward(x, w, np.zeros(1), conv_param)
    >>> dx, dw, db = conv1d_backward(np.array([[[1.0, 2.0]]]), cache)
    >>> dx.tolist(), dw.tolist(), db.tolist()
    ([[[10.0, 40.0, 40.0]]], [[[5.0, 8.0]]], [3.0])
    """
    xpad, w, left, length, conv_param = cache
    stride, dilation = conv_param["stride"], conv_param["dilation"]
    # mistake dilation-ignored: stride, dilation = conv_param["stride"], 1
    # mistake dilation-ignored/all: stride, dilation = conv_param["stride"], 1
    out_t = dout.shape[2]
    dxpad, dw = np.zeros(xpad.shape), np.zeros(w.shape)
    for k in range(w.shape[2]):
        # mistake loop-one-short: for k in range(w.shape[2] - 1):
        where = slice(k * dilation, k * dilation + stride * out_t, stride)
        # mistake stride-ignored: where = slice(k * dilation, k * dilation + out_t)
        dw[:, :, k] = np.einsum("nft,nct->fc", dout, xpad[:, :, where])
        # mistake mean-twice: dw[:, :, k] = np.einsum("nft,nct->fc", dout, xpad[:, :, where]) / len(dout)
        # mistake kernel-flipped: dw[:, :, -1 - k] = np.einsum("nft,nct->fc", dout, xpad[:, :, where])
        # mistake last-sample-only: dw[:, :, k] = np.einsum("ft,ct->fc", dout[-1], xpad[-1, :, where])
        dxpad[:, :, where] += np.einsum("nft,fc->nct", dout, w[:, :, k])
        # mistake overlaps-overwritten: dxpad[:, :, where] = np.einsum("nft,fc->nct", dout, w[:, :, k])
        # mistake kernel-turn-wrong: dxpad[:, :, where] += np.einsum("nft,fc->nct", dout, w[:, :, -1 - k])
    dx = dxpad[:, :, left : left + length]
    # mistake causal-crop-on-both-sides: dx = dxpad[:, :, left : dxpad.shape[2] - left]
    # mistake padding-kept: dx = dxpad
    # mistake crop-from-corner: dx = dxpad[:, :, :length]
    # mistake crop-empty-without-padding: dx = dxpad[:, :, left:-left]
    db = np.sum(dout, axis=(0, 2))
    # mistake filters-share-gradient: db = np.full(dout.shape[1], np.sum(dout))
    # mistake sum-axis: db = np.sum(dout, axis=0)
    # mistake mean-twice: db = np.mean(dout, axis=(0, 2))
    # mistake sum-axis: db = np.sum(dout, axis=(0, 1))
    # mistake mean-twice: db = np.sum(dout, axis=(0, 2)) / len(dout)
    return dx, dw, db
