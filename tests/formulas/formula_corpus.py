"""The formulas of the shipped bank: keys of formula items and the lines of worked derivations."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from formula_trees import Node, UnreadableError
from formula_values import NoValueError, Point, Scope, compare, points, scope_of, values

QUESTIONS = Path(__file__).parents[2] / "questions"
HELD_OUT = 3  # one formula in three is kept for the last figure
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Formula:
    """`left` is what a line of a derivation states; `before` are the worked lines above it, and
    `forms` all that the worked derivation says of that left side."""

    item: str
    text: str
    tree: Node
    scope: Scope
    points: tuple[Point, ...]
    left: str = ""
    before: tuple[str, ...] = ()
    mistakes: tuple[tuple[str, str], ...] = ()
    forms: tuple[Node, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.item}:{len(self.before)}" if self.left else self.item

    @property
    def held_out(self) -> bool:
        return zlib.crc32(self.id.encode()) % HELD_OUT == 0


def formulas() -> list[Formula]:
    """Every formula, in the order of the bank."""
    return [_with_forms(formula, found) for found in map(_all_of, _items()) for formula in found]


def _all_of(item: dict[str, Any]) -> list[Formula]:
    return list(_of(item))


def _with_forms(formula: Formula, found: list[Formula]) -> Formula:
    forms = tuple(dict.fromkeys(each.tree for each in found if each.left == formula.left))
    return replace(formula, forms=forms)


def _items() -> Iterator[dict[str, Any]]:
    for path in sorted(QUESTIONS.glob("*/*.yaml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        for item in loaded.get("items", ()) if isinstance(loaded, dict) else ():
            if item.get("kind") in ("formula", "derivation"):
                yield item


def _of(item: dict[str, Any]) -> Iterator[Formula]:
    try:
        scope = scope_of(item)
        found = tuple(points(scope, 3, zlib.crc32(item["id"].encode())))
    except (UnreadableError, NoValueError):
        return
    mistakes = tuple((each["code"], each["formula"]) for each in item.get("wrong", ()))
    if item["kind"] == "formula":
        tree = _read(scope, item["answer"], found)
        if tree:
            yield Formula(item["id"], item["answer"], tree, scope, found, mistakes=mistakes)
        return
    before: list[str] = []
    for step in item["steps"]:
        left, *chain = step["formula"].split(" = ")
        tree = _read(scope, chain[0], found) if chain and not _unsure(step["formula"]) else None
        if tree and _is_claim(left, scope) and tree.names() and (tree.kids or tree.op == "at"):
            text = chain[0]
            yield Formula(
                item["id"], text, tree, scope, found, left, tuple(before), mistakes=mistakes
            )
        before.append(step["formula"])


def _is_claim(left: str, scope: Scope) -> bool:
    """Whether the left side has a value of its own; a new name would mean whatever is written."""
    name = left.partition("_")[0]
    known = {left, name, name.removeprefix("d")} & {*scope.shapes, *scope.found}
    return bool(known) or not name.isidentifier()


def _unsure(text: str) -> bool:
    return any(sign in text for sign in "≤≥")


def _read(scope: Scope, text: str, found: tuple[Point, ...]) -> Node | None:
    try:
        tree = scope.read(text)
        first = [values(tree, point) for point in found]
    except (UnreadableError, NoValueError, KeyError):
        return None
    finite = all(compare(each, each) == "same" for each in first)
    return tree if finite else None


def disagreeing() -> list[str]:
    """Lines of one left side whose values differ: this reader, or the bank, is wrong there."""
    seen: dict[tuple[str, str], Formula] = {}
    wrong = []
    for formula in formulas():
        if not formula.left:
            continue
        other = seen.setdefault((formula.item, formula.left), formula)
        for point in formula.points:
            if compare(values(other.tree, point), values(formula.tree, point)) != "same":
                wrong.append(f"{formula.id}: {formula.text}  |  {other.text}")
                break
    return wrong
