"""The arithmetic of a convolution: output size, parameters, multiply-adds.

Conventions: square kernels; the same padding on all sides; the output size rounds down; a
multiply-add counts as one; one bias for each output channel, not counted among the multiply-adds.
"""


def conv_output_size(
    size: int, kernel: int, stride: int = 1, pad: int = 0, dilation: int = 1
) -> int:
    """Length of the output along one side.

    ⌊(size + 2·pad − dilation·(kernel − 1) − 1) / stride⌋ + 1

    >>> conv_output_size(224, 7, stride=2, pad=3)
    112
    """
    span = dilation * (kernel - 1) + 1
    # mistake dilation-ignored: span = kernel
    # mistake dilation-times-kernel: span = dilation * kernel
    out = (size + 2 * pad - span) // stride + 1
    # mistake floor-missing: out = (size + 2 * pad - span) / stride + 1
    # mistake output-size-one-short: out = (size + 2 * pad - span) // stride
    # mistake padding-counted-once: out = (size + pad - span) // stride + 1
    # mistake padding-missing: out = (size - span) // stride + 1
    # mistake rounded-up: out = -(-(size + 2 * pad - span) // stride) + 1
    # mistake stride-ignored: out = size + 2 * pad - span + 1
    # mistake one-added-before-division: out = (size + 2 * pad - span + 1) // stride
    # mistake padding-sign-flipped: out = (size - 2 * pad - span) // stride + 1
    return out


def conv_params(
    in_channels: int, out_channels: int, kernel: int, bias: bool = True, groups: int = 1
) -> int:
    """Number of parameters: a kernel (in_channels/groups, kernel, kernel) for each output channel.

    out_channels · in_channels/groups · kernel², and one bias for each output channel.

    >>> conv_params(3, 64, 7)
    9472
    """
    weights = out_channels * (in_channels // groups) * kernel**2
    # mistake groups-ignored: weights = out_channels * in_channels * kernel**2
    # mistake kernel-area-forgotten: weights = out_channels * (in_channels // groups) * kernel
    # mistake input-channels-forgotten: weights = out_channels * kernel**2
    # mistake groups-divide-twice: weights = (out_channels // groups) * (in_channels // groups) * kernel**2
    params = weights + out_channels if bias else weights
    # mistake bias-not-counted: params = weights
    # mistake bias-always-counted: params = weights + out_channels
    # mistake bias-per-input-channel: params = weights + in_channels if bias else weights
    # mistake one-bias-per-layer: params = weights + 1 if bias else weights
    # mistake bias-per-slice: params = weights + out_channels * in_channels if bias else weights
    # mistake biases-divided-by-groups: params = weights + out_channels // groups if bias else weights
    return params


def conv_macs(
    height: int,
    width: int,
    in_channels: int,
    out_channels: int,
    kernel: int,
    stride: int = 1,
    pad: int = 0,
    dilation: int = 1,
    groups: int = 1,
) -> int:
    """Multiply-adds of the forward pass of one image, the bias not counted.

    (output positions) · out_channels · in_channels/groups · kernel²

    >>> conv_macs(4, 4, 3, 2, 3, pad=1)
    864
    """
    out_h = conv_output_size(height, kernel, stride, pad, dilation)
    # mistake input-size-for-output/both: out_h = height
    # mistake stride-ignored: out_h = conv_output_size(height, kernel, 1, pad, dilation)
    out_w = conv_output_size(width, kernel, stride, pad, dilation)
    # mistake input-size-for-output/both: out_w = width
    # mistake square-assumed: out_w = out_h
    macs = out_h * out_w * out_channels * (in_channels // groups) * kernel**2
    # mistake flops-for-macs: macs = 2 * out_h * out_w * out_channels * (in_channels // groups) * kernel**2
    # mistake groups-ignored: macs = out_h * out_w * out_channels * in_channels * kernel**2
    # mistake kernel-area-forgotten: macs = out_h * out_w * out_channels * (in_channels // groups) * kernel
    # mistake input-channels-forgotten: macs = out_h * out_w * out_channels * kernel**2
    # mistake positions-forgotten: macs = out_channels * (in_channels // groups) * kernel**2
    # mistake biases-in-macs: macs = out_h * out_w * out_channels * ((in_channels // groups) * kernel**2 + 1)
    return macs
