"""Names that the learner's own text denies: that a step is left out, where the step stands there.

NaN and infinity come of many mistakes, so that where nothing else is wrong a name needs more.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence

from dlprep.check.forms import Reference
from dlprep.check.units import layout_of
from dlprep.check.variants import Variant
from dlprep.model.report import NamedMistake


def is_contradicted(
    mistake: NamedMistake, references: Sequence[Reference], source: bytes, function: str
) -> bool:
    """Whether all functions that a written mistake no longer calls are called in what a function
    of the learner's reaches, comments apart."""
    text = "\n".join(ast.unparse(unit.node) for unit in layout_of(source).reach([function]))
    return any(lost and lost <= _called(text) for lost in _lost(mistake, references))


def _lost(mistake: NamedMistake, references: Sequence[Reference]) -> Iterator[set[str]]:
    """What is called in the right lines and not in the wrong ones, for each form."""
    for reference in references:
        for variant in reference.variants:
            if (reference.file, variant.line) in mistake.forms:
                yield _calls_lost(reference, variant)


def _calls_lost(reference: Reference, variant: Variant) -> set[str]:
    lines = reference.source.splitlines()
    right = "\n".join(line for each in variant.swaps for line in lines[each.first : each.last + 1])
    wrong = "\n".join(line for each in variant.swaps for line in each.lines)
    return _called(right) - _called(wrong)


def _called(text: str) -> set[str]:
    return {*re.findall(r"(\w+)\(", text)}
