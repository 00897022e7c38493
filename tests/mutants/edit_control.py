"""Slips with statements, loops, conditions and names."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator

from sourcetext import Edit, SourceText, callee, kind

COMPARISONS: dict[type[ast.cmpop], tuple[str, str, str]] = {
    ast.Gt: (">", ">=", "<"),
    ast.GtE: (">=", ">", "<="),
    ast.Lt: ("<", "<=", ">"),
    ast.LtE: ("<=", "<", ">="),
    ast.Eq: ("==", "!=", "!="),
    ast.NotEq: ("!=", "==", "=="),
}
SYMMETRIC = {"maximum", "minimum", "multiply", "add"}
COUSINS_PER_NAME = 2  # wrong variables tried for one occurrence


@kind("accumulation-overwritten", plausible=True)
def overwritten(source: SourceText) -> Iterator[Edit]:
    """`dx += …` becomes `dx = …`."""
    for node in source.nodes(ast.AugAssign):
        if isinstance(node.op, ast.Add | ast.Sub):
            old = "+=" if isinstance(node.op, ast.Add) else "-="
            says = f"`{old}` becomes `=` in `{source.text(node)}`"
            yield source.between(node.target, node.value, old, "=", says)


@kind("assignment-accumulated", plausible=False)
def accumulated(source: SourceText) -> Iterator[Edit]:
    """`x[i] = …` becomes `x[i] += …`."""
    for node in source.nodes(ast.Assign):
        if len(node.targets) == 1 and isinstance(node.targets[0], ast.Subscript):
            says = f"`=` becomes `+=` in `{source.text(node)}`"
            yield source.between(node.targets[0], node.value, "=", "+=", says)


@kind("range-bound", plausible=True)
def range_bound(source: SourceText) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        if not (isinstance(call.func, ast.Name) and call.func.id == "range"):
            continue
        args = [source.text(arg) for arg in call.args]
        news = [
            [*args[:i], f"{source.grouped(call.args[i])} {sign} 1", *args[i + 1 :]]
            for i in range(min(2, len(args)))
            for sign in "+-"
        ]
        news += [["1", *args]] if len(args) == 1 else []
        news += [args[:2]] if len(args) == 3 else []
        for new in news:
            text = source.call(call, new, [])
            yield source.put(call, text, f"`{source.text(call)}` becomes `{text}`")


@kind("order-not-reversed", plausible=True)
def not_reversed(source: SourceText) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        if callee(call) in {"reversed", "flip"} and call.args:
            says = f"`{source.text(call)}` runs forwards"
            yield source.put(call, source.text(call.args[0]), says)


@kind("stop-condition", plausible=True)
def stop_condition(source: SourceText) -> Iterator[Edit]:
    for loop in source.nodes(ast.While):
        for node in ast.walk(loop.test):
            if isinstance(node, ast.Compare) and orders(node):
                yield comparison(source, node, place=1)
    for statement in source.nodes(ast.stmt):
        if isinstance(statement, ast.Break | ast.Continue):
            says = f"`{source.text(statement)}` is left out"
            yield Edit(source.start(statement), source.stop(statement), "pass", says)


def comparison(source: SourceText, node: ast.Compare, *, place: int) -> Edit:
    old, *_ = words = COMPARISONS[type(node.ops[0])]
    says = f"`{old}` becomes `{words[place]}` in `{source.text(node)}`"
    return source.between(node.left, node.comparators[0], old, words[place], says)


def orders(node: ast.Compare) -> bool:
    """Whether it compares two numbers: neither a chain nor `in` or `is`."""
    return len(node.ops) == 1 and type(node.ops[0]) in COMPARISONS


def comparisons(source: SourceText) -> Iterator[ast.Compare]:
    yield from filter(orders, source.nodes(ast.Compare))


@kind("comparison-boundary", plausible=True)
def boundary(source: SourceText) -> Iterator[Edit]:
    for node in comparisons(source):
        if not isinstance(node.ops[0], ast.Eq | ast.NotEq):
            yield comparison(source, node, place=1)


@kind("comparison-direction", plausible=True)
def direction(source: SourceText) -> Iterator[Edit]:
    for node in comparisons(source):
        yield comparison(source, node, place=2)


@kind("and-or", plausible=False)
def and_or(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BoolOp):
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        says = f"`{old}` becomes `{new}` in `{source.text(node)}`"
        yield source.between(node.values[0], node.values[1], old, new, says)
    for pair in source.nodes(ast.BinOp):
        if isinstance(pair.op, ast.BitAnd | ast.BitOr):
            old, new = ("&", "|") if isinstance(pair.op, ast.BitAnd) else ("|", "&")
            says = f"`{old}` becomes `{new}` in `{source.text(pair)}`"
            yield source.between(pair.left, pair.right, old, new, says)


@kind("condition-negated", plausible=False)
def condition_negated(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.AST):
        if isinstance(node, ast.If | ast.IfExp):
            new = f"not ({source.text(node.test)})"
            yield source.put(node.test, new, f"`{source.text(node.test)}` is negated")
    for pair in source.nodes(ast.UnaryOp):
        if isinstance(pair.op, ast.Invert | ast.Not):
            says = f"the negation of `{source.text(pair)}` is dropped"
            yield source.put(pair, source.text(pair.operand), says)


@kind("statement-deleted", plausible=True)
def statement_deleted(source: SourceText) -> Iterator[Edit]:
    """A step forgotten: an update, an entry, a second value of a name, a whole `if` or `for`."""
    for node in source.nodes(ast.stmt):
        if later_step(source, node):
            first = source.text(node).splitlines()[0]
            yield Edit(source.start(node), source.stop(node), "pass", f"`{first}` is left out")


@kind("definition-deleted", plausible=False)
def definition_deleted(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.Assign):
        if not later_step(source, node):
            says = f"`{source.text(node).splitlines()[0]}` is left out"
            yield Edit(source.start(node), source.stop(node), "pass", says)


def later_step(source: SourceText, node: ast.stmt) -> bool:
    """The statement changes what already has a value, so that leaving it out is no NameError."""
    match node:
        case ast.AugAssign() | ast.If() | ast.For() | ast.Assign(targets=[ast.Subscript()]):
            return True
        case ast.Expr(value=ast.Call()):
            return True
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name in known_before(source, node)
        case _:
            return False


def function_of(source: SourceText, node: ast.AST) -> ast.FunctionDef | None:
    while node in source.parents:
        node = source.parents[node]
        if isinstance(node, ast.FunctionDef):
            return node
    return None


def known_before(source: SourceText, node: ast.AST) -> list[str]:
    """Arguments and names assigned before a node's statement in its function, in order."""
    function = function_of(source, node)
    if function is None:
        return []
    while not isinstance(node, ast.stmt):
        node = source.parents[node]
    known = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    stored = [
        each
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    ]
    stored.sort(key=source.start)
    known += [each.id for each in stored if source.stop(each) < source.start(node)]
    return list(dict.fromkeys(known))


