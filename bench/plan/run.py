"""Expected recall on the day of the interview, by dlprep's plan and by other ways to choose cards.

    python bench/plan/run.py [--scenario 300/14/60 ...] [--variant answers ...] [--seeds 5]
                             [--policies "fsrs .9" "dlprep plan" ...]

A scenario is cards/days/answers a day. Each variant changes one thing: minutes instead of answers,
one day in ten missed, a whole week missed, weights of 1 to 3, or a learner who does not follow
FSRS. A cell is the mean recall over all cards on the date, by weight, averaged over the seeds,
with the standard error; cards never seen count 0. Below stands the plan's lead on the best
schedule of FSRS, and on the best of all others, with the standard error of the difference seed by
seed; then how far the score that the plan promised before the first day, and the one it believed
after the last, were above the truth. `truth.py` has the learners, `baselines.py` the others;
neither knows dlprep.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from baselines import BASELINES, MakePolicy, Policy, Task
from planner import Planned
from truth import ActivationLearner, ExponentialLearner, FsrsLearner, Learner

SCENARIOS = ("300/14/60", "600/21/60", "1000/30/80", "300/30/40", "1000/60/80")
SECONDS = 12  # an answer, roughly, where minutes are the budget
PLAN = "dlprep plan"
POLICIES: dict[str, MakePolicy] = {**BASELINES, PLAN: Planned}

MakeLearner = Callable[[int, int], Learner]
Column = Mapping[str, Sequence[float]]  # of one scenario: policy, and recall of each seed


@dataclass(frozen=True, slots=True)
class Score:
    """Recall on the date, as the mean by weight and over cards.

    The plan also says how far above it was what it promised before the first day, and what it
    believed after the last.
    """

    weighted: float
    alike: float
    promised: float
    believed: float


@dataclass(frozen=True, slots=True)
class Variant:
    """What differs from FSRS with misfit, equal weights, answers as budget and no day missed."""

    learner: MakeLearner = FsrsLearner
    minutes: bool = False
    missed: float = 0.0
    week_off: bool = False
    weighted: bool = False

    def task(self, scenario: str, seed: int) -> Task:
        cards, days, answers = map(int, scenario.split("/"))
        minutes = answers * SECONDS / 60 if self.minutes else None
        return Task(self.weights(cards, seed), days, answers, minutes)

    def weights(self, cards: int, seed: int) -> tuple[float, ...]:
        if not self.weighted:
            return (1.0,) * cards
        chance = random.Random(f"weights {seed}")
        return tuple(float(chance.randint(1, 3)) for _ in range(cards))

    def studied(self, days: int, seed: int) -> list[int]:
        """The days of work; nobody knows beforehand which are missed."""
        chance = random.Random(f"days {seed}")
        off = range(days // 2, days // 2 + 7) if self.week_off else range(0)
        return [day for day in range(days) if chance.random() >= self.missed and day not in off]


VARIANTS = {
    "answers": Variant(),
    "minutes": Variant(minutes=True),
    "missed": Variant(missed=0.1),
    "week-off": Variant(week_off=True),
    "weights": Variant(weighted=True),
    "exponential": Variant(learner=ExponentialLearner),
    "activation": Variant(learner=ActivationLearner),
}


def outcome(variant: Variant, scenario: str, make: MakePolicy, seed: int) -> Score:
    """What the policy brings one learner by the date."""
    task = variant.task(scenario, seed)
    learner, policy = variant.learner(task.cards, seed), make(task, seed)
    promised = policy.promised() if isinstance(policy, Planned) else math.nan
    chance = random.Random(f"answers {seed}")
    for day in variant.studied(task.days, seed):
        study(day, task, learner, policy, chance)
    recall = [learner.recall_probability(card, task.days) for card in range(task.cards)]
    believed = policy.believed() if isinstance(policy, Planned) else math.nan
    weighted = statistics.fmean(recall, task.weights)
    return Score(weighted, statistics.fmean(recall), promised - weighted, believed - weighted)


def study(day: int, task: Task, learner: Learner, policy: Policy, chance: random.Random) -> None:
    """One day: cards until the budget is used up; an answer begun is finished."""
    answers, spent = 0, 0.0
    while answers < task.answers if task.minutes is None else spent < task.minutes * 60:
        card = policy.next_card(day, answers, spent)
        if card is None:
            return
        new = learner.last[card] is None
        grade = learner.review(card, day, chance)
        seconds = learner.seconds(card, grade, chance, new=new)
        policy.saw(card, grade, day, seconds)
        answers, spent = answers + 1, spent + seconds


def error(values: Sequence[float]) -> float:
    """The standard error of their mean."""
    return statistics.stdev(values) / len(values) ** 0.5 if len(values) > 1 else 0.0


def cell(values: Sequence[float], sign: str = "") -> str:
    return f"{statistics.fmean(values):{sign}.3f} ±{error(values):.3f}"


def lead(column: Column, others: Sequence[str]) -> tuple[str, str]:
    """How far the plan is before the best of the others, and which that is."""
    best = max(others, key=lambda name: statistics.fmean(column[name]))
    return cell([a - b for a, b in zip(column[PLAN], column[best], strict=True)], "+"), best


def row(title: str, cells: Iterable[str]) -> str:
    return f"{title:16}" + "".join(f"{text:>16}" for text in cells)


def table(title: str, columns: Mapping[str, Column]) -> Iterator[str]:
    names = list(next(iter(columns.values())))
    yield row(f"\n{title:16}", columns)
    for name in names:
        yield row(name, [cell(column[name]) for column in columns.values()])
    others = [name for name in names if name != PLAN]
    by_fsrs = [name for name in others if name.startswith("fsrs")]
    for kind, rivals in (("lead on fsrs", by_fsrs), ("lead on best", others)):
        if PLAN in names and rivals:
            leads = [lead(column, rivals) for column in columns.values()]
            yield row(kind, [by for by, _ in leads])
            yield row("", [best for _, best in leads])


def measure(title: str, asked: argparse.Namespace) -> Iterator[str]:
    """The table of one variant; of weights, also with all cards alike."""
    variant, columns = VARIANTS[title], {}
    for scenario in asked.scenario:
        start = time.process_time()
        columns[scenario] = {
            name: [outcome(variant, scenario, POLICIES[name], seed) for seed in range(asked.seeds)]
            for name in asked.policies
        }
        print(f"{title} {scenario}: {time.process_time() - start:.1f} s", file=sys.stderr)
    yield from table(title, each(columns, lambda score: score.weighted))
    if PLAN in asked.policies:
        for off in ("promised", "believed"):
            scores = [column[PLAN] for column in columns.values()]
            yield row(f"{off} above", [cell([getattr(s, off) for s in of], "+") for of in scores])
    if variant.weighted:
        yield from table("all cards alike", each(columns, lambda score: score.alike))


def each(
    columns: Mapping[str, Mapping[str, Sequence[Score]]], number: Callable[[Score], float]
) -> dict[str, Column]:
    return {
        scenario: {name: [number(score) for score in scores] for name, scores in column.items()}
        for scenario, column in columns.items()
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--scenario", nargs="+", default=SCENARIOS)
    parser.add_argument("--variant", nargs="+", choices=VARIANTS, default=list(VARIANTS))
    parser.add_argument("--policies", nargs="+", choices=POLICIES, default=list(POLICIES))
    parser.add_argument("--seeds", type=int, default=5)
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    for title in asked.variant:
        for line in measure(title, asked):
            print(line, flush=True)


if __name__ == "__main__":
    main()
