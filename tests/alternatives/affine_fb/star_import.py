"""A star import, a decorator over *args, optional extra parameters, a semicolon or two."""

from functools import wraps

from numpy import *  # noqa: F403


def flattened(f):
    @wraps(f)
    def inner(x, *args, **kwargs):
        return f(x.reshape(x.shape[0], prod(x.shape[1:])), *args, shape=x.shape, **kwargs)

    return inner


@flattened
def affine_forward(x, w, b=0.0, *, shape=None, keep=True):
    y = dot(x, w); y = add(y, b)
    return y, ((x, w, shape) if keep else None)


def affine_backward(dout, cache, want=("dx", "dw", "db")):
    x, w, shape = cache; g = {}
    if "dx" in want: g["dx"] = dot(dout, w.T).reshape(shape)
    if "dw" in want: g["dw"] = dot(x.T, dout)
    if "db" in want: g["db"] = sum(dout, axis=0)
    return tuple(g[name] for name in want)