@kind("results-swapped", plausible=True)
def results_swapped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.Return):
        if isinstance(node.value, ast.Tuple):
            yield from neighbours_swapped(source, node.value)


@kind("targets-swapped", plausible=True)
def targets_swapped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.Assign):
        if isinstance(node.targets[0], ast.Tuple):
            yield from neighbours_swapped(source, node.targets[0])


def neighbours_swapped(source: SourceText, node: ast.Tuple) -> Iterator[Edit]:
    """Every two neighbours of a tuple in the other order."""
    texts = [source.text(each) for each in node.elts]
    for i in range(len(texts) - 1):
        new = [*texts[:i], texts[i + 1], texts[i], *texts[i + 2 :]]
        says = f"`{texts[i]}` and `{texts[i + 1]}` change places"
        start, stop = source.start(node.elts[0]), source.stop(node.elts[-1])
        yield Edit(start, stop, ", ".join(new), says)


@kind("arguments-swapped", plausible=True)
def arguments_swapped(source: SourceText) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        texts = [source.text(arg) for arg in call.args]
        if len(texts) < 2 or callee(call) in SYMMETRIC | {"range", "einsum", "where"}:
            continue
        new = source.call(call, [texts[1], texts[0], *texts[2:]], call.keywords)
        yield source.put(call, new, f"two arguments of `{source.text(call)}` change places")


def similarity(first: str, second: str) -> float:
    return difflib.SequenceMatcher(None, first.lower(), second.lower()).ratio()


def roles(source: SourceText, name: ast.Name) -> str:
    """What a name is used as: an index, the base of an index, an operand of `@`, a number."""
    parent = source.parents[name]
    match parent:
        case ast.Subscript(value=base):
            return "base" if base is name else "index"
        case ast.BinOp(op=ast.MatMult()) | ast.Attribute():
            return "array"
        case ast.Call():
            return "argument"
        case ast.BinOp() | ast.UnaryOp() | ast.AugAssign() | ast.Compare():
            return "operand"
        case ast.Tuple():
            return "index" if isinstance(source.parents[parent], ast.Subscript) else "result"
        case _:
            return type(parent).__name__


def used_as(source: SourceText) -> dict[tuple[str, str], set[str]]:
    """(function, name) → the roles it plays there."""
    found: dict[tuple[str, str], set[str]] = {}
    for name in source.nodes(ast.Name):
        function = function_of(source, name)
        if function is not None:
            found.setdefault((function.name, name.id), set()).add(roles(source, name))
    return found


@kind("wrong-variable", plausible=True)
def wrong_variable(source: SourceText) -> Iterator[Edit]:
    """Another variable of the same function that plays the same role, the most alike first."""
    played = used_as(source)
    for name in source.nodes(ast.Name):
        function, parent = function_of(source, name), source.parents[name]
        called = isinstance(parent, ast.Call) and parent.func is name
        known = known_before(source, name)
        if function is None or called or not isinstance(name.ctx, ast.Load):
            continue
        if name.id not in known:
            continue
        role = roles(source, name)
        cousins = [
            other
            for other in known
            if other != name.id and role in played.get((function.name, other), set())
        ]
        cousins.sort(key=lambda other: (-similarity(other, name.id), other))
        for other in cousins[:COUSINS_PER_NAME]:
            place = source.text(parent) if hasattr(parent, "lineno") else "a loop in brackets"
            says = f"`{name.id}` becomes `{other}` in `{place.splitlines()[0]}`"
            yield source.put(name, other, says)


@kind("wrong-key", plausible=True)
def wrong_key(source: SourceText) -> Iterator[Edit]:
    """`config["m"]` becomes `config["v"]`."""
    keys = [
        (node, node.slice)
        for node in source.nodes(ast.Subscript)
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)
    ]
    texts = list(dict.fromkeys((source.text(node.value), key.value) for node, key in keys))
    for node, key in keys:
        base = source.text(node.value)
        others = [other for owner, other in texts if owner == base and other != key.value]
        others.sort(key=lambda other: (-similarity(str(other), str(key.value)), str(other)))
        for other in others[:COUSINS_PER_NAME]:
            says = f"key {key.value!r} becomes {other!r} in `{source.text(node)}`"
            yield source.put(key, repr(other), says)
