"""Brackets: a term inside a call or outside, a factor of one term or of the whole sum."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from dlprep.check.edits.change import (
    REDUCERS,
    Change,
    Scope,
    Spot,
    function_name,
    is_module,
    is_value,
    parsed,
    replaced,
)

_SUM = (ast.Add, ast.Sub)
_SCALE = (ast.Mult, ast.Div, ast.FloorDiv)
_BOUND = (*_SCALE, ast.Pow, ast.MatMult)
_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("-", 1),
    ast.Mult: ("*", 2),
    ast.Div: ("/", 2),
    ast.MatMult: ("@", 2),
    ast.FloorDiv: ("//", 2),
    ast.Pow: ("**", 3),
}
LONGEST = 7  # operands of an expression in which every pair of brackets is tried


def brackets(spot: Spot, _: Scope) -> Iterator[Change]:
    """The same operands with brackets elsewhere: a pair more or less, f(u) + v for f(u + v), a
    factor of the other term."""
    if spot.role not in {"term", "operand"}:  # those are parts of an expression tried as a whole
        yield from (replaced(spot, made) for made in _other_pairs(spot.node))
    for rule in (_distributed, _calls, _totals):
        yield from (replaced(spot, made) for made in rule(spot.node))


def _other_pairs(node: ast.expr) -> Iterator[ast.expr]:
    """A pair of brackets more somewhere in a chain of operands, or a pair less."""
    if not _is_chain(node):
        return
    seen = {ast.unparse(node)}
    for text in _texts(node):
        made = parsed(text)
        if ast.unparse(made) not in seen:
            seen.add(ast.unparse(made))
            yield made


def _is_chain(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and type(node.op) in _SIGNS


def _texts(node: ast.expr) -> Iterator[str]:
    operands, signs = _chain(node)
    written = [_operand(each) for each in operands]
    if len(operands) > LONGEST:
        return
    for first in range(len(operands)):
        for last in range(first + 1, len(operands)):
            inner = [*written]
            inner[first], inner[last] = f"({inner[first]}", f"{inner[last]})"
            yield _joined(inner, signs)
    for at, each in enumerate(operands):
        if _is_chain(each):
            yield _joined([*written[:at], ast.unparse(each), *written[at + 1 :]], signs)
            for other in _texts(each):
                yield _joined([*written[:at], f"({other})", *written[at + 1 :]], signs)


def _joined(operands: Sequence[str], signs: Sequence[str]) -> str:
    first, *rest = operands
    return first + "".join(f" {sign} {each}" for sign, each in zip(signs, rest, strict=True))


def _operand(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if isinstance(node, (ast.Name, ast.Call, ast.Attribute)) else f"({text})"


def _chain(node: ast.expr) -> tuple[list[ast.expr], list[str]]:
    """The operands that stand beside one another without brackets, and the signs between them."""
    match node:
        case ast.BinOp(left, sign, right) if type(sign) in _SIGNS:
            shown, rank = _SIGNS[type(sign)]
            before = _chain(left) if _rank(left) >= rank and rank < 3 else ([left], [])
            after = _chain(right) if 4 > _rank(right) > rank else ([right], [])
            return [*before[0], *after[0]], [*before[1], shown, *after[1]]
        case _:
            return [node], []


def _rank(node: ast.expr) -> int:
    """How strongly an expression binds; 4 where it is no chain."""
    return _SIGNS.get(type(node.op), ("", 4))[1] if isinstance(node, ast.BinOp) else 4


def _distributed(node: ast.expr) -> Iterator[ast.expr]:
    """A factor or divisor of the other term, or of both."""
    match node:
        case ast.BinOp(ast.BinOp(left, sign, right), scale, other):
            if isinstance(sign, _SUM) and isinstance(scale, _BOUND):
                yield ast.BinOp(ast.BinOp(left, scale, other), sign, right)
            if isinstance(sign, _SCALE) and isinstance(scale, _SUM):
                yield ast.BinOp(ast.BinOp(left, scale, other), sign, right)
    match node:
        case ast.BinOp(other, scale, ast.BinOp(left, sign, right)):
            if isinstance(sign, _SUM) and isinstance(scale, _BOUND):
                yield ast.BinOp(ast.BinOp(other, scale, left), sign, right)
            if isinstance(sign, ast.Add) and isinstance(scale, ast.Mult):
                yield ast.BinOp(left, sign, ast.BinOp(other, scale, right))


def _totals(node: ast.expr) -> Iterator[ast.expr]:
    """The sum of products for the product of sums."""
    match node:
        case ast.BinOp(ast.Call() as one, ast.Mult() as times, ast.Call() as other):
            left, right = _inside(one), _inside(other)
            if left and right and function_name(one.func) in REDUCERS:
                both = ast.BinOp(left, times, right)
                if ast.unparse(_around(one, right)) == ast.unparse(other):
                    yield _around(one, both)
        case ast.Call() if function_name(node.func) in REDUCERS:
            match _inside(node):
                case ast.BinOp(left, ast.Mult() as times, right):
                    yield ast.BinOp(_around(node, left), times, _around(node, right))


def _calls(node: ast.expr) -> Iterator[ast.expr]:
    """An operand inside a call, or outside of it."""
    match node:
        case ast.BinOp(ast.Call() as call, sign, other) if isinstance(sign, _SUM + _BOUND):
            if (inside := _inside(call)) is not None:
                yield _around(call, ast.BinOp(inside, sign, other))
    match node:
        case ast.BinOp(other, (ast.Add() | ast.Mult()) as sign, ast.Call() as call):
            if (inside := _inside(call)) is not None:
                yield _around(call, ast.BinOp(other, sign, inside))
        case ast.Call(function, [first, ast.BinOp(left, sign, right), *rest], keywords):
            yield from _taken_out(node)
            if isinstance(sign, _SUM):
                yield ast.BinOp(ast.Call(function, [first, left, *rest], keywords), sign, right)
        case ast.Call():
            yield from _taken_out(node)


def _taken_out(call: ast.Call) -> Iterator[ast.expr]:
    match _inside(call):
        case ast.BinOp(left, sign, right) if isinstance(sign, _SUM + _BOUND):
            yield ast.BinOp(_around(call, left), sign, right)
            if isinstance(sign, (ast.Add, ast.Mult)):
                yield ast.BinOp(left, sign, _around(call, right))


def _inside(call: ast.Call) -> ast.expr | None:
    """What a function is applied to, if that is a value."""
    match call:
        case ast.Call(ast.Attribute(inner, name)) if name in REDUCERS and not is_module(inner):
            return inner
        case ast.Call(_, [inner, *_]) if is_value(call) and is_value(inner):
            return inner
        case _:
            return None


def _around(call: ast.Call, inside: ast.expr) -> ast.Call:
    """The same function of something else."""
    match call:
        case ast.Call(ast.Attribute(inner, name) as method, args) if (
            name in REDUCERS and not is_module(inner)
        ):
            return ast.Call(ast.Attribute(inside, name, method.ctx), args, call.keywords)
        case _:
            return ast.Call(call.func, [inside, *call.args[1:]], call.keywords)
