"""dlprep's plan as a policy: the only file here that knows dlprep, by its public functions."""

from __future__ import annotations

from collections import Counter

from baselines import Task

from dlprep.memory.forgetting import recall as recalled
from dlprep.memory.goal import Prospect, forecast, share_of_new
from dlprep.memory.pace import slowness
from dlprep.memory.person import stretch
from dlprep.memory.plan import next_card
from dlprep.memory.replay import new_card
from dlprep.memory.schedule import recall, reviewed
from dlprep.model.event import CardState, RecallClass

USUAL = {True: 20.0, False: 10.0}  # seconds for a new card and for another, before any was seen
TRUST = 10  # answers that outweigh the usual


class Planned:
    """Shows what `dlprep.memory.plan.next_card` says.

    With minutes as the budget, a card costs the mean of the answers so far, to new cards or to
    others, times what its own answers took beside it: what somebody's log tells.
    """

    def __init__(self, task: Task, seed: int) -> None:
        self.task = task
        self.names = [f"plan.card.n{card}#front" for card in range(task.cards)]
        self.numbers = {name: card for card, name in enumerate(self.names)}
        self.states: dict[str, CardState | None] = dict.fromkeys(self.names)
        self.weights = dict(zip(self.names, task.weights, strict=True))
        self.total = {new: seconds * TRUST for new, seconds in USUAL.items()}
        self.count = dict.fromkeys(USUAL, TRUST)
        self.paces: dict[str, list[float]] = {name: [] for name in self.names}
        self.day, self.costs = -1, self.costs_now()
        self.share, self.stretch = 0, 1.0
        self.classes = [RecallClass(decile, 0, 0, 0.0) for decile in range(10)]

    def next_card(self, day: int, answers: int, seconds: float) -> int | None:
        if day != self.day:
            self.day, self.costs = day, self.costs_now()
            unseen = sum(state is None for state in self.states.values())
            self.share = share_of_new(unseen, self.task.days - day)
            self.stretch = stretch(self.classes)
        minutes = self.task.minutes
        left = self.task.answers - answers if minutes is None else minutes * 60 - seconds
        name = next_card(
            self.states,
            today=day,
            date=self.task.days,
            left=left,
            share=self.share,
            stretch=self.stretch,
            weights=self.weights,
            costs=None if minutes is None else self.costs,
        )
        return None if name is None else self.numbers[name]

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        name = self.names[card]
        state = self.states[name]
        if state is None:
            self.share -= 1
        elif state.last != day:
            self.count_in(recall(state, day), remembered=grade > 1)
        self.paces[name].append(seconds / self.cost(new=state is None))
        self.total[state is None] += seconds
        self.count[state is None] += 1
        self.states[name] = reviewed(state or new_card(name), grade, day)
        self.costs[name] = self.cost(new=False) * slowness(self.paces[name])

    def count_in(self, predicted: float, *, remembered: bool) -> None:
        """What the log keeps of reviews: ten classes of the prediction."""
        decile = min(int(predicted * 10), 9)
        was = self.classes[decile]
        self.classes[decile] = RecallClass(
            decile, was.reviews + 1, was.recalled + remembered, was.predicted + predicted
        )

    def promised(self) -> float:
        """The score on the date as `goal.forecast` puts it before the first day."""
        total, minutes = sum(self.task.weights), self.task.minutes
        budget = self.task.answers if minutes is None else minutes * 60
        first, later = (1.0, 1.0) if minutes is None else (USUAL[True], USUAL[False])
        alike = Counter(self.task.weights).items()
        new = [
            Prospect(f"new {w}", w / total, first, copies=count, later=later) for w, count in alike
        ]
        return forecast(new, self.task.days, budget)

    def believed(self) -> float:
        """The score on the date by the states that the grades have led to."""
        known = {
            name: recalled(self.stretch * state.stability, self.task.days - state.last)
            for name, state in self.states.items()
            if state and state.stability and state.last is not None
        }
        total = sum(self.weights[name] * share for name, share in known.items())
        return total / sum(self.task.weights)

    def costs_now(self) -> dict[str, float]:
        new, old = self.cost(new=True), self.cost(new=False)
        return {
            name: new if state is None else old * slowness(self.paces[name])
            for name, state in self.states.items()
        }

    def cost(self, *, new: bool) -> float:
        return self.total[new] / self.count[new]
