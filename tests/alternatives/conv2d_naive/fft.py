"""Multiplies spectra: cross-correlation is convolution with the conjugate spectrum of the kernel."""

import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    kh, kw = w.shape[2:]
    padded = np.pad(x.astype(float), ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    size = padded.shape[2:]
    spectrum = np.fft.rfft2(padded)
    kernels = np.fft.rfft2(w, s=size).conj()
    product = np.einsum("ncuv,fcuv->nfuv", spectrum, kernels)
    full = np.fft.irfft2(product, s=size)
    valid = full[:, :, : size[0] - kh + 1 : stride, : size[1] - kw + 1 : stride]
    return valid + b[:, np.newaxis, np.newaxis], (x, w, b, conv_param)
