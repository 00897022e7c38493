"""Slips with arrays: transposes, axes, reductions, indices, shapes, copies."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from sourcetext import Edit, SourceText, axes, callee, kind, of_module

DROPPABLE = {
    "exp", "log", "log1p", "expm1", "sqrt", "tanh", "abs", "square", "sign", "cosh", "sigmoid",
    "maximum", "minimum", "clip", "where", "negative", "reciprocal",
}  # fmt: skip


def renamed(source: SourceText, names: dict[str, str]) -> Iterator[Edit]:
    """Calls of one function where another of the same form was meant."""
    for call in source.nodes(ast.Call):
        if isinstance(call.func, ast.Attribute) and call.func.attr in names:
            new = names[call.func.attr]
            says = f"`{call.func.attr}` becomes `{new}` in `{source.text(call)}`"
            yield source.rename(call.func, new, says)


@kind("sum-mean", plausible=True)
def sum_mean(source: SourceText) -> Iterator[Edit]:
    yield from renamed(source, {"sum": "mean", "mean": "sum"})


@kind("max-min", plausible=False)
def max_min(source: SourceText) -> Iterator[Edit]:
    names = {"max": "min", "maximum": "minimum", "argmax": "argmin"}
    yield from renamed(source, names | {new: old for old, new in names.items()})


@kind("var-std", plausible=True)
def var_std(source: SourceText) -> Iterator[Edit]:
    yield from renamed(source, {"var": "std", "std": "var"})


@kind("zeros-ones", plausible=False)
def zeros_ones(source: SourceText) -> Iterator[Edit]:
    names = {"zeros": "ones", "zeros_like": "ones_like"}
    yield from renamed(source, names | {new: old for old, new in names.items()})


@kind("transpose-dropped", plausible=True)
def transpose_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.Attribute):
        if node.attr in {"T", "mT"}:
            says = f"`.{node.attr}` is dropped from `{source.text(node)}`"
            yield source.put(node, source.text(node.value), says)
    for call in source.nodes(ast.Call):
        if callee(call) not in {"transpose", "swapaxes", "moveaxis"}:
            continue
        inner = call.args[0] if of_module(call) else call.func.value  # type: ignore[attr-defined]
        says = f"the transpose of `{source.text(call)}` is dropped"
        yield source.put(call, source.text(inner), says)


@kind("transpose-added", plausible=True)
def transpose_added(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.MatMult):
            for operand in (node.left, node.right):
                if isinstance(operand, ast.Name | ast.Subscript):
                    text = source.text(operand)
                    says = f"`{text}` becomes `{text}.T` in `{source.text(node)}`"
                    yield source.put(operand, f"{text}.T", says)


@kind("matmul-swapped", plausible=True)
def matmul_swapped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.BinOp):
        if isinstance(node.op, ast.MatMult):
            new = f"{source.grouped(node.right)} @ {source.grouped(node.left)}"
            yield source.put(node, new, f"`{source.text(node)}` becomes `{new}`")


@kind("einsum-transposed", plausible=True)
def einsum_transposed(source: SourceText) -> Iterator[Edit]:
    """The last two letters of one operand or of the result change places."""
    for call in source.nodes(ast.Call):
        match call:
            case ast.Call(args=[ast.Constant(value=str(spec)) as first, *_]) if (
                callee(call) == "einsum" and "->" in spec
            ):
                inputs, output = spec.split("->")
                terms = [*inputs.split(","), output]
                for i, term in enumerate(terms):
                    letters = term.strip()
                    if len(letters) >= 2:
                        other = letters[:-2] + letters[-1] + letters[-2]
                        new = [*terms[:i], other, *terms[i + 1 :]]
                        text = ",".join(new[:-1]) + "->" + new[-1]
                        says = f"`{letters}` becomes `{other}` in einsum `{spec}`"
                        yield source.put(first, repr(text), says)
            case _:
                pass


@kind("axis-changed", plausible=True)
def axis_changed(source: SourceText) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        for axis in axes(call):
            old = source.text(axis)
            others = {"0": ["1", "None"], "1": ["0", "None"], "-1": ["0", "None"]}.get(old, [])
            if isinstance(axis, ast.Tuple) and len(axis.elts) > 1:
                others = [
                    f"({', '.join(source.text(e) for e in axis.elts if e is not left)},)"
                    for left in axis.elts
                ]
            for new in others:
                says = f"axis {old} becomes {new} in `{source.text(call)}`"
                yield source.put(axis, new, says)


@kind("keepdims-dropped", plausible=True)
def keepdims_dropped(source: SourceText) -> Iterator[Edit]:
    yield from keywords_dropped(source, wanted=True)


@kind("keyword-dropped", plausible=False)
def keyword_dropped(source: SourceText) -> Iterator[Edit]:
    yield from keywords_dropped(source, wanted=False)


def keywords_dropped(source: SourceText, *, wanted: bool) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        for word in call.keywords:
            if (word.arg == "keepdims") is wanted and word.arg not in {None, "axis"}:
                rest = [other for other in call.keywords if other is not word]
                new = source.call(call, [source.text(arg) for arg in call.args], rest)
                says = f"`{word.arg}` is dropped from `{source.text(call)}`"
                yield source.put(call, new, says)


@kind("function-dropped", plausible=True)
def function_dropped(source: SourceText) -> Iterator[Edit]:
    """`np.exp(x)` becomes `x`, `np.maximum(x, 0)` becomes `x`, `sigmoid(x)` becomes `x`."""
    own = {node.name for node in source.nodes(ast.FunctionDef)}
    for call in source.nodes(ast.Call):
        name = callee(call)
        single = name in own and len(call.args) == 1 and not call.keywords
        if call.args and (single or (name in DROPPABLE and (of_module(call) or name in own))):
            kept = call.args[1] if name == "where" and len(call.args) > 1 else call.args[0]
            says = f"`{name}` is dropped from `{source.text(call)}`"
            yield source.put(call, source.text(kept), says)


@kind("copy-dropped", plausible=True)
def copy_dropped(source: SourceText) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        name = callee(call)
        if name == "copy" and not call.args and isinstance(call.func, ast.Attribute):
            inner: ast.expr = call.func.value
        elif name in {"copy", "array", "dict", "deepcopy"} and len(call.args) == 1:
            inner = call.args[0]
        else:
            continue
        says = f"the copy is dropped from `{source.text(call)}`"
        yield source.put(call, source.text(inner), says)


@kind("where-swapped", plausible=True)
def where_swapped(source: SourceText) -> Iterator[Edit]:
    for call in source.nodes(ast.Call):
        if callee(call) == "where" and len(call.args) == 3:
            condition, first, second = (source.text(arg) for arg in call.args)
            new = source.call(call, [condition, second, first], call.keywords)
            yield source.put(call, new, f"the branches of `{source.text(call)}` change places")
    for node in source.nodes(ast.IfExp):
        test = source.text(node.test)
        new = f"{source.grouped(node.orelse)} if {test} else {source.grouped(node.body)}"
        yield source.put(node, new, f"the branches of `{source.text(node)}` change places")


def of_shape(node: ast.Subscript) -> bool:
    return isinstance(node.value, ast.Attribute) and node.value.attr == "shape"


@kind("shape-axis", plausible=True)
def shape_axis(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.Subscript):
        match node:
            case ast.Subscript(slice=ast.Constant(value=int(i)) as index) if of_shape(node):
                new = 1 - i if i in {0, 1} else i - 1
                says = f"`{source.text(node)}` takes axis {new}"
                yield source.put(index, str(new), says)
            case _:
                pass


@kind("count-changed", plausible=True)
def count_changed(source: SourceText) -> Iterator[Edit]:
    """The number of samples where the number of entries was meant, and the other way round."""
    for node in source.nodes(ast.Attribute):
        if node.attr == "size":
            inner = source.grouped(node.value)
            yield source.put(node, f"{inner}.shape[0]", f"`{source.text(node)}` counts samples")
    for call in source.nodes(ast.Call):
        if isinstance(call.func, ast.Name) and call.func.id == "len" and len(call.args) == 1:
            inner = source.grouped(call.args[0])
            yield source.put(call, f"{inner}.size", f"`{source.text(call)}` counts entries")
    for sub in source.nodes(ast.Subscript):
        match sub:
            case ast.Subscript(value=ast.Attribute(value=array), slice=ast.Constant(value=0)) if (
                of_shape(sub)
            ):
                says = f"`{source.text(sub)}` counts entries"
                yield source.put(sub, f"{source.grouped(array)}.size", says)
            case _:
                pass


def indices(node: ast.Subscript) -> list[ast.expr]:
    return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]


def loop_names(source: SourceText) -> set[str]:
    targets = [loop.target for loop in source.nodes(ast.For)]
    targets += [
        part.target for part in ast.walk(source.tree) if isinstance(part, ast.comprehension)
    ]
    return {n.id for target in targets for n in ast.walk(target) if isinstance(n, ast.Name)}


@kind("index-shifted", plausible=False)
def index_shifted(source: SourceText) -> Iterator[Edit]:
    loops = loop_names(source)
    for node in source.nodes(ast.Subscript):
        if of_shape(node):
            continue
        for index in indices(node):
            match index:
                case ast.Constant(value=int(i)) if not isinstance(i, bool):
                    news = [str(i + 1), str(i - 1)]
                case ast.Name(id=name) if name in loops:
                    news = [f"{name} + 1", f"{name} - 1"]
                case _:
                    continue
            for new in news:
                says = f"index {source.text(index)} becomes {new} in `{source.text(node)}`"
                yield source.put(index, new, says)


@kind("index-dropped", plausible=False)
def index_dropped(source: SourceText) -> Iterator[Edit]:
    for node in source.nodes(ast.Subscript):
        if isinstance(node.ctx, ast.Load) and not of_shape(node):
            match node.slice:
                case ast.Constant(value=str()):
                    continue
                case _:
                    says = f"the index of `{source.text(node)}` is dropped"
                    yield source.put(node, source.text(node.value), says)


def slices(source: SourceText) -> Iterator[tuple[ast.Subscript, ast.Slice]]:
    for node in source.nodes(ast.Subscript):
        for index in indices(node):
            if isinstance(index, ast.Slice):
                yield node, index


def slice_text(source: SourceText, part: ast.Slice, **new: str | None) -> str:
    bounds: dict[str, str | None] = {
        name: source.text(value) if value else None
        for name, value in (("lower", part.lower), ("upper", part.upper), ("step", part.step))
    } | new
    step = f":{bounds['step']}" if bounds["step"] else ""
    return f"{bounds['lower'] or ''}:{bounds['upper'] or ''}{step}"


@kind("slice-bound", plausible=True)
def slice_bound(source: SourceText) -> Iterator[Edit]:
    for node, part in slices(source):
        news: list[dict[str, str | None]] = []
        for name, bound in (("lower", part.lower), ("upper", part.upper)):
            if bound is not None:
                text = source.text(bound)
                news += [{name: f"{text} + 1"}, {name: f"{text} - 1"}, {name: None}]
        for new in news:
            text = slice_text(source, part, **new)
            says = f"`{source.text(part)}` becomes `{text}` in `{source.text(node)}`"
            yield Edit(source.start(part), source.stop(part), text, says)


@kind("stride-dropped", plausible=True)
def stride_dropped(source: SourceText) -> Iterator[Edit]:
    for node, part in slices(source):
        if part.step is not None:
            text = slice_text(source, part, step=None)
            says = f"the step of `{source.text(part)}` is dropped in `{source.text(node)}`"
            yield Edit(source.start(part), source.stop(part), text, says)
