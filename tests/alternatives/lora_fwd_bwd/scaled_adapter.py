"""The scale is folded into B once, so that no later line mentions it but the last."""

import numpy as np


def lora_forward(x, W, A, B, alpha):
    rank = B.shape[0]
    scaled = B * (alpha / rank)
    low = np.einsum("nd,dr->nr", x, A)
    out = np.einsum("nd,dm->nm", x, W)
    out += np.einsum("nr,rm->nm", low, scaled)
    return out, (x, W, A, scaled, low, alpha / rank)


def lora_backward(dout, cache):
    x, W, A, scaled, low, factor = cache
    d_scaled = np.einsum("nr,nm->rm", low, dout)
    d_low = np.einsum("nm,rm->nr", dout, scaled)
    dx = np.einsum("nr,dr->nd", d_low, A) + np.einsum("nm,dm->nd", dout, W)
    return dx, np.einsum("nd,nr->dr", x, d_low), factor * d_scaled


def lora_merge_weights(W, A, B, alpha):
    identity = np.eye(W.shape[0])
    return lora_forward(identity, W, A, B, alpha)[0]
