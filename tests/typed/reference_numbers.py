"""What the words of a reference mean, over three kinds of numbers: float, 50 digits, exact."""

import builtins
import math
from collections.abc import Callable
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Literal

import mpmath
import numpy as np
import sympy

Kind = Literal["float", "digits", "exact"]
Names = dict[str, Any]

DIGITS = 50


def names_of(kind: Kind) -> Names:
    """Every function a reference may call; `np` and `torch` stand for the same functions."""
    names = _arrays() | _pointwise(kind)
    names |= _activations(names) | _matrices(kind)
    names["linalg"] = SimpleNamespace(norm=names["norm"], inv=names["inv"], det=names["det"])
    names["nn"] = names["F"] = names["special"] = SimpleNamespace(**names)
    library = SimpleNamespace(**names)
    names |= {"np": library, "torch": library, "math": library}
    return names | {"divide_": _divide(kind), "power_": _power(kind), "exact_": _decimal(kind)}


def number(kind: Kind, numerator: int, denominator: int) -> Any:
    """A rational number in the arithmetic asked for."""
    match kind:
        case "float":
            return numerator / denominator
        case "digits":
            return mpmath.mpf(numerator) / denominator
        case "exact":
            return sympy.Rational(numerator, denominator)


def _decimal(kind: Kind) -> Callable[[str], Any]:
    def decimal(text: str) -> Any:
        fraction = Fraction(text)
        return number(kind, fraction.numerator, fraction.denominator)

    return decimal


def _divide(kind: Kind) -> Callable[..., Any]:
    def divide(left: Any, right: Any) -> Any:
        whole = isinstance(left, int) and isinstance(right, int)
        return number(kind, left, right) if whole else left / right

    return divide


def _power(kind: Kind) -> Callable[..., Any]:
    def power(base: Any, exponent: Any) -> Any:
        inverse = isinstance(base, int) and isinstance(exponent, int) and exponent < 0
        return number(kind, 1, base**-exponent) if inverse else base**exponent

    return power


def _each(f: Callable[..., Any], inputs: int = 1) -> Any:
    return np.frompyfunc(f, inputs, 1)


def _module(kind: Kind) -> Any:
    return {"float": math, "digits": mpmath, "exact": sympy}[kind]


def _pointwise(kind: Kind) -> Names:
    module = _module(kind)
    log = module.log
    plain = {name: _each(getattr(module, name)) for name in ("exp", "sqrt", "tanh", "sin", "cos")}
    return plain | {
        "log": _each(lambda x: log(_exactly(kind, x))),
        "log2": _each(lambda x: log(_exactly(kind, x)) / log(_exactly(kind, 2))),
        "log10": _each(lambda x: log(_exactly(kind, x)) / log(_exactly(kind, 10))),
        "log1p": _each(lambda x: log(1 + x)),
        "floor": _each(lambda x: number(kind, int(module.floor(x)), 1)),
        "ceil": _each(lambda x: number(kind, -int(module.floor(-x)), 1)),
        "factorial": _each(module.factorial),
        "digamma": _each((mpmath if kind == "float" else module).digamma),
        "lgamma": _each(math.lgamma if kind == "float" else module.loggamma),
        "pi": module.pi,
        "e": sympy.E if kind == "exact" else module.e,
    }


def _exactly(kind: Kind, x: Any) -> Any:
    return sympy.sympify(x) if kind == "exact" else x


def _arrays() -> Names:
    return {
        "abs": _each(abs),
        "sign": _each(lambda x: int(bool(x > 0)) - int(bool(x < 0))),
        "maximum": _each(max, 2),
        "minimum": _each(min, 2),
        "clip": _each(lambda x, low, high: low if x < low else builtins.min(x, high), 3),
        "where": np.where,
        "sum": _sum,
        "mean": _mean,
        "var": lambda x, **axes: _mean((x - _mean(x, keepdims=True, **axes)) ** 2, **axes),
        "max": np.max,
        "prod": np.prod,
        "diag": np.diag,
        "outer": np.outer,
        "dot": np.dot,
        "matmul": np.matmul,
        "multiply": np.multiply,
        "square": lambda x: x**2,
        "trace": np.trace,
        "transpose": np.transpose,
        "at": _at,
        "total": lambda term, low, high: builtins.sum(term(k) for k in range(low, high + 1)),
        "product": lambda term, low, high: math.prod(term(k) for k in range(low, high + 1)),
        "delta": lambda i, j: int(i == j),
        "int": int,
        "range": range,
        "len": len,
    }


def _sum(values: Any, axis: int | None = None, *, keepdims: bool = False) -> Any:
    if not hasattr(values, "shape"):
        return builtins.sum(values)
    return np.sum(values, axis=axis, keepdims=keepdims)


def _mean(values: Any, axis: int | None = None, *, keepdims: bool = False) -> Any:
    count = values.size if axis is None else values.shape[axis]
    return np.sum(values, axis=axis, keepdims=keepdims) / count


def _at(entry: Callable[..., Any], *sizes: int) -> Any:
    """The array whose entry (i, j, ...) is `entry(i, j, ...)`, counted from 0."""
    out = np.empty(sizes, dtype=object)
    for index in np.ndindex(*sizes):
        out[index] = entry(*index)
    return out


def _activations(names: Names) -> Names:
    exp, log = names["exp"], names["log"]

    def softmax(z: Any, axis: int = -1) -> Any:
        return exp(z) / np.sum(exp(z), axis=axis, keepdims=True)

    return {
        "sigmoid": lambda z: 1 / (1 + exp(-z)),
        "relu": _each(lambda x: x if x > 0 else x * 0),
        "softplus": lambda z: log(1 + exp(z)),
        "softmax": softmax,
        "log_softmax": lambda z, axis=-1: log(softmax(z, axis)),
        "logsumexp": lambda z, axis=-1: log(np.sum(exp(z), axis=axis)),
        "norm": lambda v: names["sqrt"](np.sum(v * v)),
        "norm1": lambda v: np.sum(names["abs"](v)),
    }


def _matrices(kind: Kind) -> Names:
    if kind == "float":
        inv, det = np.linalg.inv, np.linalg.det
        return {
            "inv": lambda m: inv(m.astype(float)),
            "det": lambda m: det(m.astype(float)),
        } | _units()
    matrix = mpmath.matrix if kind == "digits" else sympy.Matrix
    det = mpmath.det if kind == "digits" else sympy.det

    def inverse(m: Any) -> Any:
        rows = matrix(m.tolist()) ** -1
        return np.array(rows.tolist(), dtype=object).reshape(m.shape)

    return {"inv": inverse, "det": lambda m: det(matrix(m.tolist()))} | _units()


def _units() -> Names:
    return {
        "eye": lambda n: np.array(np.eye(n, dtype=int), dtype=object),
        "ones": lambda *shape: np.array(np.ones(shape, dtype=int), dtype=object),
    }
