"""How far a search for a mistake goes. It is counted in tries, runs of wrong forms and of edits,
so that a report does not depend on how busy the machine is.

The clock ends a search only where single tries take very long; the report then says so.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

TRIES = 6000  # for all functions of an exercise: 2 s or so on one core
LONGEST_S = 10.0


class Budget:
    """Tries that are left."""

    def __init__(
        self,
        tries: int = TRIES,
        until: float | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`until` is the last moment on the clock, `LONGEST_S` from now by itself."""
        self.clock = clock
        self.until = clock() + LONGEST_S if until is None else until
        self.tries = tries
        self.used = 0
        self.cut_short = False  # by the clock

    def share(self, part: float) -> Budget:
        """A part of what is left, to be accounted for by `settle`."""
        return Budget(int((self.tries - self.used) * part), self.until, self.clock)

    def settle(self, share: Budget) -> None:
        """Take off what was used of a share."""
        self.used += share.used

    def tried(self, candidates: Iterable[T], most: int | None = None) -> Iterator[T]:
        """The candidates as long as there are tries, one for each, and no more than `most`."""
        for candidate in islice(candidates, most):
            if not self.take(1):
                return
            yield candidate

    def take(self, tries: int) -> bool:
        """Use up some tries; False where there are none left or the clock has run out."""
        if self.used >= self.tries:
            return False
        if self.clock() > self.until:
            self.cut_short = True
            return False
        self.used += tries
        return True
