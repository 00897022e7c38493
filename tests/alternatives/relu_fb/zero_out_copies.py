"""Copies the array and overwrites what must vanish."""


def relu_forward(x):
    out = x.copy()
    out[x < 0] = 0
    return out, {"x": x}


def relu_backward(dout, cache):
    x = cache["x"]
    dx = dout.copy()
    dx[x <= 0] = 0
    return dx
