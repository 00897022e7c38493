"""No wrong answer passes: one-edit mutants of right answers in many styles are all rejected.

A fixed sample of what `bench/mutants.py` measures in full.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from equivalence import ROOT
from rejection import Outcome, TurnedDownError, alternatives, outcomes, sampled

# An exercise whose every case is random has no alternatives that agree number by number.
SLUGS = sorted(
    file.stem for file in (ROOT / "questions" / "code").glob("*.yaml") if alternatives(file.stem)
)
MUTANTS_PER_EXERCISE = 4
SEED = 7


def judged(file: Path) -> list[Outcome]:
    """The sample of one file; nothing if the file itself is turned down. Whether a mistake has a
    name is another question, which tests/human_bugs asks."""
    try:
        picked = sampled(file, MUTANTS_PER_EXERCISE, SEED)
        return list(outcomes(file, picked, seed=SEED, quick=True))
    except TurnedDownError:
        return []


@pytest.mark.parametrize("slug", SLUGS)
def test_mutants_are_rejected(slug: str) -> None:
    """A mutant that differs from its original is refused, and for what it does.

    One that differs for extreme numbers alone may pass with a warning about stability.
    """
    files = alternatives(slug)
    random.Random(SEED).shuffle(files)
    found = next(filter(None, map(judged, files)))
    different = [outcome for outcome in found if not outcome.difference.equivalent]
    assert different
    assert [str(outcome) for outcome in different if outcome.survivor] == []
