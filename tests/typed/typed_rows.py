"""The corpora as values: rows, their symbols, points to evaluate at, what a reference gives there.

A symbol is written as in a question:
`{"name": ..., "is": ..., "shape": [...], "domain": ..., "aliases": [...]}`.
is: scalar, vector, matrix, index, function, random. The letters of a shape are sizes and may be
used in the text. domain: real (where none is named), positive, unit (between 0 and 1), natural,
simplex and one-hot (a matrix of either: row by row). Random variables share one
distribution with five atoms; those of domain "independent" have one each. What nobody declares is a
real scalar.

References are Python. They spell names as identifiers: Greek in English (lam, eps, delta_),
subscripts behind an underscore with m for minus (`m_tm1` for m_{t-1}), `y_hat`, `y_prime`. Indices
count from 0 there. A text with free indices i, j stands for the array over them, in that order.
"""

import ast
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import CodeType
from typing import Any

import numpy as np
import yaml
from reference_numbers import Kind, Names, names_of, number

HERE = Path(__file__).parent
_UNEQUAL = {"N": 4, "D": 3, "C": 2, "K": 5, "M": 2, "H": 3, "T": 4, "d": 3, "n": 3, "m": 4, "r": 2}
SIZES = (_UNEQUAL, dict.fromkeys(_UNEQUAL, 3))  # sizes that differ; everything square
ATOMS = 5
_ATTRIBUTE = {"is": "kind"}


