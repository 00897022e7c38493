"""NumPy's array functions on symbols: passed through, done anew, or (all others) refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import prod
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from dlprep.trace.array import FLOAT, HANDLERS, Traced, floats, is_symbolic, plain, wrap
from dlprep.trace.symbol import lift, rint
from dlprep.trace.tape import UntraceableError

Handler = Callable[..., Any]

# NumPy moves, adds, multiplies and compares objects as well as it does numbers.
_PASSED = (
    "reshape ravel transpose permute_dims matrix_transpose swapaxes moveaxis rollaxis squeeze",
    "expand_dims broadcast_to broadcast_arrays atleast_1d atleast_2d atleast_3d",
    "append insert delete",
    "split array_split hsplit vsplit dsplit unstack repeat tile roll flip fliplr flipud rot90",
    "take take_along_axis compress choose select diag diagonal diagflat tril triu trace ix_ pad",
    "sum prod cumsum cumprod diff max min amax amin ptp argmax argmin sort argsort",
    "dot vdot inner outer matmul tensordot einsum einsum_path kron cross convolve",
    "copy copyto put put_along_axis place putmask fill_diagonal resize",
    "shape ndim size shares_memory may_share_memory iscomplexobj isrealobj real meshgrid",
    "array_repr array_str array2string",
)
_JOINED = "concatenate concat stack hstack vstack dstack column_stack block"
_OF_TRUTH = "any all nonzero argwhere flatnonzero count_nonzero"
_OF_VALUES = "allclose array_equal array_equiv isclose"


def _named(*lines: str) -> Iterator[Any]:
    """NumPy's functions of these names, as many as this version has."""
    for name in " ".join(lines).split():
        if hasattr(np, name):
            yield getattr(np, name)


def _passed(func: Any) -> Handler:
    def through(*args: Any, **options: Any) -> Any:
        options.pop("dtype", None)
        return wrap(func(*map(_lifted, args), **{k: plain(v) for k, v in options.items()}))

    return through


def _joined(func: Any) -> Handler:
    """NumPy looks for symbols in the parts of a sequence, so it must not find any."""

    def through(parts: Any, *args: Any, **options: Any) -> Any:
        options.pop("dtype", None)
        return wrap(func([_lifted(part) for part in parts], *args, **options))

    return through


def _lifted(arg: Any) -> Any:
    """Native floats beside symbols become symbols, so that none is ever stored raw."""
    held = plain(arg)
    is_native = isinstance(held, float) or (isinstance(held, np.ndarray) and held.dtype.kind == "f")
    return plain(floats(held)) if is_native else held


def _count(a: Any, axis: Any) -> int:
    """How many entries go into each result of a reduction."""
    shape = np.shape(plain(a))
    axes = (axis,) if isinstance(axis, int) else axis
    return prod(shape if axes is None else [shape[each] for each in axes])


def _mean(a: Any, axis: Any = None, *_: Any, keepdims: bool = False, **__: Any) -> Any:
    return np.sum(floats(a), axis=axis, keepdims=keepdims) / _count(a, axis)


def _var(a: Any, axis: Any = None, *_: Any, keepdims: bool = False, **options: Any) -> Any:
    a = floats(a)
    degrees = _count(a, axis) - options.get("ddof", options.get("correction", 0))
    centred = a - np.mean(a, axis=axis, keepdims=True)
    return np.sum(centred * centred, axis=axis, keepdims=keepdims) / degrees


def _std(a: Any, axis: Any = None, **options: Any) -> Any:
    return np.sqrt(np.var(floats(a), axis=axis, **options))


def _average(a: Any, axis: Any = None, weights: Any = None, **options: Any) -> Any:
    a = floats(a)
    if weights is None:
        return np.mean(a, axis=axis, **options)
    if np.ndim(weights) < np.ndim(a):  # one for each entry along the axis, as in NumPy
        weights = np.moveaxis(np.expand_dims(weights, tuple(range(np.ndim(a) - 1))), -1, axis)
    spread = floats(np.broadcast_to(weights, a.shape))
    return np.sum(a * spread, axis=axis, **options) / np.sum(spread, axis=axis, **options)


def _where(condition: Any, *choices: Any) -> Any:
    truth = _truth(condition)
    if is_symbolic(choices):
        choices = tuple(map(floats, choices))
    return wrap(np.where(truth, *map(plain, choices)))


def _truth(value: Any) -> Any:
    """The native truth of every entry."""
    return np.asarray(plain(value)).astype(bool)


