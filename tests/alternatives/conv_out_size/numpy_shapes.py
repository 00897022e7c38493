"""The shapes of real arrays are measured."""

import numpy as np


def conv_output_size(size, kernel, stride=1, pad=0, dilation=1):
    line = np.pad(np.zeros(size), pad)
    span = np.zeros(kernel).repeat(dilation)[: dilation * (kernel - 1) + 1].size
    return len(line[: len(line) - span + 1][::stride])


def conv_params(in_channels, out_channels, kernel, bias=True, groups=1):
    weight = np.empty((out_channels, in_channels // groups, kernel, kernel))
    return weight.size + (np.empty(out_channels).size if bias else 0)


def conv_macs(
    height, width, in_channels, out_channels, kernel, stride=1, pad=0, dilation=1, groups=1
):
    out = (
        out_channels,
        conv_output_size(height, kernel, stride, pad, dilation),
        conv_output_size(width, kernel, stride, pad, dilation),
    )
    return int(np.prod(out)) * (in_channels // groups) * kernel * kernel