@dataclass(frozen=True, slots=True)
class Symbol:
    name: str
    kind: str = "scalar"
    shape: tuple[str, ...] = ()
    domain: str = "real"
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a corpus; `fields` keeps it as it is written."""

    id: str
    fields: Mapping[str, Any] = field(repr=False)

    @property
    def symbols(self) -> dict[str, Symbol]:
        declared = {
            parts["name"]: Symbol(
                **{_ATTRIBUTE.get(key, key): _frozen(part) for key, part in parts.items()}
            )
            for parts in self.fields.get("symbols", [])
        }
        for name in _assumed_positive(self.fields.get("assume", "")):
            declared[name] = Symbol(name, domain="positive")
        return declared


def read_rows(name: str) -> list[Row]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [Row(fields["id"], fields) for fields in map(json.loads, lines)]


def hostile_text(row: Row) -> str:
    """The text of a row, or its parts, each repeated as often as the row says."""
    if "text" in row.fields:
        text: str = row.fields["text"]
        return text
    return "".join(part * times for part, times in row.fields["parts"])


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    reference: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Variant:
    """A derivation with one line changed: wrong where a mistake is named, else right."""

    id: str
    lines: tuple[Line, ...]
    changed: int | None  # counted from 0; None where a line is left out
    mistake: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    row: Row
    worked: Variant
    wrong: tuple[Variant, ...]
    right: tuple[Variant, ...]


def read_derivations() -> list[Derivation]:
    paths = sorted((HERE / "derivation_edits").glob("*.yaml"))
    return [
        _derivation(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)) for path in paths
    ]


def _derivation(fields: Mapping[str, Any]) -> Derivation:
    lines = tuple(Line(line["text"], line["ref"], line["of"]) for line in fields["lines"])
    name = fields["id"]
    return Derivation(
        Row(name, fields),
        Variant(name, lines, None),
        tuple(_edited(f"{name}.w{k}", lines, edit) for k, edit in enumerate(fields["variants"], 1)),
        tuple(
            _edited(f"{name}.r{k}", lines, edit) for k, edit in enumerate(fields["rewritings"], 1)
        ),
    )


def _edited(name: str, lines: tuple[Line, ...], edit: Mapping[str, Any]) -> Variant:
    if "without" in edit:
        left_out = edit["without"] - 1
        return Variant(name, lines[:left_out] + lines[left_out + 1 :], None)
    place = edit["line"] - 1
    line = Line(edit["text"], edit["ref"], lines[place].of)
    return Variant(
        name, (*lines[:place], line, *lines[place + 1 :]), place, edit.get("mistake", "")
    )


def points(
    row: Row, references: list[str], kind: Kind, *, count: int, seed: int = 0
) -> list[Names]:
    """Values for every symbol and free name, drawn as rationals; sizes alternate."""
    return [
        _point(row, references, kind, SIZES[k % len(SIZES)], random.Random(f"{row.id} {seed} {k}"))
        for k in range(count)
    ]


def value(reference: str, point: Names, kind: Kind) -> Any:
    return eval(_compiled(reference), _names(kind) | point)


def free_names(reference: str) -> set[str]:
    tree = ast.parse(reference, mode="eval")
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    bound = {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
    loops = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    }
    return read - bound - loops


def _point(
    row: Row, references: list[str], kind: Kind, sizes: Mapping[str, int], chance: random.Random
) -> Names:
    symbols = row.symbols
    letters = {letter for symbol in symbols.values() for letter in symbol.shape}
    point: Names = {letter: sizes[letter] for letter in sorted(letters) if letter in sizes}
    known = _names("float").keys() | {"E", "Var", "Cov"} | point.keys()
    facts = row.fields.get("facts", {})
    free = {name for reference in [*references, *facts.values()] for name in free_names(reference)}
    for name in sorted((free | symbols.keys()) - (known - symbols.keys())):
        symbol = symbols.get(name, Symbol(name))
        if symbol.kind not in {"index", "function", "random"}:
            point[name] = _draw(symbol, sizes, kind, chance)
    for name, definition in facts.items():
        point[name] = value(definition, point, kind)
    return point | _chance(symbols, kind, chance)


def _draw(symbol: Symbol, sizes: Mapping[str, int], kind: Kind, chance: random.Random) -> Any:
    shape = tuple(sizes[part] if part in sizes else int(part) for part in symbol.shape)
    match symbol.domain:
        case "simplex":
            raw = _array(shape, lambda: number(kind, chance.randint(1, 9), 1))
            return raw / np.sum(raw, axis=-1, keepdims=True)
        case "one-hot":
            return _one_hot(shape, kind, chance)
        case domain:
            return _array(shape, lambda: _scalar(domain, kind, chance))


def _array(shape: tuple[int, ...], draw: Any) -> Any:
    if not shape:
        return draw()
    out = np.empty(shape, dtype=object)
    for index in np.ndindex(*shape):
        out[index] = draw()
    return out


def _one_hot(shape: tuple[int, ...], kind: Kind, chance: random.Random) -> Any:
    out = _array(shape, lambda: number(kind, 0, 1))
    for row in np.ndindex(*shape[:-1]):
        out[(*row, chance.randrange(shape[-1]))] = number(kind, 1, 1)
    return out


def _scalar(domain: str, kind: Kind, chance: random.Random) -> Any:
    match domain:
        case "real":
            return _real(kind, chance)
        case "positive":
            return number(kind, chance.randint(7, 90), 30)
        case "unit":
            return number(kind, chance.randint(2, 58), 60)
        case "natural":
            return number(kind, chance.randint(2, 12), 1)
        case _:
            raise ValueError(domain)


def _real(kind: Kind, chance: random.Random) -> Any:
    sign = chance.choice((-1, 1))
    return number(kind, sign * chance.randint(4, 75), 30)


def _chance(symbols: Mapping[str, Symbol], kind: Kind, chance: random.Random) -> Names:
    """Random variables as arrays over the outcomes; E, Var and Cov as weighted sums."""
    variables = [symbol for symbol in symbols.values() if symbol.kind == "random"]
    own = [symbol for symbol in variables if symbol.domain.startswith("independent")]
    axes = len(own) + 1
    weights: Any = 1
    point: Names = {}
    for axis in range(axes):
        raw = _array((ATOMS,), lambda: number(kind, chance.randint(1, 9), 1))
        weights = weights * (raw / np.sum(raw)).reshape(_along(axis, axes))
    for symbol in variables:
        axis = own.index(symbol) + 1 if symbol in own else 0
        domain = "positive" if symbol.domain.endswith("positive") else "real"
        values = _array((ATOMS,), lambda domain=domain: _scalar(domain, kind, chance))
        point[symbol.name] = values.reshape(_along(axis, axes))

    def expect(values: Any) -> Any:
        return np.sum(weights * values)

    def covary(left: Any, right: Any) -> Any:
        return expect((left - expect(left)) * (right - expect(right)))

    return point | {"E": expect, "Cov": covary, "Var": lambda values: covary(values, values)}


def _along(axis: int, axes: int) -> tuple[int, ...]:
    return tuple(ATOMS if k == axis else 1 for k in range(axes))


def _assumed_positive(assumption: str) -> list[str]:
    return assumption.removeprefix("positive:").split(",") if assumption else []


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class _Quotients(ast.NodeTransformer):
    """Quotients, powers and decimals stay exact: 1/3 is a third, not the float beside it."""

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return (
            _call("exact_", ast.Constant(repr(node.value)))
            if isinstance(node.value, float)
            else node
        )

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        match node.op:
            case ast.Div():
                return _call("divide_", node.left, node.right)
            case ast.Pow():
                return _call("power_", node.left, node.right)
            case ast.FloorDiv():
                return _call("floor", _call("divide_", node.left, node.right))
            case _:
                return node


def _call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


@cache
def _compiled(reference: str) -> CodeType:
    tree = _Quotients().visit(ast.parse(reference, mode="eval"))
    return compile(ast.fix_missing_locations(tree), "<reference>", "eval")


@cache
def _names(kind: Kind) -> Names:
    return names_of(kind)
