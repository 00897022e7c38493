"""The wrong answers of this folder are wrong in the way their headers say.

Each file below `<exercise>/` is an answer as a person would write it, with one bug, and each
file below `<exercise>/pairs/` one with two. Its header holds

    # bug: what is wrong and where, one sentence for each bug
    # output: the outputs that differ from the right ones on some case
    # line: the lines of the bug; those of the second bug behind a semicolon
    # accept: the codes of mistakes that describe the bug truly, grouped alike, or none;
              `convention` where the answer is right by a convention the task does not use
    # edit: a description by an edit of the reference that is true (`edit of the second` bug)

All of it is judged by the right answers of the folder, two in different style for each
exercise, which agree with one another and with finite differences; nothing here uses dlprep.
`bench/naming.py` measures how much of it `dlprep check` names.
"""

from __future__ import annotations

import copy
import re
from pathlib import Path

import numpy as np
import pytest
from corpus import WrongAnswer, exercises, right_answers, wrong_answers
from runs import EXERCISES, Exercise, Values, close, differing, load, outputs

SEED = 20240
WRONG = [answer for exercise in exercises() for answer in wrong_answers(exercise)]
RIGHT = [path for exercise in exercises() for path in right_answers(exercise)]
CATALOGUE = Path(__file__).parents[2] / "questions" / "mistakes.yaml"
CODES = set(re.findall(r"^- code: (\S+)", CATALOGUE.read_text(encoding="utf-8"), re.MULTILINE))
DIFFERENTIATED = [path for path in RIGHT if EXERCISES[path.parent.name].gradients]


def cases(exercise: Exercise) -> list[Values]:
    return list(exercise.cases(np.random.default_rng(SEED)))


def name(item: WrongAnswer | Path) -> str:
    path = item.path if isinstance(item, WrongAnswer) else item
    return str(path.relative_to(Path(__file__).parent).with_suffix(""))


def test_every_exercise_has_its_files() -> None:
    """Fifteen exercises, each with two right answers, twelve single bugs and five pairs."""
    assert exercises() == sorted(EXERCISES)
    for exercise in exercises():
        pairs = [answer for answer in wrong_answers(exercise) if len(answer.bugs) == 2]
        singles = [answer for answer in wrong_answers(exercise) if len(answer.bugs) == 1]
        assert len(right_answers(exercise)) == 2, exercise
        assert len(singles) >= 12, exercise
        assert len(pairs) >= 5, exercise
        assert all((answer.path.parent.name == "pairs") for answer in pairs)


@pytest.mark.parametrize("exercise", exercises())
def test_the_right_answers_agree(exercise: str) -> None:
    """The two right answers give the same outputs on every case, without raising."""
    spec = EXERCISES[exercise]
    first, second = map(load, right_answers(exercise))
    for inputs in cases(spec):
        one, other = outputs(spec, first, inputs), outputs(spec, second, inputs)
        assert "raised" not in one | other
        assert one.keys() == other.keys()
        assert differing(one, other) == set()


@pytest.mark.parametrize("path", DIFFERENTIATED, ids=name)
def test_the_right_gradients_match_finite_differences(path: Path) -> None:
    """Each gradient of a right answer is the slope of its own forward pass."""
    spec = EXERCISES[path.parent.name]
    module = load(path)
    inputs = cases(spec)[0]
    got = outputs(spec, module, inputs)
    for gradient, variable in spec.gradients.items():

        def value(changed: object, variable: str = variable) -> float:
            moved = inputs | {variable: changed}
            return spec.scalar(outputs(spec, module, moved), moved)

        numerical = central_difference(value, np.asarray(inputs[variable], dtype=float))
        np.testing.assert_allclose(got[gradient], numerical, rtol=1e-6, atol=1e-8)


def central_difference(value: object, x: np.ndarray) -> np.ndarray:
    """Slopes of `value` at `x`, entry by entry; the step balances rounding and curvature."""
    slopes = np.zeros(x.shape)
    for index in np.ndindex(*x.shape):
        up, down = x.copy(), x.copy()
        up[index] += 1e-6
        down[index] -= 1e-6
        slopes[index] = (value(up) - value(down)) / 2e-6
    return slopes


@pytest.mark.parametrize("answer", WRONG, ids=name)
def test_a_wrong_answer_differs_where_its_header_says(answer: WrongAnswer) -> None:
    """The outputs that differ on some case are those of the header, no more and no fewer."""
    spec = EXERCISES[answer.exercise]
    right = load(right_answers(answer.exercise)[0])
    module = load(answer.path)
    found: set[str] = set()
    for inputs in cases(spec):
        found |= differing(outputs(spec, module, inputs), outputs(spec, right, inputs))
    assert found == answer.outputs


@pytest.mark.parametrize("answer", WRONG, ids=name)
def test_a_header_points_at_lines_of_code(answer: WrongAnswer) -> None:
    """A sentence and a group of lines for each bug; every line holds code of the answer."""
    text = answer.path.read_text(encoding="utf-8").splitlines()
    assert len(answer.lines) == len(answer.bugs)
    assert all(bug.endswith(".") for bug in answer.bugs)
    for line in frozenset[int]().union(*answer.lines):
        assert text[line - 1].strip()
        assert not text[line - 1].startswith("#")


@pytest.mark.parametrize("answer", WRONG, ids=name)
def test_accepted_codes_are_in_the_catalogue(answer: WrongAnswer) -> None:
    """Each bug has its group of codes, and each code is one of `questions/mistakes.yaml`."""
    assert len(answer.accept) == len(answer.bugs)
    assert frozenset[str]().union(*answer.accept) <= CODES | {"convention"}


@pytest.mark.parametrize("exercise", exercises())
def test_few_answers_raise(exercise: str) -> None:
    """At most two answers to an exercise raise on the general case; the others run."""
    spec = EXERCISES[exercise]
    general = cases(spec)[0]
    modules = [load(answer.path) for answer in wrong_answers(exercise)]
    raised = [m for m in modules if "raised" in outputs(spec, m, copy.deepcopy(general))]
    assert len(raised) <= 2


def test_outputs_are_compared_strictly() -> None:
    """Another shape, a value that is not a number and a missing output all count as wrong."""
    assert close([1.0, 2.0], np.array([1.0, 2.0]))
    assert not close([[1.0, 2.0]], [1.0, 2.0])
    assert not close([1.0, np.nan], [1.0, np.nan])
    assert differing({"a": 1.0}, {"a": 1.0, "b": 2.0}) == {"b"}
