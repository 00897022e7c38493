"""The worked solution as a person may read it, and the wrong forms written in its comments."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from textwrap import dedent

from dlprep.check.source.variants import Swap, variants
from dlprep.model.value import dataclass

_MARK = re.compile(r"^\s*#\s*(?:mistake|convention)\b[^:]*:(?P<text>.*)$")
_LONGER = re.compile(r"^\s*# {4,}\S")


def unmarked(solution: str) -> str:
    r"""The solution without its `# mistake` and `# convention` comments.

    >>> print(unmarked("dz = p / n\n# mistake mean-missing: dz = p\n"), end="")
    dz = p / n
    """
    kept: list[str] = []
    inside = False
    for line in solution.splitlines():
        mark = _MARK.match(line)
        if mark is not None:
            inside = not mark["text"].strip()
        elif not (inside and _LONGER.match(line)):
            inside = False
            kept.append(line)
    return "\n".join(kept) + "\n"


@dataclass(frozen=True, slots=True)
class WrongForm:
    """A mistake as it is written: in which function, the wrong lines (empty where a line is left
    out) and the right ones, and at which line of the file."""

    code: str
    function: str
    wrong: str
    right: str
    line: int


def wrong_forms(solution: str, file: str) -> tuple[WrongForm, ...]:
    """Every written mistake of a solution, in order. What is changed together in one function is
    one form. Raises `check.bad-mark`."""
    lines = solution.splitlines()
    tree = ast.parse(solution)
    forms = []
    for variant in variants(solution, file):
        parts: dict[str, list[Swap]] = {}
        for swap in variant.swaps if variant.asked is None else ():
            parts.setdefault(_function_at(tree, swap.first + 1), []).append(swap)
        for function, swaps in parts.items():
            wrong = [_shown(swap.lines) for swap in swaps]
            right = [_shown(lines[swap.first : swap.last + 1]) for swap in swaps]
            forms.append(
                WrongForm(variant.code, function, _joined(wrong), _joined(right), variant.line)
            )
    return tuple(forms)


def _joined(texts: Iterable[str]) -> str:
    return "\n".join(filter(None, texts))


def _function_at(tree: ast.Module, line: int) -> str:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.lineno <= line <= (node.end_lineno or 0):
            return node.name
    return ""


def _shown(lines: Sequence[str]) -> str:
    text = dedent("\n".join(lines)).strip()
    return "" if text == "pass" else unmarked(text).rstrip()
