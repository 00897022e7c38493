"""Reading answers by a rubric: what counts as said, denied, doubtful or missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlprep.answer.evidence import is_unsafe
from dlprep.answer.rubric import Reader
from dlprep.model.item import Short
from dlprep.model.rubric import (
    ALMOST,
    Evidence,
    KeyPoint,
    Lexicon,
    Misconception,
    Opposites,
    Reading,
    Sighting,
    Synonyms,
    share,
)
from dlprep.model.text import Text

SAY = Text("为什么？", "Why?")
SATURATES = KeyPoint(
    key="saturates",
    zh="sigmoid 饱和",
    en="the sigmoid saturates",
    weight=2,
    found_by=Evidence(zh=(("sigmoid", "饱和"),), en=(("sigmoid", "saturate"),)),
    contradicted_by=Evidence(en=(("sigmoid", "linear"),)),
)
GRADIENT = KeyPoint(
    key="gradient",
    zh="梯度消失",
    en="gradients vanish",
    found_by=Evidence(zh=(("梯度消失",),)),
)
MITIGATES = KeyPoint(
    key="mitigates",
    zh="ReLU 缓解",
    en="ReLU mitigates it",
    required=False,
    found_by=Evidence(zh=(("ReLU", "缓解"),), en=(("ReLU", "mitigate"),)),
    formula="max(0, x)",
)
ITEM = Short(
    id="x.y",
    leaf="x",
    topic="t",
    difficulty=1,
    frequency=1,
    prompt=SAY,
    explanation=SAY,
    answer=SAY,
    points=(SATURATES, GRADIENT, MITIGATES),
    misconceptions=(
        Misconception(
            key="cures",
            belief=Text("ReLU 根治", "ReLU is a cure"),
            correction=Text("只是缓解", "it only mitigates"),
            found_by=Evidence(en=(("ReLU", "cures"),)),
        ),
    ),
)
LEXICON = Lexicon(
    synonyms=(Synonyms(zh=("梯度消失",), en=("vanishing gradient", "gradients vanish")),),
    opposites=(
        Opposites(
            one=Synonyms(zh=("缓解",), en=("mitigate",)),
            other=Synonyms(zh=("加剧",), en=("worsen",)),
        ),
    ),
)
READER = Reader(ITEM, LEXICON)


def states(text: str) -> dict[str, str]:
    return {seen.point.key: seen.state for seen in READER.read(text).sightings}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("The sigmoid saturates on both sides.", "found", id="said"),
        pytest.param("On both sides there is saturation of the sigmoid.", "found", id="any order"),
        pytest.param("Sigmoid 在两端会饱和。", "found", id="languages mixed"),
        pytest.param("sigmoid 會飽和，所以學得慢。", "found", id="traditional characters"),
        pytest.param("It is the sigmoid, which is flat, that saturats.", "missing", id="too far"),
        pytest.param("The sigmoid does not saturate.", "contradicted", id="denied"),
        pytest.param("The sigmoid doesn't saturate.", "contradicted", id="denied in short"),
        pytest.param("sigmoid 并不会饱和。", "contradicted", id="denied in Chinese"),
        pytest.param("It is not true that the sigmoid saturates.", "contradicted", id="untrue"),
        pytest.param("说 sigmoid 会饱和是错误的。", "contradicted", id="untrue in Chinese"),
        pytest.param("sigmoid 不是不饱和，是很快就平了。", "found", id="denied twice"),
        pytest.param("The sigmoid is not only slow but saturates.", "found", id="not only"),
        pytest.param("ReLU does not saturate, but the sigmoid saturates.", "found", id="another"),
        pytest.param("MSE is not the cause; the sigmoid saturates.", "found", id="other clause"),
        pytest.param("Maybe the sigmoid saturates.", "maybe", id="hedged"),
        pytest.param("Either the sigmoid saturates or it is linear.", "maybe", id="either or"),
        pytest.param("也许 sigmoid 会饱和。", "maybe", id="hedged in Chinese"),
        pytest.param("可能是 sigmoid 饱和，也可能是学习率太大。", "maybe", id="maybe A maybe B"),
        pytest.param("The sigmoid is linear everywhere.", "contradicted", id="contrary"),
        pytest.param("The sigmoid saturates and the sigmoid is linear.", "maybe", id="both"),
        pytest.param("The loss goes down.", "missing", id="something else"),
        pytest.param("", "missing", id="nothing"),
    ],
)
def test_what_is_said_of_a_point(text: str, state: str) -> None:
    """Denial reaches to the end of a phrase, doubt over a sentence, and two denials are none."""
    assert states(text)["saturates"] == state


@pytest.mark.parametrize("text", ["There are vanishing gradients.", "so the gradients vanish"])
def test_synonyms_cross_the_languages(text: str) -> None:
    """An alias stands for all its synonyms of the lexicon, in either language."""
    assert states(text)["gradient"] == "found"


@pytest.mark.parametrize("text", ["ReLU 加剧了这个问题。", "ReLU makes it worse and worsens it."])
def test_the_opposite_contradicts(text: str) -> None:
    """Where the opposite of a term stands in its place, the point is contradicted."""
    assert states(text)["mitigates"] == "contradicted"


def test_a_formula_is_evidence() -> None:
    """The formula of a point counts however it is written, as any side of an equation."""
    assert states("We use $\\max(0, x)$ in it.")["mitigates"] == "found"
    assert states("That is y = (|x| + x)/2 in this case.")["mitigates"] == "found"
    assert states("也就是 max(x, 0)，很简单。")["mitigates"] == "found"
    assert states("It is not max(0, x) but something else.")["mitigates"] == "contradicted"
    assert states("That is y = min(0, x) in this case.")["mitigates"] == "missing"


def test_spans_show_what_was_seen() -> None:
    """Each span is what stands in the answer as it was typed."""
    text = "Deep down, the ＳＩＧＭＯＩＤ saturates."
    seen = READER.read(text).sightings[0]
    assert [text[start:end] for start, end in seen.spans] == ["ＳＩＧＭＯＩＤ", "saturates"]


def test_a_belief_is_named_with_its_correction() -> None:
    """A misconception shows where it is said, and not where it is denied."""
    assert [b.key for b in READER.read("ReLU cures it for good.").misconceptions] == ["cures"]
    assert READER.read("It is wrong to say that ReLU cures it.").misconceptions == ()


LISTS = [
    "sigmoid saturation, vanishing gradient, ReLU, mitigates, max(0, x)",
    "sigmoid 饱和、梯度消失、ReLU 缓解",
    "sigmoid saturate vanishing gradient ReLU mitigate sigmoid saturate",
    "- sigmoid saturates\n- gradients vanish\n- ReLU mitigates\n- max(0, x)\n- cheap",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_terms_is_no_explanation(text: str) -> None:
    """All terms without sentences are never more than maybe."""
    reading = READER.read(text)
    assert not reading.sentences
    assert reading.low == 0
    assert {seen.state for seen in reading.sightings} <= {"maybe", "missing"}


def test_length_counts_for_nothing() -> None:
    """Padding an answer neither adds a point nor takes one away."""
    text = "The sigmoid saturates."
    padded = f"{text} This is what I remember from the lecture. {'It was a long day. ' * 30}"
    assert states(text) == states(padded)


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    """No answer raises, and every span lies within it."""
    for seen in READER.read(text).sightings:
        assert all(0 <= start < end <= len(text) for start, end in seen.spans)


def test_a_hostile_answer_is_read_up_to_a_limit() -> None:
    """Reading stops at a length, so that its work is bounded."""
    assert states("The sigmoid " + "a" * 100_000 + " saturates.")["saturates"] == "missing"


@pytest.mark.parametrize("pattern", ["a+b", "(ab)*", "(a|b){0,9}", "a{0,99}b", r"(a)\1", "a{2,}"])
def test_patterns_that_may_be_slow_are_unsafe(pattern: str) -> None:
    """Whatever repeats without a bound, or repeats a group, is refused."""
    assert is_unsafe(pattern)


@pytest.mark.parametrize("pattern", ["ab?c", "方差.{0,6}大", "a{0,9}b{0,9}c", "(ab|cd)e"])
def test_bounded_patterns_are_safe(pattern: str) -> None:
    """Single characters repeated a few times are all that a rubric needs."""
    assert not is_unsafe(pattern)


def test_a_pattern_is_a_term() -> None:
    """Between slashes stands a regular expression, matched within one clause."""
    point = replace(SATURATES, found_by=Evidence(zh=(("/sigmoid.{0,9}饱和/",),)))
    reader = Reader(replace(ITEM, points=(point,)), LEXICON)
    assert reader.read("所以 sigmoid 两边都会饱和。").sightings[0].state == "found"
    assert reader.read("我们看 sigmoid，它会饱和。").sightings[0].state == "missing"


def test_even_denied_evidence_counts_where_a_rubric_says_so() -> None:
    """A question that asks what not to do is answered by denials."""
    wanted = replace(SATURATES.found_by, even_denied=True)
    reader = Reader(replace(ITEM, points=(replace(SATURATES, found_by=wanted),)), LEXICON)
    assert reader.read("A sigmoid should not saturate.").sightings[0].state == "found"


def test_the_range_of_a_reading() -> None:
    """From what was found for sure to what is there if all doubts are dispelled."""
    seen = [
        Sighting(point=SATURATES, state="found"),
        Sighting(point=GRADIENT, state="maybe"),
        Sighting(point=MITIGATES, state="missing"),
    ]
    reading = Reading(sightings=tuple(seen))
    assert (reading.low, reading.high) == (pytest.approx(2 / 3), 1.0)


def test_a_bonus_never_stands_for_a_required_point() -> None:
    """A bonus adds its weight, but full credit takes every required point."""
    points = (SATURATES, GRADIENT, MITIGATES)
    assert share({"saturates": "yes", "gradient": "no", "mitigates": "yes"}, points) == ALMOST
    assert share({"saturates": "yes", "gradient": "yes", "mitigates": "no"}, points) == 1
    assert share({"saturates": "half", "gradient": "no", "mitigates": "no"}, points) == 1 / 3
