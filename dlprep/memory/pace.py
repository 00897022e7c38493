"""How long one card takes beside others: what raises the score as much in less time comes first."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log

# Answers to one card differ among themselves (by grade, by mood) about two and a half times as
# much, in variance of their logarithm, as cards differ from one another.
_BLUR = 2.5
_LEAST = 0.01


def slowness(ratios: Iterable[float]) -> float:
    """The factor by which a card takes longer than others, from what each of its answers took
    beside the usual: the posterior mean of a log-normal factor around 1.

    >>> slowness([])
    1.0
    >>> round(slowness([2.0, 2.0, 2.0]), 2)
    1.46
    """
    logs = [log(max(ratio, _LEAST)) for ratio in ratios]
    return exp(sum(logs) / (len(logs) + _BLUR))
