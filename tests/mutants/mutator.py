"""One-edit mutants of a right NumPy answer: what a person or a machine may get wrong in one place.

The mutator knows nothing of the checker; what it makes is what the checker has to reject.
"""

from __future__ import annotations

import ast
import random
from dataclasses import dataclass

import edit_arithmetic  # noqa: F401  the kinds register themselves, specific ones first
import edit_arrays  # noqa: F401
import edit_control  # noqa: F401
from sourcetext import KINDS, SourceText

__all__ = ["KINDS", "Mutant", "mutants", "sample"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A whole source that differs from its original in one edit on `line` (from 1)."""

    source: str
    line: int
    kind: str
    description: str

    @property
    def plausible(self) -> bool:
        """A person would make this slip."""
        return KINDS[self.kind].plausible


def mutants(source: str) -> list[Mutant]:
    """All one-edit mutants in a fixed order; of equal programs the most specific kind is kept."""
    text = SourceText(source)
    seen = {ast.dump(text.tree)}
    found = []
    for kind in KINDS.values():
        for edit in kind.editor(text):
            whole = text.apply(edit)
            if whole is None:
                continue
            shape = ast.dump(ast.parse(whole))
            if shape not in seen:
                seen.add(shape)
                line = text.line(edit.start)
                found.append(Mutant(whole, line, kind.name, f"line {line}: {edit.says}"))
    return found


def sample(found: list[Mutant], count: int, seed: int) -> list[Mutant]:
    """`count` mutants, as evenly over the kinds as they allow, in their fixed order."""
    chance = random.Random(seed)
    piles: dict[str, list[Mutant]] = {}
    for mutant in found:
        piles.setdefault(mutant.kind, []).append(mutant)
    for pile in piles.values():
        chance.shuffle(pile)
    names = sorted(piles)
    chance.shuffle(names)
    picked: list[Mutant] = []
    while len(picked) < min(count, len(found)):
        for name in names:
            if piles[name] and len(picked) < count:
                picked.append(piles[name].pop())
    return sorted(picked, key=found.index)
