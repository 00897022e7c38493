"""Outputs that depend on chance: what must hold of them over many runs of a case.

Every test below rejects a right program with a probability under `ALPHA`, by bounds that hold for
any number n of entries, not by the normal approximation:

- a share p of n independent entries: P(n·KL(share ‖ p) ≥ t) ≤ 2·exp(-t) (Chernoff);
- the mean of n entries with deviation σ: P(|mean - μ| ≥ σ·√(2t/n)) ≤ 2·exp(-t), for normal entries
  and for uniform ones, whose tails are lighter;
- their mean square about μ: P(n·s²/σ² ≥ n + 2√(nt) + 2t) ≤ exp(-t) and
  P(n·s²/σ² ≤ n - 2√(nt)) ≤ exp(-t) (Laurent and Massart 2000, lemma 1), for both again;
- equal entries in n independent pairs: at most (probability of the likeliest value)ⁿ.

So t = ln(2/`ALPHA`), and an agreement is held against a program only where it is as unlikely.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

import numpy as np

from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.facts import leaf
from dlprep.check.grading.grade import Trial
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs
from dlprep.expr.scalar import evaluate
from dlprep.formula.reader import read_expression
from dlprep.model.exercise import Property
from dlprep.model.message import Message, fault
from dlprep.model.report import OutputResult
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Value

ALPHA = 1e-6
RUNS = 20  # of a case with outputs that depend on chance
UNLIKELY = math.log(2 / ALPHA)


@dataclass(frozen=True, slots=True)
class Sample:
    """The results of some runs of a case; `given` holds its inputs and the solution's results."""

    drawn: Drawn
    given: Mapping[str, Value]
    runs: Sequence[Mapping[str, Value]]
    close: Closeness

    def results(self, path: str) -> Array:
        """An output of all runs, stacked along a first axis; raises a fault if it is no array."""
        found = [leaf(run, path) for run in self.runs]
        if not all(isinstance(each, (int, float, np.ndarray)) for each in found):
            raise fault("check.no-such-output", name=path)
        return np.stack([np.asarray(each, dtype=np.float64) for each in found])

    def array(self, path: str) -> Array:
        """An input or a result of the solution; raises a fault if it is no array."""
        found = leaf({**self.given}, path)
        if not isinstance(found, (int, float, np.ndarray)):
            raise fault("check.no-such-output", name=path)
        return np.asarray(found, dtype=np.float64)

    def number(self, expression: str) -> float:
        """What an expression in sizes and numbers among the inputs says."""
        names = dict(_numbers(self.drawn.inputs))
        return float(evaluate(read_expression(expression, names), names))


