"""A crowd says of no answer that it lacks what reading it finds."""

from __future__ import annotations

import pytest

from dlprep.answer.crowd import Crowd
from dlprep.answer.evidence import Vocabulary
from dlprep.answer.folding import tokens
from dlprep.model.rubric import Evidence, Lexicon, Synonyms

ANSWERS = (
    "The gradients cancel. It is fast, it is cheap.",
    "The gradient is small, and the rest of it does cancel.",
    "Convergance is slow.",
    "梯度在陡的方向上会抵消，所以不震荡。",
    "It is fast. Nothing is said of it. It is big. It does cancel.",
)
CROWD = Crowd(tokens(answer) for answer in ANSWERS)
VOCABULARY = Vocabulary(Lexicon(synonyms=(Synonyms(zh=("梯度",), en=("gradient",)),)))


@pytest.mark.parametrize(
    ("evidence", "answers"),
    [
        pytest.param(Evidence(en=(("gradient", "cancel"),)), {0, 1}, id="all words of a group"),
        pytest.param(Evidence(en=(("gradient",),)), {0, 1, 3}, id="a word and its synonyms"),
        pytest.param(Evidence(en=(("cancel", "fast"),), window=2), {0}, id="within the window"),
        pytest.param(Evidence(en=(("cancel", "fast"),), window=5), {0, 4}, id="in a wide window"),
        pytest.param(Evidence(en=(("convergence",),)), {2}, id="a slip in a long word"),
        pytest.param(Evidence(zh=(("/陡.{0,6}抵消/",),)), {3}, id="a pattern"),
        pytest.param(Evidence(en=(("cheap",), ("big|slow",))), {0, 2, 4}, id="any of the groups"),
        pytest.param(Evidence(), set(), id="nothing is found by nothing"),
    ],
)
def test_only_answers_with_the_words_are_left(evidence: Evidence, answers: set[int]) -> None:
    """Those with all terms of a group near one another, in either language."""
    assert CROWD.with_any(VOCABULARY.groups(evidence)) == answers
