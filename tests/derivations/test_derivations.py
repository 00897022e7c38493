"""What people write instead of the worked lines of a derivation: right lines pass, and of a
derivation with one wrong line that line is found.

`<id>.yaml` beside this file holds `rewritings`, each a whole derivation, and `edits`, each the
number of a worked line (from 1) and the wrong line in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from shipped import BANK

from dlprep import formula
from dlprep.answer.derivation import Derived, case, judge
from dlprep.model.derivation import JudgedDerivation
from dlprep.model.item import Derivation

HERE = Path(__file__).parent
FEWEST_REWRITINGS, FEWEST_EDITS = 5, 10


@dataclass(frozen=True, slots=True)
class Variants:
    item: Derivation
    rewritings: tuple[str, ...]
    edits: tuple[tuple[int, str], ...]

    def judged(self, text: str) -> JudgedDerivation:
        return judge(self.item, formula.lines_of(text))

    def before(self) -> list[Derived]:
        """The state in front of each worked line, and behind the last one."""
        states = [Derived(case(self.item))]
        for step in self.item.steps:
            following = _copied(states[-1])
            following.add(step.formula)
            states.append(following)
        return states


def _copied(state: Derived) -> Derived:
    found = copy(state)
    found.lines, found.said, found.bounds = [*state.lines], [*state.said], [*state.bounds]
    return found


def _read() -> Iterator[Variants]:
    for path in sorted(HERE.glob("der.*.yaml")):
        held = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        item = BANK.item(path.stem)
        assert isinstance(item, Derivation), path.stem
        edits = [pair for edit in held["edits"] for pair in edit.items()]
        yield Variants(item, tuple(held["rewritings"]), tuple(edits))


ALL = list(_read())


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.item.id)
def test_right_rewritings_raise_no_alarm(each: Variants) -> None:
    """Another order, notation or division into lines is as right as the worked one."""
    assert len(each.rewritings) >= FEWEST_REWRITINGS
    for text in each.rewritings:
        result = each.judged(text)
        bad = [line for line in result.lines if line.status in {"wrong", "unread", "undecided"}]
        assert not bad, (text, bad)
        assert result.ending == "right", (text, result.missing, result.misfit)


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.item.id)
def test_the_one_wrong_line_is_found(each: Variants) -> None:
    """The first wrong line is the one that was changed."""
    assert len(each.edits) >= FEWEST_EDITS
    states = each.before()
    assert not states[-1].broken
    for number, line in each.edits:
        assert _copied(states[number - 1]).add(line).status == "wrong", (number, line)