def _numbers(values: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _numbers(value)
        elif isinstance(value, (int, float)):
            yield name, float(value)


def properties_by(properties: Sequence[Property], asked: str | None) -> Sequence[Property]:
    """Those that must hold by a convention; where it does not change them, the exercise's own."""
    of_it = [each for each in properties if each.by and each.by == asked]
    return of_it or [each for each in properties if not each.by]


def held(
    properties: Sequence[Property], trials: Sequence[Trial], close: Closeness
) -> dict[str, OutputResult]:
    """What is said of each output that depends on chance, from runs graded by form alone; an
    output that lacks its form in some run is left out."""
    sound = set.intersection(*(_sound(each) for each in trials))
    given = {**trials[0].drawn.inputs, **_outputs(trials[0].reference)}
    runs = [_outputs(each.learner) for each in trials]
    sample = Sample(trials[0].drawn, given, runs, close)
    judged: dict[str, OutputResult] = {}
    for each in properties:
        before = judged.get(each.of)
        if {each.of, each.mask or each.of} <= sound and (
            before is None or before.verdict == "passed"
        ):
            judged[each.of] = _result(each, sample)
    return judged


def _sound(trial: Trial) -> set[str]:
    outputs = [output for one in trial.grades for output in one.outputs]
    return {each.name for each in outputs if each.verdict == "passed"}


def _outputs(runs: Runs) -> dict[str, Value]:
    return {name: value for each in runs for name, value in each.outputs.items()}


def _result(what: Property, sample: Sample) -> OutputResult:
    message = next(_broken(what, sample), None)
    return OutputResult(
        name=what.of, verdict="passed" if message is None else "wrong", message=message
    )


def _broken(what: Property, sample: Sample) -> Iterator[Message]:
    """What does not hold of an output, the plainest first."""
    match what.is_:
        case "dropout-of":
            return _dropout(what, sample)
        case "same-mask":
            return _same_mask(what, sample)
        case "moments":
            return _moments(what, sample)
        case "frequencies":
            return _frequencies(what, sample)
        case other:
            assert_never(other)


def _dropout(what: Property, sample: Sample) -> Iterator[Message]:
    """The mask is read from where the output is 0 and the input is not."""
    results, given = sample.results(what.of), sample.array(what.input)
    rate = sample.number(what.rate)
    yield from _not_fresh(what, results == 0, max(rate, 1 - rate))
    dropped = results[:, given != 0] == 0
    share = float(dropped.mean())
    if not likely(share, rate, dropped.size):
        swapped = likely(share, 1 - rate, dropped.size)
        yield _said("rate-swapped" if swapped else "rate", what, share, rate)
    yield from _scaled(what, sample, results, results != 0)


def _same_mask(what: Property, sample: Sample) -> Iterator[Message]:
    results, given = sample.results(what.of), sample.array(what.input)
    kept = sample.results(what.mask) != 0
    other = float(((results != 0) != kept)[:, given != 0].mean())
    if other:
        values = {"output": what.of, "mask": what.mask, "got": f"{other:.3g}"}
        yield Message("chance.other-mask", values)
    yield from _scaled(what, sample, results, kept)


def _scaled(what: Property, sample: Sample, results: Array, kept: Array) -> Iterator[Message]:
    """Kept entries are the input times one factor."""
    given = np.broadcast_to(sample.array(what.input), results.shape)
    kept = kept & (given != 0)
    scale = sample.number(what.scale)
    margin = sample.close.margin(given * scale, results)
    if not kept.any() or (np.abs(results - given * scale)[kept] <= margin).all():
        return
    ratios = results[kept] / given[kept]
    factor = float(np.median(ratios))
    if (np.abs(results - given * factor)[kept] <= margin).all():
        yield _said("scale", what, factor, scale, input=what.input)
    else:
        yield _said("no-one-scale", what, factor, scale, input=what.input)


def _moments(what: Property, sample: Sample) -> Iterator[Message]:
    results = sample.results(what.of)
    mean, std = sample.number(what.mean), sample.number(what.std)
    yield from _not_fresh(what, results, likeliest=1.0 if std == 0 else 0.0)
    rounding = 1e-9 * (std + abs(mean))
    if abs(results.mean() - mean) > std * math.sqrt(2 * UNLIKELY / results.size) + rounding:
        yield _said("mean", what, float(results.mean()), mean)
    square = float(((results - mean) ** 2).mean())
    low, high = likely_squares(results.size)
    if not low * std**2 - rounding**2 <= square <= high * std**2 + rounding**2:
        yield _said("std", what, math.sqrt(square), std)


def likely_squares(count: int) -> tuple[float, float]:
    """Between which bounds the mean square of so many entries of variance 1 lies."""
    reach = 2 * math.sqrt(UNLIKELY / count)
    return 1 - reach, 1 + reach + 2 * UNLIKELY / count


def _frequencies(what: Property, sample: Sample) -> Iterator[Message]:
    """Each class is tested at `ALPHA` divided by their number."""
    draws, weights = sample.results(what.of), sample.array(what.weights)
    yield from _not_fresh(what, draws, float(weights.max()))
    strange = draws[~np.isin(draws, np.arange(weights.size))]
    if strange.size:
        values = {"output": what.of, "got": f"{strange.flat[0]:g}", "last": weights.size - 1}
        yield Message("chance.no-class", values)
    for number, rate in enumerate(weights.ravel()):
        share = float((draws == number).mean())
        if not likely(share, float(rate), draws.size, math.log(weights.size)):
            yield _said("frequency", what, share, float(rate), number=number)


def likely(share: float, rate: float, count: int, more: float = 0.0) -> bool:
    """Whether a share of so many entries may come from a rate; rounding in the rate is forgiven."""
    return count * _divergence(share, rate) < UNLIKELY + more or abs(share - rate) < ALPHA**2


def _divergence(share: float, rate: float) -> float:
    """KL(share ‖ rate) of two yes-or-no distributions."""
    pairs = ((share, rate), (1 - share, 1 - rate))
    if any(p > 0 and q <= 0 for p, q in pairs):
        return math.inf
    return sum(p * math.log(p / q) for p, q in pairs if p > 0)


def _not_fresh(what: Property, results: Array, likeliest: float) -> Iterator[Message]:
    """Runs are not all alike, and neither are all rows, columns, … of every run. Results that are
    one number throughout are for the other tests to tell."""
    if (results == results.flat[0]).all():
        return
    for axis, size in enumerate(results.shape):
        pairs = results.size - results.size // max(size, 1)
        alike = (results == np.take(results, [0], axis=axis)).all()
        if alike and size > 1 and _telling(likeliest, pairs):
            values = {"output": what.of, "axis": axis - 1}
            yield Message("chance.every-run" if axis == 0 else "chance.one-for-axis", values)


def _telling(likeliest: float, pairs: int) -> bool:
    """Whether so many equal pairs are too unlikely to be chance."""
    return likeliest <= 0 or -pairs * math.log(likeliest) > UNLIKELY


def _said(code: str, what: Property, got: float, expected: float, **values: object) -> Message:
    numbers = {"output": what.of, "got": f"{got:.4g}", "expected": f"{expected:.4g}"}
    return Message(f"chance.{code}", {**numbers, **values})
