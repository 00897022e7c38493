"""When a value counts as the reference's."""

from __future__ import annotations

import numpy as np
import pytest

from dlprep.check.grading.compare import Closeness, compare
from dlprep.model.item import Tolerance
from dlprep.model.report import OutputResult
from dlprep.sandbox.frames import Foreign, Value

CLOSE = Closeness(Tolerance(rel=1e-7, abs=1e-10))
ONES = np.ones((2, 3))


def only(expected: Value, got: Value, close: Closeness = CLOSE) -> OutputResult:
    (result,) = compare("y", expected, got, close)
    return result


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        pytest.param(ONES, ONES * (1 + 1e-9), id="within the tolerance"),
        pytest.param(np.array([1e6, 0.0]), np.array([1e6, 1e-2]), id="scaled to the largest entry"),
        pytest.param(2.0, np.array(2.0), id="a number and a 0-d array"),
        pytest.param(2.0, 2, id="an integer that is the number"),
        pytest.param(
            ONES, ONES.astype(np.float32) * np.float32(1 + 1e-6), id="float32 is allowed for"
        ),
        pytest.param(
            np.array([np.inf, np.nan]), np.array([np.inf, np.nan]), id="the same infinities"
        ),
        pytest.param(np.array([1, 2]), np.array([1.0, 2.0]), id="whole floats for integers"),
        pytest.param(np.array([True, False]), np.array([1, 0]), id="0 and 1 for booleans"),
        pytest.param("train", "train", id="text"),
        pytest.param(None, None, id="None"),
        pytest.param(np.zeros((0, 3)), np.zeros((0, 3)), id="nothing at all"),
    ],
)
def test_right_values_pass(expected: Value, got: Value) -> None:
    """An equal value is accepted in every reasonable form."""
    assert only(expected, got).verdict == "passed"


@pytest.mark.parametrize(
    ("expected", "got", "verdict"),
    [
        pytest.param(ONES, ONES * (1 + 1e-5), "wrong", id="outside the tolerance"),
        pytest.param(ONES, ONES.T, "shape", id="transposed"),
        pytest.param(2.0, np.array([2.0]), "shape", id="a number in a list of one"),
        pytest.param(ONES, np.array(1.0), "shape", id="no broadcasting"),
        pytest.param(ONES, None, "dtype", id="None"),
        pytest.param(ONES, [[1, 1, 1]] * 2, "dtype", id="a list"),
        pytest.param(ONES, "ones", "dtype", id="text"),
        pytest.param(ONES, Foreign("Tensor"), "dtype", id="a foreign type"),
        pytest.param(Foreign("Tensor"), ONES, "dtype", id="numbers where a wrong form has none"),
        pytest.param(ONES, ONES + 0j, "dtype", id="complex"),
        pytest.param(ONES, ONES.astype(np.float16), "dtype", id="half precision"),
        pytest.param(np.array([0.7, 1.9]), np.array([0, 1]), "dtype", id="fractions cut off"),
        pytest.param(ONES, ONES * np.nan, "not-finite", id="NaN"),
        pytest.param(ONES, ONES * np.inf, "not-finite", id="infinity"),
        pytest.param(np.array([np.inf]), np.array([-np.inf]), "wrong", id="the other infinity"),
        pytest.param("train", "test", "wrong", id="other text"),
        pytest.param(None, ONES, "wrong", id="something for nothing"),
    ],
)
def test_wrong_values_say_how(expected: Value, got: Value, verdict: str) -> None:
    """Type, shape, finiteness and value are told apart."""
    assert only(expected, got).verdict == verdict


def test_the_worst_entries_come_first() -> None:
    """Three entries at most, the one farthest off first, each with both numbers."""
    got = ONES.copy()
    got[0, 1], got[1, 2], got[1, 0], got[0, 0] = 3, np.nan, 1.5, 1.1
    worst = only(ONES, got).worst
    assert [entry.index for entry in worst] == [(1, 2), (0, 1), (1, 0)]
    assert (worst[1].yours, worst[1].expected) == (3.0, 1.0)


def test_a_dictionary_is_compared_entry_by_entry() -> None:
    """Each entry is an output of its own; missing and extra keys are named."""
    results = {
        each.name: each for each in compare("g", {"w": 1.0, "b": 2.0}, {"w": 1.0, "c": 2.0}, CLOSE)
    }
    assert results["g.w"].verdict == "passed"
    assert results["g.b"].message is not None
    assert results["g.b"].message.code == "check.absent"
    assert results["g"].message is not None
    assert results["g"].message.values == {"keys": ["c"]}


def test_a_series_must_have_its_length() -> None:
    """Lists and tuples stand for one another, with the same number of parts."""
    assert [each.verdict for each in compare("y", (1.0, 2.0), [1.0, 3.0], CLOSE)] == [
        "passed",
        "wrong",
    ]
    assert only((1.0, 2.0), (1.0,)).message is not None


def test_float32_cases_have_float32_tolerance() -> None:
    """A case in single precision is judged by single precision."""
    single = Closeness(CLOSE.tolerance, single=True)
    assert only(ONES, ONES * (1 + 1e-5), single).verdict == "passed"
    assert only(ONES, ONES * (1 + 1e-3), single).verdict == "wrong"


def test_a_judge_may_allow_another_sign() -> None:
    """Where the exercise says so, a column may point the other way; elsewhere that is wrong."""
    expected, turned = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[-1.0, 2.0], [-3.0, 4.0]])
    by_judge = {
        judge: next(compare("v", expected, turned, Closeness(Tolerance(), judge=judge))).verdict
        for judge in ("values", "up-to-sign")
    }
    assert by_judge == {"values": "wrong", "up-to-sign": "passed"}


def test_what_a_wrong_form_cannot_send_is_like_its_own_kind_alone() -> None:
    """A wrong form may give a value that does not travel; no array is the same."""
    strange = Foreign("function")
    assert only(strange, Foreign("function")).verdict == "passed"
    assert only(strange, Foreign("module")).verdict == "dtype"
    assert only(strange, ONES).verdict == "dtype"