def _of_truth(func: Any) -> Handler:
    return lambda a, *args, **options: wrap(func(_truth(a), *args, **options))


def values(a: Any) -> Any:
    """The sample values of symbols as native floats."""
    held = np.asarray(plain(a))
    take = np.frompyfunc(lambda each: lift(each).value, 1, 1)
    return np.asarray(take(held)).astype(np.float64) if held.dtype.kind == "O" else held


def _of_values(func: Any) -> Handler:
    return lambda a, b, *args, **options: wrap(func(values(a), values(b), *args, **options))


def _clip(a: Any, a_min: Any = None, a_max: Any = None, out: Any = None, **bounds: Any) -> Any:
    low, high = bounds.get("min", a_min), bounds.get("max", a_max)
    clipped = a if low is None else np.maximum(a, low)
    clipped = clipped if high is None else np.minimum(clipped, high)
    if out is None:
        return clipped
    out[...] = clipped
    return out


def _round(a: Any, decimals: int = 0, **_: Any) -> Any:
    scale = 10.0**decimals
    return wrap(np.frompyfunc(lambda x: rint(lift(x) * scale) / scale, 1, 1)(plain(a)))


def _copy_of_floats(x: Any, *_: Any, **__: Any) -> Any:
    return floats(x).copy()


def filled(shape: Any, value: Any, dtype: Any = None) -> Any:
    """A new array with one value in it; one of floats is an array of symbols."""
    if np.dtype(FLOAT if dtype is None else dtype).kind != "f":
        return np.full(shape, value, dtype).view(Traced)
    made = np.empty(shape, object).view(Traced)
    made[...] = value
    return made


def _like(value: float) -> Handler:
    return lambda a, dtype=None, shape=None, **_: _full_like(a, value, dtype, shape=shape)


def _full_like(a: Any, fill_value: Any, dtype: Any = None, shape: Any = None, **_: Any) -> Any:
    shape = np.shape(plain(a)) if shape is None else shape
    own = FLOAT if is_symbolic(a) else np.asarray(plain(a)).dtype
    return filled(shape, fill_value, own if dtype is None else dtype)


def array(value: Any, dtype: Any = None, **options: Any) -> Any:
    """`np.array`: symbols stay symbols, other floats become some."""
    if not is_symbolic(value):
        return wrap(np.array(plain(value), dtype=dtype, **options))
    options.pop("copy", None)
    made = floats(np.array(_nested(value), dtype=object, **options))
    return made if dtype is None or np.dtype(dtype).kind == "f" else made.astype(dtype)


def as_array(value: Any, dtype: Any = None, **options: Any) -> Any:
    """`np.asarray`: an array that fits is handed back as it is."""
    if isinstance(value, Traced) and (dtype is None or np.dtype(dtype) == value.dtype):
        return value
    return array(value, dtype, **options)


def _nested(value: Any) -> Any:
    """Lists of symbols and arrays as lists of cells, which NumPy puts together."""
    match value:
        case Traced():
            return np.ndarray.tolist(value)
        case list() | tuple():
            return [_nested(each) for each in value]
        case _:
            return value


def norm(x: Any, ord: Any = None, axis: Any = None, keepdims: bool = False) -> Any:  # noqa: A002, FBT001, FBT002
    """`np.linalg.norm` where it is the root of a sum of squares."""
    x = floats(x)
    if ord is None or (ord == "fro" and x.ndim == 2) or (ord == 2 and (x.ndim == 1 or axis)):
        return np.sqrt(np.sum(x * x, axis=axis, keepdims=keepdims))
    raise UntraceableError(f"np.linalg.norm with ord={ord}")


HANDLERS.update(
    {
        **{func: _passed(func) for func in (*_named(*_PASSED), sliding_window_view)},
        **{func: _joined(func) for func in _named(_JOINED)},
        **{func: _of_truth(func) for func in _named(_OF_TRUTH)},
        **{func: _of_values(func) for func in _named(_OF_VALUES)},
        **dict.fromkeys(_named("round around"), _round),
        np.mean: _mean,
        np.var: _var,
        np.std: _std,
        np.average: _average,
        np.where: _where,
        np.clip: _clip,
        np.nan_to_num: _copy_of_floats,
        np.zeros_like: _like(0.0),
        np.ones_like: _like(1.0),
        np.empty_like: _like(0.0),
        np.full_like: _full_like,
        np.linalg.norm: norm,
        np.result_type: lambda *_: FLOAT,
        np.common_type: lambda *_: np.float64,
    }
)
