"""How far a search for a mistake goes. It is counted in tries, runs of wrong forms and of edits,
so that a report does not depend on how busy the machine is. A run of many calls counts as several.

Clocks end a search only where single runs of a program take very long; the report then says so.
The first of them counts processor time, which hardly depends on other programs either.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from dlprep.model.value import dataclass

T = TypeVar("T")

TRIES = 6000  # for all functions of an exercise: 2 s or so on one core
PROCESSOR_S = 6.0  # of the judge and both children
LONGEST_S = 30.0  # for programs that sleep
CALLS = 1000  # in a run that counts as one try; most exercises take fewer
LOOK = 20  # tries between two looks at the clocks, which cost about as much as one


@dataclass(frozen=True, slots=True)
class Clock:
    """What it shows, and the last moment that is not too late."""

    read: Callable[[], float]
    until: float

    @classmethod
    def lasting(cls, seconds: float, read: Callable[[], float]) -> Clock:
        """A clock that is late in so many seconds from now."""
        return cls(read, read() + seconds)

    @property
    def is_late(self) -> bool:
        """Whether that moment is over."""
        return self.read() > self.until


def clocks(children_s: Callable[[], float]) -> tuple[Clock, ...]:
    """The clocks of a search that begins now; `children_s` is the processor time of children."""
    return (
        Clock.lasting(PROCESSOR_S, lambda: time.process_time() + children_s()),
        Clock.lasting(LONGEST_S, time.monotonic),
    )


class Budget:
    """Tries that are left."""

    def __init__(self, tries: int = TRIES, clocks: Sequence[Clock] = (), cost: float = 1.0) -> None:
        """`cost` is what one try counts in the budget that this is a share of."""
        self.tries = tries
        self.clocks = clocks
        self.cost = cost
        self.used = 0
        self.cut_short = False  # by a clock
        self._unseen = 0

    def share(self, part: float, calls: int = 0) -> Budget:
        """A part of what is left, for runs of so many calls, to be accounted for by `settle`."""
        cost = max(1.0, calls / CALLS)
        return Budget(int((self.tries - self.used) * part / cost), self.clocks, cost)

    def settle(self, share: Budget) -> None:
        """Take off what was used of a share."""
        self.used += round(share.used * share.cost)

    def tried(self, candidates: Iterable[T], most: int | None = None) -> Iterator[T]:
        """The candidates as long as there are tries, one for each, and no more than `most`."""
        for candidate in islice(candidates, most):
            if not self.take(1):
                return
            yield candidate

    def take(self, tries: int) -> bool:
        """Use up some tries; False where there are none left or it is late."""
        self._unseen += tries
        if self._unseen >= LOOK:
            self._unseen = 0
            self.cut_short = self.cut_short or any(clock.is_late for clock in self.clocks)
        if self.cut_short or self.used >= self.tries:
            return False
        self.used += tries
        return True
