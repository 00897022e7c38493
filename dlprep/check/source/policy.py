"""Method matters where a task says so: a gradient written by hand is no numerical derivative and
no other library's.

Judged from the syntax tree alone, and only by what nothing else can mean: an import by name; the
difference of two values of one function divided by a tiny step; the imaginary part of a
function's value divided by anything.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from dlprep.check.source.surround import OURS
from dlprep.check.source.units import layout_of
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.value import dataclass

DIFFERENTIATING = frozenset(
    ("autograd", "casadi", "jax", "mxnet", "numdifftools", "sympy", "tensorflow", "theano", "torch")
)
SMALL = 1e-2  # no step of a numerical derivative is larger

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda


def breach(code: Code, source: bytes) -> Message | None:
    """What in a file is not the method the task asks for, `check.policy.…` with its line."""
    try:
        tree = layout_of(source).tree
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    nodes = [*ast.walk(tree)]
    found = _imports(nodes, OURS | (DIFFERENTIATING if code.gradients else frozenset()))
    if code.gradients:
        found = [*found, *_derivatives(nodes)]
    return min(found, key=lambda each: int(str(each.values["line"])), default=None)


def _imports(nodes: Iterable[ast.AST], unwanted: frozenset[str]) -> list[Message]:
    return [
        Message("check.policy.module", {"line": node.lineno, "module": name})
        for node in nodes
        if isinstance(node, ast.stmt)
        for name in _imported(node)
        if name.partition(".")[0] in unwanted
    ]


def _imported(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=aliases):
            return [alias.name for alias in aliases]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
        case _:
            return []


def _derivatives(nodes: Sequence[ast.AST]) -> Iterator[Message]:
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    own = frozenset(node.name for node in functions) | frozenset(_lambdas(nodes))
    outer = _assigned(nodes)
    for inside in [nodes, *([*ast.walk(function)] for function in functions)]:
        scope = _Scope(own, {**outer, **_assigned(inside)})
        for node in inside:
            if isinstance(node, ast.BinOp) and (kind := scope.kind(node)):
                yield Message(f"check.policy.{kind}", {"line": node.lineno})


def _lambdas(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Lambda()):
                yield name


def _assigned(nodes: Iterable[ast.AST]) -> dict[str, ast.expr]:
    """The last value given to each name, tuples taken apart, and defaults of arguments."""
    values: dict[str, ast.expr] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                values[name] = value
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=parts)):
                pairs = zip(names, parts, strict=False)
                values |= {name.id: part for name, part in pairs if isinstance(name, ast.Name)}
            case ast.arguments(args=arguments, defaults=defaults) if defaults:
                last = arguments[-len(defaults) :]
                values |= {one.arg: value for one, value in zip(last, defaults, strict=True)}
    return values


@dataclass(frozen=True, slots=True)
class _Scope:
    """The file's own functions, and what names stand for."""

    own: frozenset[str]
    values: Mapping[str, ast.expr] = field(default_factory=dict)

    def kind(self, node: ast.BinOp) -> str | None:
        """The kind of numerical derivative that an operation is."""
        if not isinstance(node.op, ast.Div):
            return None
        top = self.meant(node.left)
        if self.is_imaginary(top):
            return "complex-step"
        match top:
            case ast.BinOp(op=ast.Sub(), left=left, right=right):
                one, other = self.called(left), self.called(right)
                if one and one == other and self.is_small(node.right):
                    return "differences"
        return None

    def meant(self, node: ast.expr) -> ast.expr:
        """What a name stands for."""
        return self.values.get(node.id, node) if isinstance(node, ast.Name) else node

    def called(self, node: ast.expr) -> str | None:
        """Which of the file's functions a value comes from."""
        match self.meant(node):
            case ast.Call(func=ast.Name(id=name)) if name in self.own:
                return name
            case ast.Subscript(value=inner):
                return self.called(inner)
            case _:
                return None

    def is_imaginary(self, node: ast.expr) -> bool:
        match node:
            case (
                ast.Attribute(value=inner, attr="imag")
                | ast.Call(func=ast.Attribute(attr="imag"), args=[inner])
            ):
                return self.called(inner) is not None
            case _:
                return False

    def is_small(self, node: ast.expr) -> bool:
        """A tiny constant, or a multiple of one."""
        match self.meant(node):
            case ast.Constant(value=float(step)):
                return 0 < step <= SMALL
            case ast.BinOp(op=ast.Mult(), left=left, right=right):
                return self.is_small(left) or self.is_small(right)
            case _:
                return False
