"""The set of pixels of a unit is written out, layer by layer."""


def pixels(unit, layers):
    reached = {unit}
    for kernel, stride, pad, dilation in layers[::-1]:
        reached = {u * stride - pad + dilation * tap for u in reached for tap in range(kernel)}
    return reached


def receptive_field(layers):
    zero, one = pixels(0, layers), pixels(1, layers)
    return max(zero) - min(zero) + 1, min(one) - min(zero), min(zero)
