"""The wrong forms of a solution, written as comments under the lines they replace.

    dz = (p - onehot) / n
    # mistake mean-missing: dz = p - onehot

docs/exercises.md is the author's view of this. A variant is the whole solution with one
statement (or the statements of one tag, or of one convention) swapped.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count

from dlprep.check.source.units import Layout
from dlprep.model.message import DlprepError, Place, fault
from dlprep.model.value import dataclass

_CODE = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_MARK = re.compile(
    rf"^(?P<indent>[ \t]*)\# (?:mistake (?P<code>{_CODE})(?:/(?P<tag>[\w-]+))?"
    rf"|convention (?P<other>{_CODE}) instead of (?P<asked>{_CODE})):(?P<text>.*)$"
)
_MEANT = re.compile(r"^\s*#\s*(mistake|convention)\b", re.IGNORECASE)
_LONGER = re.compile(r"^[ \t]*#(?P<text> {4,}.*)$")


@dataclass(frozen=True, slots=True)
class Swap:
    """Lines `first` to `last` (from 0, inclusive) give way to `lines`."""

    code: str
    asked: str | None
    group: str
    line: int
    first: int
    last: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A wrong form of the solution. `asked` is the task's own convention where the variant is
    another convention and no mistake; `line` is where it is written."""

    code: str
    asked: str | None
    line: int
    swaps: tuple[Swap, ...]

    def source(self, solution: str) -> str:
        """The whole solution in this form."""
        lines = solution.splitlines()
        return "\n".join(_swapped(self.swaps, lines, 1, len(lines))) + "\n"

    def apart_from(self, other: Variant) -> bool:
        """Whether both can be had at once: no line is replaced by both."""
        return all(
            one.last < two.first or two.last < one.first
            for one in self.swaps
            for two in other.swaps
        )


def touched(swaps: Iterable[Swap], layout: Layout) -> frozenset[str]:
    """The units that some swaps change, by name."""
    units = (layout.at(swap.first + 1) for swap in swaps)
    return frozenset(unit.binds[-1] for unit in units if unit is not None)


def patches(swaps: Iterable[Swap], layout: Layout) -> dict[str, str]:
    """The units of a file that some swaps change, by name, each in its new form."""
    parts: dict[str, list[Swap]] = {}
    for swap in swaps:
        unit = layout.at(swap.first + 1)
        assert unit is not None
        parts.setdefault(unit.binds[-1], []).append(swap)
    return {name: _changed(layout, name, some) for name, some in parts.items()}


def together(
    chosen: Mapping[int, Variant], layout: Layout, switch: str
) -> tuple[frozenset[int], list[str]]:
    """Many variants in one text, chosen by the numbers in a variable: which of them it holds, and
    the units. A variant that changes the header of a block, or lines that overlap with another's,
    must stand alone."""
    places: dict[tuple[int, int], list[tuple[int, Swap]]] = {}
    held = set()
    for number, variant in chosen.items():
        if all(_fits_in(swap, places, layout) for swap in variant.swaps):
            held.add(number)
            for swap in variant.swaps:
                places.setdefault((swap.first, swap.last), []).append((number, swap))
    swaps = [_chooser(some, layout.lines, switch) for some in places.values()]
    return frozenset(held), [*patches(swaps, layout).values()]


def _fits_in(swap: Swap, places: Collection[tuple[int, int]], layout: Layout) -> bool:
    if layout.lines[swap.first].rstrip().endswith(":") or swap.lines[0].rstrip().endswith(":"):
        return False
    own = (swap.first, swap.last)
    return all(own == each or own[1] < each[0] or each[1] < own[0] for each in places)


def _chooser(some: Sequence[tuple[int, Swap]], lines: Sequence[str], switch: str) -> Swap:
    """The statement and its wrong forms as the branches of an `if`."""
    _, swap = some[0]
    right = lines[swap.first : swap.last + 1]
    indent = right[0][: len(right[0]) - len(right[0].lstrip())]
    made: list[str] = []
    for number, other in some:
        word = "elif" if made else "if"
        made += [f"{indent}{word} {number} in {switch}:", *(f"    {line}" for line in other.lines)]
    made += [f"{indent}else:", *(f"    {line}" for line in right)]
    return Swap(swap.code, swap.asked, swap.group, swap.line, swap.first, swap.last, tuple(made))


