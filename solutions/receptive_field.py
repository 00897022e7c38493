"""Receptive field of a stack of convolutions and poolings, along one axis.

Conventions: layers from input to output, each (kernel, stride, zeros on one side, dilation);
pixels count from 0; a place in the padding on the left has a negative index.
"""


def receptive_field(layers: list[tuple[int, int, int, int]]) -> tuple[int, int, int]:
    """What one unit of the last layer sees of the input.

    size ← size + dilation·(kernel − 1)·jump,  start ← start − pad·jump,  jump ← jump·stride

    layers: (kernel, stride, pad, dilation) of each layer, from input to output.
    Returns size, the pixels from the first to the last one seen; jump, the pixels between
    neighbouring units; start, the index of the first pixel that unit 0 sees.

    >>> receptive_field([(3, 2, 1, 1), (3, 1, 1, 1)])
    (7, 2, -3)
    """
    size, jump, start = 1, 1, 0
    for kernel, stride, pad, dilation in layers:
        # mistake last-layer-first: for kernel, stride, pad, dilation in layers[::-1]:
        # mistake loop-one-short: for kernel, stride, pad, dilation in layers[:-1]:
        # mistake loop-one-short: for kernel, stride, pad, dilation in layers[1:]:
        size += dilation * (kernel - 1) * jump
        # mistake own-stride-counted/both: size += dilation * (kernel - 1) * jump * stride
        # mistake dilation-ignored: size += (kernel - 1) * jump
        # mistake minus-one-dropped: size += dilation * kernel * jump
        # mistake stride-ignored: size += dilation * (kernel - 1)
        # mistake kernels-multiplied: size *= dilation * (kernel - 1) + 1
        # mistake dilation-times-kernel: size += (dilation * kernel - 1) * jump
        # mistake padding-counted-in-field: size += (dilation * (kernel - 1) + 2 * pad) * jump
        # mistake own-stride-counted: size += dilation * (kernel - 1) * jump * stride
        # mistake kernels-added: size += dilation * (kernel - 1) * jump + (jump if size > 1 else 0)
        # mistake size-of-last-layer: size = dilation * (kernel - 1) * jump + 1
        start -= pad * jump
        # mistake own-stride-counted/both: start -= pad * jump * stride
        # mistake sign-flipped: start += pad * jump
        # mistake stride-ignored: start -= pad
        # mistake padding-not-in-start: pass
        # mistake padding-only-of-last-layer: start = -pad * jump
        # mistake own-stride-counted: start -= pad * jump * stride
        # mistake dilation-on-padding: start -= pad * dilation * jump
        jump *= stride
        # mistake strides-added: jump += stride
        # mistake stride-of-last-layer: jump = stride
        # mistake stride-ignored: pass
        # mistake strides-added: jump += stride - 1
        # mistake dilation-in-jump: jump *= stride * dilation
    return size, jump, start
