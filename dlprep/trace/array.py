"""Arrays of symbols that pass for arrays of float64.

`Traced` is an `ndarray` whose floats are symbols (NumPy sees objects, the traced code is told
float64); integers and booleans stay native until they are cast to float or meet a symbol. Every
elementwise function and every array function that the traced code calls arrives here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dlprep.trace.symbol import Symbol, lift
from dlprep.trace.tape import UntraceableError
from dlprep.trace.ufuncs import CELLWISE, NATIVE, TRUTHS

Base = np.ndarray[Any, np.dtype[Any]]
Handler = Callable[..., Any]

FLOAT = np.dtype(np.float64)
HANDLERS: dict[Any, Handler] = {}
"""NumPy's array functions with what is done instead; filled by `trace.functions`."""

_lift_cells = np.frompyfunc(lift, 1, 1)


def cell(symbol: Symbol) -> Base:
    """A symbol as an array of no dimensions, which NumPy does not hand back to us."""
    holder = np.empty((), object)
    holder[()] = symbol
    return holder


def plain(value: Any) -> Any:
    """Arguments as NumPy itself is to see them: without symbols and arrays of ours on top."""
    match value:
        case Traced():
            return value.view(np.ndarray)
        case Symbol():
            return cell(value)
        case list() | tuple():
            return type(value)(plain(each) for each in value)
        case dict():
            return {name: plain(each) for name, each in value.items()}
        case _:
            return value


def wrap(value: Any) -> Any:
    """What NumPy gives back, as the traced code is to see it."""
    match value:
        case Traced() | Symbol():
            return value
        case np.ndarray():
            if value.dtype.kind == "O" and value.base is not None:
                return value.view(Traced)  # a part of an array of symbols, and changed with it
            if value.dtype.kind in "Of":
                return floats(value)
            if value.dtype.kind == "c":
                raise UntraceableError("complex")
            return value.view(Traced)
        case list() | tuple():
            return type(value)(wrap(each) for each in value)
        case _:
            return value


def floats(value: Any) -> Traced:
    """An array of symbols from any array of numbers."""
    base = np.asarray(plain(value))
    lifted = np.asarray(_lift_cells(base), dtype=object) if base.size else base.astype(object)
    return lifted.view(Traced)


def scalar(value: Any) -> Any:
    """An array of no dimensions as the number it holds."""
    return value[()] if isinstance(value, np.ndarray) and value.ndim == 0 else value


def is_symbolic(value: Any) -> bool:
    """Whether a symbol stands somewhere in it."""
    match value:
        case Symbol():
            return True
        case np.ndarray():
            return held_dtype(value).kind == "O"
        case list() | tuple():
            return any(map(is_symbolic, value))
        case _:
            return False


def held_dtype(array: Base) -> np.dtype[Any]:
    """What NumPy holds: objects, where symbols are."""
    dtype: np.dtype[Any] = np.ndarray.view(array, np.ndarray).dtype
    return dtype


class Traced(np.ndarray[Any, np.dtype[Any]]):
    """An array of symbols, or of native integers or booleans, in traced code."""

    @property
    def dtype(self) -> np.dtype[Any]:
        """What the traced code is told."""
        held = held_dtype(self)
        return FLOAT if held.kind == "O" else held

    def __array_ufunc__(
        self, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = (), **options: Any
    ) -> Any:
        return elementwise(ufunc, method, inputs, out, options)

    def __array_function__(self, func: Any, types: Any, args: Any, kwargs: Any) -> Any:
        return array_function(func, args, kwargs)

    def __setitem__(self, index: Any, value: Any) -> None:
        if is_symbolic(self):
            value = floats(value)
            if value.size == 1:
                value = value.reshape(())[()]
        elif is_symbolic(value):
            value = floats(value).astype(held_dtype(self))
        held = self.view(np.ndarray)
        held[plain(index)] = value if isinstance(value, Symbol) else plain(value)

    def __float__(self) -> float:
        raise UntraceableError("float")

    def astype(self, dtype: Any, *_: Any, **__: Any) -> Any:
        """A copy; integers from symbols are constants by assumption."""
        kind = np.dtype(dtype).kind
        if kind == "f":
            return floats(self.view(np.ndarray).copy())
        if kind == "c":
            raise UntraceableError("complex")
        return self.view(np.ndarray).astype(dtype).view(Traced)

    def fill(self, value: Any) -> None:
        self[...] = value

    def clip(self, *args: Any, **options: Any) -> Any:
        return np.clip(self, *args, **options)

    def mean(self, *args: Any, **options: Any) -> Any:
        return np.mean(self, *args, **options)

    def var(self, *args: Any, **options: Any) -> Any:
        return np.var(self, *args, **options)

    def std(self, *args: Any, **options: Any) -> Any:
        return np.std(self, *args, **options)

    def dot(self, *args: Any, **options: Any) -> Any:
        return np.dot(self, *args, **options)

    def any(self, *args: Any, **options: Any) -> Any:
        return np.any(self, *args, **options)

    def all(self, *args: Any, **options: Any) -> Any:
        return np.all(self, *args, **options)

    def round(self, *args: Any, **options: Any) -> Any:
        return np.round(self, *args, **options)

    def view(self, *args: Any, **options: Any) -> Any:
        """Another look at the same array; never at its bytes as another type."""
        if args and args[0] is not np.ndarray and args[0] is not Traced:
            raise UntraceableError("view")
        return super().view(*args, **options)