def _changed(layout: Layout, name: str, swaps: Iterable[Swap]) -> str:
    unit = layout.by_name[name]
    lines = _swapped(swaps, layout.lines, unit.first, unit.last)
    # The comments, most of them mistakes, would take longer to read than the code to compile.
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


def variants(source: str, file: str, tree: ast.Module | None = None) -> tuple[Variant, ...]:
    """All variants in the order they are written; `tree` is that of the source, where it has been
    read. Raises `check.bad-mark` at a comment that stands under no statement or is misspelt."""
    lines = source.splitlines()
    groups: dict[str, list[Swap]] = {}
    for swap in _swaps(lines, tree or ast.parse(source), file):
        groups.setdefault(swap.group, []).append(swap)
    return tuple(
        Variant(some[0].code, some[0].asked, some[0].line, tuple(some)) for some in groups.values()
    )


def _swapped(swaps: Iterable[Swap], lines: list[str], first: int, last: int) -> list[str]:
    """Lines `first` to `last`, from 1, with the swaps made."""
    changed = lines[first - 1 : last]
    for swap in sorted(swaps, key=lambda each: each.first, reverse=True):
        changed[swap.first - first + 1 : swap.last - first + 2] = swap.lines
    return changed


def _swaps(lines: list[str], tree: ast.Module, file: str) -> Iterator[Swap]:
    spans = _spans(tree)
    alone = count()
    above = -1
    at = 0
    while at < len(lines):
        text = lines[at]
        mark = _MARK.match(text)
        if mark is None:
            if _MEANT.match(text):
                raise _bad(file, at)
            if text.strip() and not text.lstrip().startswith("#"):
                above = at
            at += 1
            continue
        replacement, after = _replacement(mark, lines, at)
        first = _replaced(lines, spans, above, mark["indent"])
        if first is None or not replacement:
            raise _bad(file, at)
        new = _indented(replacement, mark["indent"], lines[first])
        yield Swap(*_meaning(mark, alone), at + 1, first, above, new)
        at = after


def _meaning(mark: re.Match[str], alone: Iterator[int]) -> tuple[str, str | None, str]:
    """The code, the convention asked for instead, and what is changed together with it."""
    if mark["other"]:
        return mark["other"], mark["asked"], f"convention {mark['other']}"
    group = f"/{mark['tag']}" if mark["tag"] else f" {next(alone)}"
    return mark["code"], None, mark["code"] + group


def _replacement(mark: re.Match[str], lines: list[str], at: int) -> tuple[list[str], int]:
    """The new lines, without common indentation, and the line after the comment."""
    if mark["text"].strip():
        return [mark["text"].strip()], at + 1
    longer = []
    at += 1
    while at < len(lines) and (more := _LONGER.match(lines[at])):
        longer.append(more["text"])
        at += 1
    margin = min((len(each) - len(each.lstrip()) for each in longer), default=0)
    return [each[margin:] for each in longer], at


def _indented(replacement: list[str], indent: str, replaced: str) -> tuple[str, ...]:
    """The new lines where the old ones stood; the header of a block stands further out."""
    if len(replacement) == 1 and replacement[0].endswith(":"):
        indent = replaced[: len(replaced) - len(replaced.lstrip())]
    return tuple(indent + line for line in replacement)


def _spans(tree: ast.Module) -> dict[tuple[int, int], int]:
    """First line of each statement by its last line and indentation (lines from 0)."""
    spans: dict[tuple[int, int], int] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt) and node.end_lineno is not None:
            key = (node.end_lineno - 1, node.col_offset)
            spans[key] = min(node.lineno - 1, spans.get(key, node.lineno))
    return spans


def _replaced(
    lines: list[str], spans: dict[tuple[int, int], int], above: int, indent: str
) -> int | None:
    """The first line of what a comment replaces: the statement above it, or a block's header."""
    first = spans.get((above, len(indent)))
    if first is None and above >= 0 and lines[above].rstrip().endswith(":"):
        return above
    return first


def _bad(file: str, at: int) -> DlprepError:
    return fault("check.bad-mark", place=Place(file, at + 1))
