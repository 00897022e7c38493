"""Calls: a function left out, another one, one more, another axis."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator

from dlprep.check.edits.change import (
    REDUCERS,
    Change,
    Scope,
    Spot,
    function_name,
    is_module,
    is_value,
    of_numpy,
    parsed,
    renamed,
    replaced,
)

_SHAPES = {"reshape", "copy", "astype", "ravel", "flatten", "squeeze"}


def calls(spot: Spot, _: Scope) -> Iterator[Change]:
    """A function left out, another function, another axis, a keyword more or less."""
    match spot.node:
        case ast.Call(function, [inner], []) if not isinstance(inner, (ast.Starred, ast.Tuple)):
            yield Change("call", inner, function)
        case ast.Call(function, [inner, *_], _) if function_name(function) in _UNWRAPPED:
            yield Change("call", inner, function)
        case ast.Call(ast.Attribute(inner, name), _, _) if name in _SHAPES | REDUCERS:
            if not is_module(inner):
                yield Change("call", inner, spot.node)
    match spot.node:
        case ast.Call(function, args, keywords):
            for other in _RIVALS.get(function_name(function), ()):
                yield replaced(spot, ast.Call(renamed(function, other), args, keywords))
            if function_name(function) == "where" and len(args) == 3:
                swapped = ast.Call(function, [args[0], args[2], args[1]], keywords)
                yield replaced(spot, swapped)
                yield Change("call", args[1], function)
                yield Change("call", args[2], function)
            yield from (replaced(spot, each) for each in _other_keywords(spot.node))
            if function_name(function) in {"maximum", "minimum"} and len(args) == 2:
                yield Change("call", args[1], function)


_UNWRAPPED = REDUCERS | {"clip", "maximum", "minimum", "reshape", "squeeze", "broadcast_to"}


_RIVALS: dict[str, tuple[str, ...]] = {
    "sum": ("mean",),
    "mean": ("sum",),
    "max": ("min", "sum"),
    "min": ("max",),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "tanh": ("sinh",),
    "exp": ("expm1",),
    "expm1": ("exp",),
    "log": ("log1p", "log2"),
    "log1p": ("log",),
    "log2": ("log",),
    "log10": ("log",),
    "var": ("std",),
    "std": ("var",),
    "zeros": ("ones",),
    "zeros_like": ("ones_like",),
    "ones": ("zeros",),
    "ones_like": ("zeros_like",),
    "argmax": ("argmin",),
    "triu": ("tril",),
    "tril": ("triu",),
    "hstack": ("vstack",),
}


def _other_keywords(call: ast.Call) -> Iterator[ast.Call]:
    for at, keyword in enumerate(call.keywords):
        rest = [*call.keywords[:at], *call.keywords[at + 1 :]]
        yield ast.Call(call.func, call.args, rest)
        for value in _other_values(keyword.arg or "", keyword.value):
            changed = ast.keyword(keyword.arg, value)
            yield ast.Call(
                call.func, call.args, [*call.keywords[:at], changed, *call.keywords[at + 1 :]]
            )
    name = function_name(call.func)
    given = {each.arg for each in call.keywords}
    if name in REDUCERS | {"var", "std"}:
        if "axis" not in given and len(call.args) <= 1 + _is_method(call):
            for axis in (0, 1, -1):
                kept = ast.keyword("axis", ast.Constant(axis))
                yield ast.Call(call.func, call.args, [*call.keywords, kept])
                if "keepdims" not in given:
                    keep = ast.keyword("keepdims", ast.Constant(True))  # noqa: FBT003
                    yield ast.Call(call.func, call.args, [*call.keywords, kept, keep])
        if "keepdims" not in given:
            keep = ast.keyword("keepdims", ast.Constant(True))  # noqa: FBT003
            yield ast.Call(call.func, call.args, [*call.keywords, keep])
    if name in {"var", "std"} and "ddof" not in given:
        yield ast.Call(call.func, call.args, [*call.keywords, ast.keyword("ddof", ast.Constant(1))])


def _is_method(call: ast.Call) -> int:
    return -int(isinstance(call.func, ast.Attribute) and not is_module(call.func.value))


def _other_values(name: str, value: ast.expr) -> Iterator[ast.expr]:
    if name == "axis":
        old = ast.unparse(value)
        for axis in (0, 1, -1, -2):
            if str(axis) != old:
                yield ast.Constant(axis)


def counts(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another number of something: samples for entries, one axis for another, a size for one more
    than the largest label."""
    match spot.node:
        case ast.BinOp(ast.Call(function), ast.Add(), ast.Constant(1)) if function_name(
            function
        ) in {"max", "amax"}:
            yield from (replaced(spot, parsed(each)) for each in scope.sizes)
        case (
            ast.Call(ast.Name("len"), [array])
            | ast.Attribute(array, "size")
            | ast.Subscript(ast.Attribute(array, "shape"), ast.Constant())
        ):
            name, old = ast.unparse(array), ast.unparse(spot.node)
            if isinstance(spot.node, ast.Call):
                old = f"{name}.shape[0]"
            for text in (f"{name}.shape[0]", f"{name}.size", f"{name}.shape[1]"):
                if text != old:
                    yield replaced(spot, parsed(text))


