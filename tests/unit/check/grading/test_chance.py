"""Outputs that depend on chance are judged by what must hold of them over many runs."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from dlprep.bank.index import Bank
from dlprep.bank.locate import Roots
from dlprep.check.grading.chance import ALPHA, RUNS, likely, likely_squares
from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.prove import Trusted, prove
from dlprep.check.running.program import Program
from dlprep.model.exercise import Property
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.report import ExerciseReport

BANK = Path(__file__).parents[3] / "data" / "chance_bank"
SOLUTIONS = BANK / "solutions"
KEPT = "mask = (np.random.rand(*x.shape) >= p) / (1 - p)"
DRAWN = "weights = np.random.randn(D, H) * np.sqrt(2 / D)"
CLASSES = 'np.searchsorted(edges, np.random.rand(n), side="right"), len(q) - 1)'


@pytest.fixture(autouse=True)
def known_chance() -> None:
    """Programs of these tests draw from NumPy's own state, which is the same in every run."""
    np.random.seed(11)  # noqa: NPY002 - it is what the programs use


@cache
def exercise(name: str) -> Code:
    """An exercise of the small bank."""
    with_own = Roots(BANK / "questions", SOLUTIONS)
    item = Bank.open(with_own, None).item(f"code.{name.replace('_', '-')}")
    assert isinstance(item, Code)
    return item


def judged(name: str, old: str = "", new: str = "") -> ExerciseReport:
    """The report on a solution with a piece of its text replaced."""
    path = SOLUTIONS / f"{name}.py"
    source = path.read_text(encoding="utf-8")
    assert old in source
    code = exercise(name)
    task = Task(code, path, {each.name: each.name for each in code.functions})
    program = Program(source.replace(old, new, 1), "answer.py")
    return Trying(Material(task, seed=3), Trusted(program)).report()


def said(report: ExerciseReport) -> dict[str, Message]:
    """Of each output that is wrong by chance what is said in its first wrong case."""
    found: dict[str, Message] = {}
    for case in (case for function in report.functions for case in function.cases):
        for output in case.outputs:
            if output.message is not None:
                found.setdefault(output.name, output.message)
    return found


@pytest.mark.parametrize("name", ["dropout_test", "he_init_test", "sample_test"])
def test_a_right_program_passes_whatever_it_draws(name: str) -> None:
    """Its numbers are never those of the solution; every case and every function passes."""
    report = judged(name)
    verdicts = {case.verdict for function in report.functions for case in function.cases}
    assert (report.verdict, verdicts) == ("passed", {"passed"})


@pytest.mark.parametrize("name", ["dropout_test", "he_init_test", "sample_test"])
def test_an_exercise_proves_itself(name: str) -> None:
    """The solution passes, the starter fails, every written mistake is rejected."""
    assert prove(exercise(name), SOLUTIONS / f"{name}.py", seed=5) == []


WRONG = [
    (KEPT, KEPT.replace(">=", "<"), "rate-swapped", "0.3", "rate-swapped"),
    (KEPT, KEPT.replace(">= p", ">= p / 2"), "rate", "0.3", None),
    (KEPT, KEPT.replace(" / (1 - p)", " * 1.0"), "scale", "1.429", "scale-missing"),
    (KEPT, KEPT.replace(" / (1 - p)", " * 1.2"), "scale", "1.429", None),
    (KEPT, KEPT + " ** 2", "scale", "1.429", "scale-twice"),
    (KEPT, KEPT + " * (1 + np.random.rand(*x.shape))", "no-one-scale", "1.429", None),
    ("return dout * cache", "return dout * (cache != 0)", "scale", "1.429", "backward-unscaled"),
    (DRAWN, DRAWN.replace("2 / D", "2 / H"), "std", "0.4472", "fan-out"),
    (DRAWN, DRAWN.replace("2 / D", "1 / D"), "std", "0.4472", "xavier"),
    (DRAWN, DRAWN.replace("2 / D", "3 / D"), "std", "0.4472", None),
    (DRAWN, DRAWN + " + 0.1", "mean", "0", None),
]


@pytest.mark.parametrize(("old", "new", "code", "expected", "mistake"), WRONG)
def test_the_property_is_told_with_both_numbers(
    old: str, new: str, code: str, expected: str, mistake: str | None
) -> None:
    """What was measured and what is expected; a written mistake is named where it fails in every
    case by the same property with the same number, and nothing else is called by its name."""
    report = judged("he_init_test" if old == DRAWN else "dropout_test", old, new)
    (message,) = said(report).values()
    assert (message.code, message.values["expected"]) == (f"chance.{code}", expected)
    assert message.values["got"] != expected
    (wrong,) = (each for each in report.functions if each.verdict != "passed")
    named = [each.code for each in wrong.mistakes]
    assert (wrong.verdict, named, wrong.unexplained) == (
        "wrong",
        [mistake] if mistake else [],
        False,
    )


def test_a_mask_drawn_anew_is_told_from_that_of_the_forward_pass() -> None:
    """Rate and scale of the backward pass are right; its zeros are elsewhere."""
    anew = "return dout * (np.random.rand(*dout.shape) >= (cache == 0).mean()) * cache.max()"
    message = said(judged("dropout_test", "return dout * cache", anew))["dx"]
    assert (message.code, message.values["mask"]) == ("chance.other-mask", "out")
    assert 0.3 < float(str(message.values["got"])) < 0.55  # 2·0.3·0.7 = 0.42


def test_scaling_at_test_time_is_a_wrong_value() -> None:
    """Nothing depends on chance there: the output is compared as ever."""
    report = judged("dropout_test", "return x.copy(), None", "return x * (1 - p), None")
    cases = {case.label.en: case.verdict for case in report.functions[0].cases}
    assert cases.pop("test mode") == "wrong"
    assert set(cases.values()) == {"passed"}