def elementwise(
    ufunc: np.ufunc, method: str, inputs: tuple[Any, ...], out: Any, options: dict[str, Any]
) -> Any:
    """An elementwise function or one of its methods, such as `np.add.at` or `np.maximum.reduce`."""
    target = out if isinstance(out, tuple) else (out,)
    known = {name: plain(value) for name, value in options.items() if name != "dtype"}
    if any(each is not None for each in target):
        known["out"] = tuple(plain(each) for each in target)
    operands = [plain(each) for each in inputs]
    used = ufunc
    if is_symbolic(inputs) or is_symbolic(target):
        used = _for_symbols(ufunc)
        operands = [_lifted(each) for each in operands] if method != "at" else _for_at(operands)
    elif "dtype" in options and np.dtype(options["dtype"]).kind != "f":
        known["dtype"] = options["dtype"]
    result = getattr(used, method)(*operands, **known)
    if "out" in known:
        return target[0] if len(target) == 1 else target
    if isinstance(result, np.ndarray) and result.dtype.kind == "O" and ufunc not in TRUTHS:
        return result.view(Traced)
    return wrap(_as_truth(result) if ufunc in TRUTHS else result)


def _for_symbols(ufunc: np.ufunc) -> Any:
    is_numpys = getattr(np, ufunc.__name__, None) is ufunc  # or else made by `np.frompyfunc`
    if ufunc in NATIVE or not is_numpys:
        return ufunc
    used = CELLWISE.get(ufunc)
    if used is None:
        raise UntraceableError(f"np.{ufunc.__name__}")
    return used


def _lifted(operand: Any) -> Any:
    if isinstance(operand, (np.ndarray, list, tuple, int, float, np.generic)):
        array = np.asarray(operand)
        if array.dtype.kind != "O":
            return _lift_cells(array) if array.size else array.astype(object)
    return operand


def _for_at(operands: list[Any]) -> list[Any]:
    """`ufunc.at(array, index, values)`: only the values are numbers."""
    array, index, *values = operands
    return [array, index, *map(_lifted, values)]


def _as_truth(result: Any) -> Any:
    if isinstance(result, np.ndarray):
        return result.astype(bool)
    return bool(result)


def array_function(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """An array function: one of ours instead, or refused."""
    handler = HANDLERS.get(func)
    if handler is None and not is_symbolic((args, *kwargs.values())):
        return wrap(func(*plain(args), **plain(kwargs)))
    if handler is None:
        module = func.__module__.replace("numpy", "np", 1)
        raise UntraceableError(f"{module}.{func.__name__}")
    return handler(*args, **kwargs)


def _symbol_ufunc(
    _: Symbol, ufunc: np.ufunc, method: str, *inputs: Any, out: Any = (), **options: Any
) -> Any:
    return elementwise(ufunc, method, inputs, out, options)


def _symbol_function(_: Symbol, func: Any, __: Any, args: Any, kwargs: Any) -> Any:
    return array_function(func, args, kwargs)


Symbol.__array_ufunc__ = _symbol_ufunc  # type: ignore[attr-defined]
Symbol.__array_function__ = _symbol_function  # type: ignore[attr-defined]
