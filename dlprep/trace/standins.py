"""What a traced program finds under the names `numpy`, `math` and `float`."""

from __future__ import annotations

import builtins
import math
import types
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

from dlprep.trace.array import FLOAT, floats, is_symbolic, plain, scalar, wrap
from dlprep.trace.functions import array, as_array, filled, norm
from dlprep.trace.symbol import FUNCTIONS, Symbol, ceil, floor, lift, truncated
from dlprep.trace.tape import UntraceableError


class _FloatKind(type):
    """Symbols are floats, and so is what NumPy and Python call one."""

    real: type

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, (Symbol, cls.real))

    def __call__(cls, value: Any = 0.0) -> Any:
        value = scalar(value)
        if isinstance(value, np.ndarray):
            return floats(value)
        return value if isinstance(value, Symbol) else cls.real(value)


class Float(metaclass=_FloatKind):
    """Stands for `float`."""

    real = float
    dtype = FLOAT  # so that NumPy takes the class for a type of numbers
    fromhex = float.fromhex


class Float64(metaclass=_FloatKind):
    """Stands for `np.float64`."""

    real = np.float64
    dtype = FLOAT


class Float32(metaclass=_FloatKind):
    """Stands for `np.float32`; symbols have no precision."""

    real = np.float32
    dtype = np.dtype(np.float32)


class Part(types.ModuleType):
    """A part of NumPy of which only some is traced: all may be imported, the rest not called."""

    def __init__(self, name: str, known: Mapping[str, Any]) -> None:
        super().__init__(name)
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _refusal(f"{self.__name__}.{name}")


def _refusal(what: str) -> Callable[..., Any]:
    def refuse(*_: Any, **__: Any) -> Any:
        raise UntraceableError(what)

    return refuse


class Numpy(types.ModuleType):
    """NumPy, but what it makes of floats is traced."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        super().__init__("numpy")
        self.__dict__.update(known)

    def __getattr__(self, name: str) -> Any:
        real = getattr(np, name)
        if isinstance(real, types.ModuleType) and name not in NATIVE_PARTS:
            return Part(f"np.{name}", {})
        if not callable(real) or isinstance(real, type | np.ufunc):
            return real
        return lambda *args, **options: wrap(real(*map(_together, args), **options))


def _together(arg: Any) -> Any:
    """Symbols in a list, which NumPy would not ask us about, as an array."""
    loose = isinstance(arg, list | tuple) and is_symbolic(arg) and not _has_arrays(arg)
    return array(arg) if loose else arg


def _has_arrays(value: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(map(_has_arrays, value))
    return isinstance(value, np.ndarray)


class Joined:
    """`np.r_` and `np.c_` of arrays and numbers; ranges are NumPy's own business."""

    def __init__(self, real: Any, join: Callable[..., Any]) -> None:
        self.real = real
        self.join = join

    def __getitem__(self, parts: Any) -> Any:
        listed = parts if isinstance(parts, tuple) else (parts,)
        if any(isinstance(part, slice | str) for part in listed):
            return wrap(self.real[plain(parts)])
        return self.join([array(part, ndmin=1) for part in listed])


class Math(types.ModuleType):
    """`math`, also of symbols."""

    def __init__(self, known: Mapping[str, Any]) -> None:
        super().__init__("math")
        self.__dict__.update({**vars(math), **known})


def _either(of_symbol: Callable[..., Any], real: Callable[..., Any]) -> Callable[..., Any]:
    """One function for symbols, another for plain numbers."""

    def call(*args: Any) -> Any:
        args = tuple(map(scalar, args))
        return of_symbol(*args) if any(isinstance(arg, Symbol) for arg in args) else real(*args)

    return call


def _log(x: Any, base: Any = None) -> Any:
    natural = FUNCTIONS["log"]
    return natural(x) if base is None else natural(x) / natural(base)


def _whole(part: Callable[[Any], Symbol]) -> Callable[[Any], int]:
    return lambda x: int(part(x).value)


def _of_value(question: Callable[[float], bool]) -> Callable[..., bool]:
    return _either(lambda x: question(x.value), question)


def _vectorize(function: Callable[..., Any], *_: Any, **__: Any) -> Callable[..., Any]:
    def call(*args: Any) -> Any:
        return wrap(np.frompyfunc(function, len(args), 1)(*(plain(floats(arg)) for arg in args)))

    return call


def _strided(x: Any, shape: Any = None, strides: Any = None, **_: Any) -> Any:
    return wrap(as_strided(plain(x), shape, strides))


def _full(shape: Any, fill_value: Any, dtype: Any = None, **_: Any) -> Any:
    return filled(shape, fill_value, np.asarray(fill_value).dtype if dtype is None else dtype)


NATIVE_PARTS = frozenset({"random", "typing", "dtypes", "exceptions"})
_STRIDES = {"as_strided": _strided, "sliding_window_view": sliding_window_view}
NUMPY = Numpy(
    {
        "array": array,
        **dict.fromkeys(("asarray", "asanyarray", "ascontiguousarray"), as_array),
        "zeros": lambda shape, dtype=None, **_: filled(shape, 0.0, dtype),
        "empty": lambda shape, dtype=None, **_: filled(shape, 0.0, dtype),
        "ones": lambda shape, dtype=None, **_: filled(shape, 1.0, dtype),
        "full": _full,
        **dict.fromkeys(("float64", "double"), Float64),
        **dict.fromkeys(("float32", "single"), Float32),
        "vectorize": _vectorize,
        "r_": Joined(np.r_, np.concatenate),
        "c_": Joined(np.c_, np.column_stack),
        "fft": Part("np.fft", {}),
        "linalg": Part("np.linalg", {"norm": norm}),
        "lib": Part("np.lib", {"stride_tricks": Part("np.lib.stride_tricks", _STRIDES)}),
    }
)
MATH = Math(
    {
        **{op: _either(call, getattr(math, op)) for op, call in FUNCTIONS.items()},
        "log": _either(_log, math.log),
        "pow": _either(lambda a, b: lift(a) ** lift(b), math.pow),
        "fabs": _either(abs, math.fabs),
        "floor": _either(_whole(floor), math.floor),
        "ceil": _either(_whole(ceil), math.ceil),
        "trunc": _either(_whole(truncated), math.trunc),
        **{real.__name__: _of_value(real) for real in (math.isnan, math.isinf, math.isfinite)},
        "fsum": sum,
    }
)


def importing(name: str, *args: Any, **options: Any) -> Any:
    """`__import__`, with ours in place of NumPy's and `math`."""
    if name == "math":
        return MATH
    head, *parts = name.split(".")
    if head != "numpy" or "typing" in parts:
        return builtins.__import__(name, *args, **options)
    wanted = options.get("fromlist") or (args[2] if len(args) > 2 else ())
    return reduce(getattr, parts, NUMPY) if wanted else NUMPY


def names() -> dict[str, Any]:
    """The builtins of a traced program. It has printed once already, in its plain run."""
    mine = {"__import__": importing, "float": Float, "print": lambda *_, **__: None}
    return {**vars(builtins), **mine}
