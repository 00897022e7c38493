"""The convolution as one matrix from padded inputs to outputs; its transpose goes back."""

import numpy as np


def places(length, kernel, stride, dilation):
    count = (length - dilation * (kernel - 1) - 1) // stride + 1
    choose = np.zeros((kernel, count, length))
    for k in range(kernel):
        for t in range(count):
            choose[k, t, t * stride + k * dilation] = 1.0
    return choose


def conv1d_forward(x, w, b, conv_param):
    kernel, dilation = w.shape[2], conv_param["dilation"]
    pads = (conv_param["pad"], conv_param["pad"])
    if conv_param["causal"]:
        pads = (dilation * (kernel - 1), 0)
    choose = places(x.shape[2] + sum(pads), kernel, conv_param["stride"], dilation)
    choose = choose[:, :, pads[0] : pads[0] + x.shape[2]]
    operator = np.einsum("fck,kts->fcts", w, choose)
    out = np.einsum("fcts,ncs->nft", operator, x) + b[:, None]
    return out, (x, choose, operator)


def conv1d_backward(dout, cache):
    x, choose, operator = cache
    dx = np.einsum("fcts,nft->ncs", operator, dout)
    dw = np.einsum("nft,kts,ncs->fck", dout, choose, x)
    return dx, dw, np.einsum("nft->f", dout)