REPEATED = [
    (KEPT, KEPT.replace("random.rand", "random.RandomState(0).rand"), "every-run"),
    (KEPT, KEPT.replace("*x.shape", "x.shape[1]") + " * np.ones(x.shape)", "one-for-axis"),
    (KEPT, KEPT.replace("*x.shape", "len(x), 1") + " * np.ones(x.shape)", "one-for-axis"),
]


@pytest.mark.parametrize(("old", "new", "code"), REPEATED, ids=["run", "row", "column"])
def test_masks_are_fresh_and_drawn_entry_by_entry(old: str, new: str, code: str) -> None:
    """The same mask in every run, or one for all rows or columns, has the right rate."""
    assert said(judged("dropout_test", old, new))["out"].code == f"chance.{code}"


def test_weights_are_drawn_entry_by_entry() -> None:
    """Equal columns have the right moments and would stay equal for ever."""
    equal = DRAWN.replace("randn(D, H)", "randn(D, 1)") + " * np.ones((D, H))"
    message = said(judged("he_init_test", DRAWN, equal))["layer.W"]
    assert (message.code, message.values["axis"]) == ("chance.one-for-axis", 1)


def test_draws_are_independent() -> None:
    """One draw repeated n times."""
    once = CLASSES.replace("np.random.rand(n)", "np.full(n, np.random.rand())")
    assert said(judged("sample_test", CLASSES, once))["draws"].code == "chance.one-for-axis"


def test_wrong_frequencies_are_told_for_the_first_class_that_shows_it() -> None:
    """Drawing uniformly ignores the weights."""
    uniform = "np.random.randint(0, len(q), n), len(q) - 1)"
    message = said(judged("sample_test", CLASSES, uniform))["draws"]
    assert message.code == "chance.frequency"
    assert abs(float(str(message.values["got"])) - 0.25) < 0.03


def test_what_is_no_class_is_told() -> None:
    """Classes are numbered from 0."""
    message = said(judged("sample_test", CLASSES, CLASSES + " + 1"))["draws"]
    assert message == Message("chance.no-class", {"output": "draws", "got": "4", "last": 3})


def test_what_follows_a_wrong_forward_pass_is_not_judged() -> None:
    """The backward pass uses the cache of a pass that is wrong; where p = 0 both are right."""
    report = judged("dropout_test", KEPT, KEPT.replace(" / (1 - p)", " * 1.0"))
    backward = {case.label.en: case.verdict for case in report.functions[1].cases}
    assert backward["p=0.3"] == "not-judged"
    assert backward["p=0"] == "passed"


def test_a_crash_in_a_later_run_counts() -> None:
    """A program that fails once in a while is wrong."""
    sometimes = KEPT + "\n    if mask.flat[0] == 0: raise ValueError('now and then')"
    report = judged("dropout_test", KEPT, sometimes)
    assert report.functions[0].verdict == "crash"


def test_a_property_of_nothing_is_refused() -> None:
    """A name that no case gives would never be judged."""
    code = exercise("dropout_test")
    more = (*code.properties, Property(of="oout", is_="moments"))
    (message,) = prove(replace(code, properties=more), SOLUTIONS / "dropout_test.py", seed=1)
    assert message.code == "prove.property-unused"
    assert message.values == {"names": ["oout"]}


def test_an_unknown_input_is_refused() -> None:
    """Lint says which name it is."""
    code = exercise("dropout_test")
    (first, second) = code.properties
    changed = replace(code, properties=(replace(first, input="xx"), second))
    (message,) = prove(changed, SOLUTIONS / "dropout_test.py", seed=1)
    assert (message.code, message.values) == ("check.no-such-output", {"name": "xx"})


def binomial(count: int, rate: float) -> list[float]:
    logs = [math.lgamma(count + 1) - math.lgamma(k + 1) - math.lgamma(count - k + 1)
            + k * math.log(rate) + (count - k) * math.log(1 - rate)
            for k in range(count + 1)]  # fmt: skip
    return [math.exp(each) for each in logs]


@pytest.mark.parametrize("rate", [0.01, 0.1, 0.3, 0.5, 0.95])
@pytest.mark.parametrize("count", [1, 20, 300, 2000])
def test_a_right_share_is_rejected_less_than_once_in_a_million_times(
    rate: float, count: int
) -> None:
    """The exact probability of the shares that are refused, summed over the binomial."""
    chances = binomial(count, rate)
    refused = sum(chances[k] for k in range(count + 1) if not likely(k / count, rate, count))
    assert refused < ALPHA


def above(count: int, bound: float) -> float:
    """P(χ² > bound) for an even number of degrees of freedom, as a sum of Poisson terms."""
    half = bound / 2
    terms = (-half + k * math.log(half) - math.lgamma(k + 1) for k in range(count // 2))
    return math.fsum(math.exp(each) for each in terms)


@pytest.mark.parametrize("count", [20, 200, 2000, 20_000])
def test_a_right_variance_is_rejected_less_than_once_in_a_million_times(count: int) -> None:
    """The exact tails of χ² beyond the bounds."""
    low, high = likely_squares(count)
    below = 1 - above(count, count * low) if low > 0 else 0.0
    assert above(count, count * high) + below < ALPHA


def test_the_bounds_are_narrow_enough_to_tell() -> None:
    """With 20 runs of 300 entries a rate of 0.35 is not 0.3 and a deviation 10 % off is seen."""
    count = RUNS * 300
    assert not likely(0.35, 0.3, count)
    low, high = likely_squares(count)
    assert 0.9**2 < low < 1 < high < 1.1**2
