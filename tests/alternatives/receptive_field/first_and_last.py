"""The first and the last pixel of unit 0 and of unit 1 are followed from the output back."""


def seen(unit, layers):
    first = last = unit
    for k, s, p, d in reversed(layers):
        first = first * s - p
        last = last * s - p + d * (k - 1)
    return first, last


def receptive_field(layers):
    first, last = seen(0, layers)
    return last - first + 1, seen(1, layers)[0] - first, first