def matrices(spot: Spot, scope: Scope) -> Iterator[Change]:
    """A diagonal of a variable for the identity, and the other way round."""
    match spot.node:
        case ast.Call(function, [_]) if function_name(function) in {"eye", "identity"}:
            for name in scope.names:
                yield replaced(spot, ast.Call(of_numpy("diag"), [ast.Name(name, ast.Load())], []))
        case ast.Call(function, [vector], []) if function_name(function) == "diag":
            size = ast.Call(ast.Name("len", ast.Load()), [vector], [])
            yield replaced(spot, ast.Call(of_numpy("eye"), [size], []))


def others(spot: Spot, scope: Scope) -> Iterator[Change]:
    """Another function of the same file, one more of them, one that works along the other axis, or
    a function left out everywhere."""
    match spot.node:
        case ast.Call(function, args, keywords):
            for name in scope.functions:
                if name != function_name(function):
                    yield replaced(spot, ast.Call(ast.Name(name, ast.Load()), args, keywords))
                elif args:
                    turned = [_turned(args[0]), *args[1:]]
                    yield replaced(spot, _turned(ast.Call(function, turned, keywords)))
    if spot.role == "whole" and is_value(spot.node):
        for name in scope.functions:
            wrapper = ast.Name(name, ast.Load())
            yield Change("wrapped", ast.Call(wrapper, [spot.node], []), spot.node)
        for call in _calls_in(spot.node):
            yield Change("call", _without_call(spot.node, ast.unparse(call)), call)


def _turned(node: ast.expr) -> ast.expr:
    return ast.Attribute(node, "T", ast.Load())


def _calls_in(node: ast.expr) -> list[ast.expr]:
    functions = {
        ast.unparse(each.func): each.func
        for each in ast.walk(node)
        if isinstance(each, ast.Call) and _takes_one(each)
    }
    return [*functions.values()]


def _takes_one(call: ast.Call) -> bool:
    return len(call.args) == 1 and not isinstance(call.args[0], ast.Starred)


def _without_call(node: ast.expr, function: str) -> ast.expr:
    class Unwrap(ast.NodeTransformer):
        def visit_Call(self, node: ast.Call) -> ast.expr:
            self.generic_visit(node)
            plain = ast.unparse(node.func) == function and _takes_one(node)
            return node.args[0] if plain else node

    changed: ast.expr = Unwrap().visit(copy.deepcopy(node))
    return changed


def wrapped(spot: Spot, _: Scope) -> Iterator[Change]:
    """A function more, a transpose, a square, a reduction."""
    if spot.role in {"index", "target", "axis", "other"} or not is_value(spot.node):
        return
    for name in ("sqrt", "exp", "log", "log1p", "abs", "tanh"):
        yield Change("wrapped", ast.Call(of_numpy(name), [spot.node], []), spot.node)
    yield Change("wrapped", ast.BinOp(spot.node, ast.Pow(), ast.Constant(2)), spot.node)
    yield Change("wrapped", ast.Attribute(spot.node, "T", ast.Load()), spot.node)
    rectified = ast.Call(of_numpy("maximum"), [spot.node, ast.Constant(0)], [])
    yield Change("wrapped", rectified, spot.node)
    for function in ("sum", "mean"):
        for keywords in (
            "axis=0",
            "axis=1",
            "axis=-1",
            "axis=1, keepdims=True",
            "axis=0, keepdims=True",
            "",
        ):
            call = parsed(f"np.{function}(0, {keywords})")
            assert isinstance(call, ast.Call)
            yield Change("wrapped", ast.Call(call.func, [spot.node], call.keywords), spot.node)
