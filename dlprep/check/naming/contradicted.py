"""Names that the learner's own text denies: that a step is left out, where the step stands there.

NaN and infinity come of many mistakes, so that where nothing else is wrong a name needs more.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dlprep.check.naming.forms import Reference
from dlprep.check.source.units import Layout, layout_of
from dlprep.check.source.variants import Variant
from dlprep.model.report import NamedMistake


def is_contradicted(
    mistake: NamedMistake, references: Sequence[Reference], source: bytes, function: str, own: str
) -> bool:
    """Whether all that a written mistake no longer calls is called by the learner as often as by
    the solution. The function is called `own` in the learner's file."""
    called = _called(_code(layout_of(source), own))
    return any(
        lost and all(called[name] >= needed[name] for name in lost)
        for lost, needed in _lost(mistake, references, function)
    )


def _lost(
    mistake: NamedMistake, references: Sequence[Reference], function: str
) -> Iterator[tuple[set[str], Counter[str]]]:
    """What is called in the right lines and not in the wrong ones, for each form; and how often
    the solution calls what."""
    for reference in references:
        needed = _called(_code(reference.layout, function))
        for variant in reference.variants:
            if (reference.file, variant.line) in mistake.forms:
                yield _calls_lost(reference, variant), needed


def _calls_lost(reference: Reference, variant: Variant) -> set[str]:
    lines = reference.source.splitlines()
    right = "\n".join(line for each in variant.swaps for line in lines[each.first : each.last + 1])
    wrong = "\n".join(line for each in variant.swaps for line in each.lines)
    return {*_called(right)} - {*_called(wrong)}


def _code(layout: Layout, function: str) -> str:
    """What a function and those that it uses are written with, without comments."""
    return "\n".join(ast.unparse(unit.node) for unit in layout.reach([function]))


def _called(text: str) -> Counter[str]:
    return Counter(re.findall(r"(\w+)\(", text))
