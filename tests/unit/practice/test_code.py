"""Sittings as a person has them: one clock at a time, nothing lost, undo as if it had not been."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.bank.index import Bank
from dlprep.model.catalog import CodeHeader
from dlprep.model.event import Moment
from dlprep.model.message import DlprepError
from dlprep.model.report import (
    CheckReport,
    ExerciseReport,
    FunctionReport,
    NamedMistake,
    Pace,
    Verdict,
)
from dlprep.model.sitting import Reading, Sitting, Timed
from dlprep.model.text import Text
from dlprep.practice.code import Coding
from dlprep.practice.code_drill import draw, timed_set
from dlprep.practice.exam import open_sittings, sealed
from dlprep.practice.exchange import merge
from dlprep.practice.stats import gather
from dlprep.store.store import Store
from dlprep.view.pen import Pen
from dlprep.view.stats import stats_lines

DAY = 20_000
RELU, CONV = "code.relu-fb", "code.conv2d-naive"
MINUTE = 60_000


class Machine:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.at_ms, self.asleep_ms, self.boot = DAY * 86_400_000, 0, "one"

    def now(self) -> Moment:
        return Moment(at_ms=self.at_ms, tz_min=0, day=DAY)

    def read(self, moment: Moment) -> Reading:
        return Reading(at_ms=moment.at_ms, mono_ms=moment.at_ms - self.asleep_ms, boot=self.boot)

    def work(self, minutes: float) -> None:
        self.at_ms += round(minutes * MINUTE)

    def sleep(self, minutes: float) -> None:
        self.work(minutes)
        self.asleep_ms += round(minutes * MINUTE)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "p.sqlite3") as opened:
        yield opened


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def coding(bank: Bank, store: Store, machine: Machine) -> Coding:
    return Coding(bank, store, machine.now, machine.read)


def begun(coding: Coding, exercise: str = RELU, **how: bool) -> Timed:
    return coding.start(coding.exercise(exercise), f"/w/{exercise}.py", **how).timed


def report(exercise: str, verdict: Verdict, *mistakes: str) -> CheckReport:
    named = tuple(
        NamedMistake(code=code, confidence="confirmed", output="dx", text=Text("", ""))
        for code in mistakes
    )
    function = FunctionReport(name="f", verdict=verdict, cases=(), mistakes=named)
    one = ExerciseReport(
        id=exercise, verdict=verdict, functions=(function,), time_ms=1.0, reference_time_ms=1.0
    )
    return CheckReport(file="a.py", seed=1, isolation="L3", exercises=(one,))


def hand_in(coding: Coding, verdict: Verdict = "passed", exercise: str = RELU) -> Timed:
    sitting = coding.current(exercise).sitting
    return coding.hand_in(sitting, [report(exercise, verdict)], {exercise: 1})


def minutes(timed: Timed) -> float:
    return timed.worked.ms / MINUTE


def said(problem: pytest.ExceptionInfo[DlprepError]) -> str:
    return problem.value.messages[0].code


def test_the_clock_runs_on_without_a_process(coding: Coding, machine: Machine) -> None:
    """Nothing but the log is needed to know the time; sleep does not count."""
    begun(coding)
    machine.work(4)
    machine.sleep(600)
    timed = coding.current(None)
    assert (timed.sitting.exercise, minutes(timed), timed.left_ms) == (RELU, 4, -1 * MINUTE)


def test_an_id_may_lack_its_first_part(coding: Coding) -> None:
    """People type `relu-fb`; what is no exercise is said to be none."""
    assert coding.exercise("relu-fb").id == coding.exercise(RELU).id == RELU
    with pytest.raises(DlprepError) as problem:
        coding.exercise("der.softmax-ce-gradient")
    assert said(problem) == "code.other-kind"


def test_a_mistyped_exercise_is_told_those_like_it(coding: Coding) -> None:
    """Whose id holds what was typed, or else looks like it."""
    for name, near in (("conv2d", "conv2d-naive"), ("code.lstm-stpe-fb", "lstm-step-fb")):
        with pytest.raises(DlprepError) as problem:
            coding.exercise(name)
        assert said(problem) == "code.no-such-id"
        assert near in problem.value.messages[0].values["near"]  # type: ignore[operator]
    with pytest.raises(DlprepError) as problem:
        coding.exercise("zzzz")
    assert said(problem) == "code.no-id"


def test_two_exercises_at_once(coding: Coding, machine: Machine) -> None:
    """Whoever begins another pauses the one before; both can be handed in by name."""
    begun(coding)
    machine.work(2)
    turned = coding.start(coding.exercise(CONV), "/w/conv.py")
    assert turned.paused is not None
    assert (turned.paused.sitting.exercise, minutes(turned.paused)) == (RELU, 2)
    machine.work(5)
    assert [each.sitting.exercise for each in coding.open()] == [CONV, RELU]
    assert minutes(coding.current(RELU)) == 2
    assert hand_in(coding, exercise=RELU).sitting.state == "passed"
    assert coding.current(None).sitting.exercise == CONV


def test_going_on_with_one_pauses_the_other(coding: Coding, machine: Machine) -> None:
    """There is one clock that runs."""
    begun(coding)
    begun(coding, CONV)
    machine.work(3)
    turned = coding.resume("relu-fb")
    assert turned.paused is not None
    assert turned.paused.sitting.exercise == CONV
    states = {each.sitting.exercise: each.sitting.state for each in coding.open()}
    assert states == {RELU: "running", CONV: "paused"}


def test_a_second_pause_or_resume_changes_nothing(
    coding: Coding, store: Store, machine: Machine
) -> None:
    """Two terminals may both ask for it; the log is written once."""
    begun(coding)
    assert coding.resume(None).event is None
    assert coding.pause(None).event is not None
    machine.work(5)
    again = coding.pause(None)
    assert (again.event, minutes(again.timed)) == (None, 0)
    assert len(list(store.events({"clock"}))) == 2


def test_the_undo_of_a_stop_is_as_if_it_had_not_been(coding: Coding, machine: Machine) -> None:
    """The clock has run all the while; `resume` instead leaves out what lay between."""
    begun(coding)
    machine.work(2)
    coding.stop(None)
    machine.work(1)
    undone = coding.undo()
    assert undone.action == "stop"
    assert undone.timed is not None
    assert (undone.timed.sitting.state, minutes(undone.timed)) == ("running", 3)
    coding.stop(None)
    machine.work(50)
    assert minutes(coding.resume(None).timed) == 3


def test_the_undo_of_a_start_lets_the_other_clock_run_on(coding: Coding, machine: Machine) -> None:
    """A start that paused another exercise is taken back with that pause."""
    begun(coding)
    machine.work(2)
    begun(coding, CONV)
    machine.work(1)
    undone = coding.undo()
    assert (undone.action, undone.exercise, undone.timed) == ("start", CONV, None)
    (timed,) = coding.open()
    assert (timed.sitting.exercise, timed.sitting.state, minutes(timed)) == (RELU, "running", 3)


def test_undo_goes_back_turn_by_turn_and_ends(coding: Coding) -> None:
    """Until nothing is left; what passed stays passed."""
    begun(coding)
    coding.pause(None)
    assert [coding.undo().action, coding.undo().action] == ["pause", "start"]
    with pytest.raises(DlprepError) as problem:
        coding.undo()
    assert said(problem) == "code.nothing-undone"
    begun(coding)
    hand_in(coding)
    with pytest.raises(DlprepError) as problem:
        coding.undo()
    assert said(problem) == "code.undo-passed"


def test_what_is_not_there_is_said_so(coding: Coding) -> None:
    """Each with the command that helps."""
    for ask, code in (
        (lambda: coding.current(None), "code.none-open"),
        (lambda: coding.current("relu-fb"), "code.not-open"),
        (lambda: coding.resume(None), "code.none-to-resume"),
        (lambda: coding.resume("relu-fb"), "code.not-begun"),
    ):
        with pytest.raises(DlprepError) as problem:
            ask()
        assert said(problem) == code
    begun(coding)
    hand_in(coding)
    with pytest.raises(DlprepError) as problem:
        coding.resume("relu-fb")
    assert said(problem) == "code.resume-passed"


def test_a_wrong_submission_leaves_the_clock_running(coding: Coding, machine: Machine) -> None:
    """It is counted; a right one ends the sitting and is weighed against those before."""
    begun(coding)
    machine.work(2)
    wrong = hand_in(coding, "wrong")
    assert (wrong.sitting.state, wrong.sitting.checks) == ("running", 1)
    machine.work(1)
    right = hand_in(coding)
    assert (right.sitting.state, right.sitting.checks, minutes(right)) == ("passed", 2, 3)
    assert right.best_ms is None
    begun(coding)
    machine.work(2)
    better = hand_in(coding)
    assert (better.best_ms, better.passed, minutes(better)) == (3 * MINUTE, 1, 2)


def test_a_time_that_had_to_be_guessed_is_no_record(coding: Coding, machine: Machine) -> None:
    """Neither is that of a clock that was forgotten."""
    begun(coding)
    machine.boot = "two"
    machine.work(1)
    guessed = hand_in(coding)
    assert (guessed.worked.guessed, guessed.sitting.is_record) == (True, False)
    begun(coding)
    machine.work(2 * 24 * 60)
    forgotten = hand_in(coding)
    assert (minutes(forgotten), forgotten.worked.capped) == (180, True)
    begun(coding)
    assert coding.current(None).best_ms is None


@pytest.mark.parametrize(("took", "rating"), [(1, 4), (2, 3), (7, 2)])
def test_the_review_weighs_the_time_against_the_target(
    coding: Coding, store: Store, machine: Machine, took: float, rating: int
) -> None:
    """The target is 3 minutes: under half is easy, over twice is hard; the source is `code`."""
    begun(coding)
    machine.work(took)
    hand_in(coding)
    (review,) = store.events({"review"})
    assert (review.subject, review.rating, review.source) == (f"{RELU}#code", rating, "code")
    (check,) = store.events({"check"})
    assert (check.source, check.ms) == ("code", took * MINUTE)
    assert review.payload["by"] == check.id


def test_statistics_show_the_best_time_and_the_running_time(
    coding: Coding, store: Store, machine: Machine, bank: Bank
) -> None:
    """By the clock where one ran, and on the larger input where that was measured."""
    begun(coding)
    machine.work(2)
    sitting = coding.current(None).sitting
    found = report(RELU, "passed")
    pace = Pace(sizes={"N": 64}, yours_ms=3.0, references={"solution": 2.0, "loops": 30.0})
    measured = replace(found, exercises=(replace(found.exercises[0], pace=pace),))
    coding.hand_in(sitting, [measured], {RELU: 1})
    stats = gather(bank, store, DAY)
    (row,) = stats.exercises
    assert (row.timed, row.best_ms, row.target_min) == (1, 2 * MINUTE, 3)
    assert (row.run_ms, row.reference_ms) == (3.0, 2.0)
    for lang, said in (("en", "best 2:00 of 3 min"), ("zh", "最快 2:00（目标 3 分钟）")):
        lines = "\n".join(line.plain for line in stats_lines(Pen(lang, 80), stats))
        assert said in lines
        assert "1.5" in lines


def test_a_guessed_time_is_not_held_against_anybody(
    coding: Coding, store: Store, machine: Machine
) -> None:
    """A clock that was forgotten for days makes no exercise hard."""
    begun(coding)
    machine.work(2 * 24 * 60)
    hand_in(coding)
    (review,) = store.events({"review"})
    assert review.rating == 3


def test_a_clock_that_was_stopped_elsewhere_leaves_a_plain_check(
    coding: Coding, store: Store
) -> None:
    """The submission began before; what came of it is kept, and no clock is turned."""
    sitting = begun(coding).sitting
    coding.stop(None)
    after = coding.hand_in(sitting, [report(RELU, "passed")], {RELU: 1})
    assert after.sitting.state == "stopped"
    assert [each.kind for each in store.events({"clock", "check"})] == ["clock", "clock", "check"]


def test_a_start_that_was_taken_back_elsewhere_leaves_a_plain_check(coding: Coding) -> None:
    """While the file was being judged."""
    sitting = begun(coding).sitting
    coding.undo()
    after = coding.hand_in(sitting, [report(RELU, "passed")], {RELU: 1})
    assert after.sitting.state == "stopped"
    assert coding.history(RELU) == ()


def test_the_log_of_another_machine_brings_its_sittings(
    coding: Coding, store: Store, machine: Machine, bank: Bank, tmp_path: Path
) -> None:
    """Exported and merged it gives the same history, twice as once."""
    import json
    from dataclasses import asdict

    begun(coding)
    machine.work(2)
    hand_in(coding)
    begun(coding, CONV, exam=True)
    lines = [json.dumps(asdict(event)) for event in store.events()]
    with Store.open(tmp_path / "other.sqlite3") as other:
        merge(other, lines, "log")
        assert merge(other, lines, "log").added == 0
        elsewhere = Coding(bank, other, machine.now, machine.read)
        assert elsewhere.histories() == coding.histories()
        assert elsewhere.current(None).sitting.exam


def test_an_exam_seals_what_names_a_mistake(coding: Coding, store: Store) -> None:
    """Only of the exercise that is sat, and only while it is."""
    found = (report(RELU, "wrong", "mean-missing"), report(CONV, "wrong", "mean-missing"))
    begun(coding, exam=True)
    exams = frozenset(open_sittings(store, [RELU, CONV]))
    assert exams == {RELU}
    one, other = (each.exercises[0].functions[0] for each in sealed(found, exams))
    assert (one.mistakes, one.verdict) == ((), "wrong")
    assert len(other.mistakes) == 1
    coding.stop(None)
    assert open_sittings(store, [RELU, CONV]) == {}


def header(name: str, level: int, topic: str = "cnn-forward") -> CodeHeader:
    return CodeHeader(id=name, leaf="cnn", difficulty=level, minutes=10, drill=topic)


def passed(exercise: str, ended_ms: int) -> tuple[Sitting, ...]:
    return (
        Sitting(exercise=exercise, id="e", began_ms=0, file="f", state="passed", ended_ms=ended_ms),
    )


def test_a_drill_draws_what_never_passed_then_what_passed_longest_ago() -> None:
    """By chance only among equals."""
    found = [header("a", 2), header("b", 2), header("c", 3)]
    rng = random.Random(1)
    drawn = {draw(found, {"a": passed("a", 9)}, rng).id for _ in range(40)}
    assert drawn == {"b", "c"}
    known = {name: passed(name, ms) for name, ms in (("a", 9), ("b", 5), ("c", 7))}
    assert draw(found, known, rng).id == "b"
    assert draw(found, known, rng, level=3).id == "c"
    with pytest.raises(DlprepError) as problem:
        draw(found, known, rng, level=5)
    assert said(problem) == "code.no-level"
    assert problem.value.messages[0].values["levels"] == ["2", "3"]


def test_the_timed_set_is_what_the_bank_tags(bank: Bank) -> None:
    """By topic, whose beginning will do; an unknown one is told the topics there are."""
    every = timed_set(bank)
    topics = {"cnn-forward", "rnn-forward", "lstm-forward", "attention-forward"}
    assert topics | {"conv-backward", "bptt"} <= {each.drill for each in every}
    assert {each.drill for each in timed_set(bank, "CNN")} == {"cnn-forward"}
    with pytest.raises(DlprepError) as problem:
        timed_set(bank, "transformer")
    assert said(problem) == "code.no-drill"
