"""Floats rounded down, then turned into integers."""

import math


def conv_output_size(size, kernel, stride=1, pad=0, dilation=1):
    return int(math.floor((size + 2 * pad - dilation * (kernel - 1) - 1) / stride + 1))


def conv_params(in_channels, out_channels, kernel, bias=True, groups=1):
    return int(in_channels * out_channels / groups * kernel**2 + out_channels * int(bias))


def conv_macs(
    height, width, in_channels, out_channels, kernel, stride=1, pad=0, dilation=1, groups=1
):
    per_pixel = in_channels * out_channels // groups * kernel**2
    sides = [conv_output_size(side, kernel, stride, pad, dilation) for side in (height, width)]
    return per_pixel * sides[0] * sides[1]
