"""What the functions of typed formulas do with their arguments, one short rule each."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Protocol

from dlprep.expr.graph import Node, apply, name, number
from dlprep.formula.kinds import UNKNOWN, Builder, Kind
from dlprep.formula.symbols import Table
from dlprep.model.message import DlprepError, fault

Args = list[Node]


class Reader(Protocol):
    """What a rule needs of the reader that calls it."""

    build: Builder
    symbols: Table

    def size_of(self, node: Node, axis: int) -> Node: ...


def _square(reader: Reader, args: Args, column: int) -> Node:
    return reader.build.elementwise("pow", args[0], number(2), column=column)


def _std(reader: Reader, args: Args, column: int) -> Node:
    variance = reader.build.reduced("var", args[0], None, keep=False, column=column)
    return reader.build.elementwise("sqrt", variance, column=column)


def _plainly(op: str) -> Callable[[Reader, Args, int], Node]:
    return lambda reader, args, column: reader.build.elementwise(op, *args, column=column, sign=op)


def _clip(reader: Reader, args: Args, column: int) -> Node:
    value, low, *high = args
    build = reader.build
    raised = build.elementwise("max", value, low, column=column)
    return build.elementwise("min", raised, *high, column=column) if high else raised


def _trace(reader: Reader, args: Args, column: int) -> Node:
    _square_matrix(reader, args[0], column)
    return reader.build.made("trace", args[0])


def _det(reader: Reader, args: Args, column: int) -> Node:
    _square_matrix(reader, args[0], column)
    return reader.build.made("det", args[0])


def _inv(reader: Reader, args: Args, column: int) -> Node:
    _square_matrix(reader, args[0], column)
    return reader.build.made("inv", args[0], dims=reader.build.kind(args[0]).dims)


def _square_matrix(reader: Reader, node: Node, column: int) -> None:
    dims = reader.build.kind(node).dims
    if len(dims) != 2 or dims[0] != dims[1]:
        raise fault("formula.inverse-of", column=column)


def _diag(reader: Reader, args: Args, column: int) -> Node:
    dims = reader.build.kind(args[0]).dims
    if not dims:
        raise fault("formula.number-reduced", column=column, name="diag")
    return reader.build.made(
        "diag", args[0], dims=(dims[0], dims[0]) if len(dims) == 1 else dims[:1]
    )


def _outer(reader: Reader, args: Args, column: int) -> Node:
    dims = [reader.build.kind(arg).dims for arg in args]
    if any(len(each) != 1 for each in dims):
        raise _vectors_expected(column)
    return reader.build.made("outer", *args, dims=(*dims[0], *dims[1]))


def _dot(reader: Reader, args: Args, column: int) -> Node:
    return reader.build.product(args[0], args[1], "·", column)


def _matmul(reader: Reader, args: Args, column: int) -> Node:
    return reader.build.product(args[0], args[1], "@", column)


def _multiply(reader: Reader, args: Args, column: int) -> Node:
    return reader.build.product(args[0], args[1], "*", column)


def _vectors_expected(column: int) -> DlprepError:
    return fault("formula.vectors-expected", column=column)


def _norm(reader: Reader, args: Args, column: int) -> Node:
    if reader.build.kind(args[0]).is_number:
        return reader.build.elementwise("abs", args[0], column=column)
    order = args[1].value if len(args) > 1 else 2
    return reader.build.made("norm", args[0], *([] if order == 2 else [args[1]]))


def _filled(op: str, rank: int) -> Callable[[Reader, Args, int], Node]:
    def rule(reader: Reader, args: Args, _column: int) -> Node:
        dim = args[0]
        word = (
            str(dim.value)
            if dim.op == "name" and str(dim.value) in reader.symbols.dims
            else UNKNOWN
        )
        node = apply(op, name(word))
        reader.build.kinds[node] = Kind((word,) * rank)
        return node

    return rule


def _like(value: int) -> Callable[[Reader, Args, int], Node]:
    def rule(reader: Reader, args: Args, column: int) -> Node:
        build = reader.build
        zero = build.elementwise("mul", args[0], number(0), column=column)
        return build.elementwise("add", zero, number(value), column=column)

    return rule


def _rsqrt(reader: Reader, args: Args, column: int) -> Node:
    root = reader.build.elementwise("sqrt", args[0], column=column)
    return reader.build.elementwise("div", number(1), root, column=column)


def _logit(reader: Reader, args: Args, column: int) -> Node:
    """The logarithm of p/(1 − p)."""
    rest = reader.build.elementwise("sub", number(1), args[0], column=column)
    ratio = reader.build.elementwise("div", args[0], rest, column=column)
    return reader.build.elementwise("log", ratio, column=column)


def _logaddexp(reader: Reader, args: Args, column: int) -> Node:
    build = reader.build
    a, b = (build.elementwise("exp", each, column=column) for each in args)
    total = build.elementwise("add", a, b, column=column)
    return build.elementwise("log", total, column=column)


def _len(reader: Reader, args: Args, _column: int) -> Node:
    return reader.size_of(args[0], 0)


def _kl(reader: Reader, args: Args, column: int) -> Node:
    """Σ p log(p/q)."""
    build, (p, q) = reader.build, args
    if build.kind(p).is_number or build.kind(q).is_number:
        raise _vectors_expected(column)
    ratio = build.elementwise("log", build.elementwise("div", p, q, column=column), column=column)
    return build.made("sum", build.elementwise("mul", p, ratio, column=column))


def _entropy(reader: Reader, args: Args, column: int) -> Node:
    """−Σ p log q, with q = p where only p is given."""
    build = reader.build
    if build.kind(args[0]).is_number or build.kind(args[-1]).is_number:
        raise _vectors_expected(column)
    log = build.elementwise("log", args[-1], column=column)
    total = build.made("sum", build.elementwise("mul", args[0], log, column=column))
    return build.elementwise("neg", total, column=column)


def _mean(reader: Reader, args: Args, _column: int) -> Node:
    return reader.build.made("expect", args[0], dims=reader.build.kind(args[0]).dims)


def _spread(reader: Reader, args: Args, column: int) -> Node:
    """E[(x − E x)(y − E y)], with y = x for the variance."""
    build = reader.build
    off = [
        build.elementwise("sub", each, _mean(reader, [each], column), column=column)
        for each in (args[0], args[-1])
    ]
    return _mean(reader, [build.elementwise("mul", *off, column=column)], column)


Rule = Callable[[Reader, Args, int], Node]
CALLS: MappingProxyType[str, tuple[int, int, Rule]] = MappingProxyType(
    {
        "square": (1, 1, _square),
        "std": (1, 1, _std),
        **dict.fromkeys(("where", "if"), (3, 3, _plainly("if"))),
        "pow": (2, 2, _plainly("pow")),
        "subtract": (2, 2, _plainly("sub")),
        "add": (2, 2, _plainly("add")),
        "divide": (2, 2, _plainly("div")),
        "reciprocal": (1, 1, lambda r, a, c: r.build.elementwise("div", number(1), *a, column=c)),
        "logit": (1, 1, _logit),
        "logaddexp": (2, 2, _logaddexp),
        "heaviside": (1, 2, lambda r, a, c: r.build.elementwise("gt", a[0], number(0), column=c)),
        "rsqrt": (1, 1, _rsqrt),
        "leaky_relu": (2, 2, _plainly("leaky_relu")),
        "multiply": (2, 2, _multiply),
        "matmul": (2, 2, _matmul),
        "dot": (2, 2, _dot),
        "outer": (2, 2, _outer),
        "clip": (2, 3, _clip),
        "trace": (1, 1, _trace),
        "det": (1, 1, _det),
        "inv": (1, 1, _inv),
        "diag": (1, 1, _diag),
        "transpose": (1, 1, lambda reader, args, column: reader.build.transposed(args[0], column)),
        "norm": (1, 2, _norm),
        "eye": (1, 1, _filled("eye", 2)),
        "ones": (1, 1, _filled("ones", 1)),
        "ones_like": (1, 1, _like(1)),
        "zeros_like": (1, 1, _like(0)),
        "float": (1, 1, lambda _reader, args, _column: args[0]),
        "len": (1, 1, _len),
        "kl": (2, 2, _kl),
        "entropy": (1, 2, _entropy),
        "expect": (1, 1, _mean),
        "variance": (1, 1, _spread),
        "cov": (2, 2, _spread),
    }
)
