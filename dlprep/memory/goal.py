"""What a review is worth to somebody with a date: how much it raises the score expected then.

Every card has a weight, its share of the score, and the score on the day is Σ weight · R on
that day. A card never seen counts nothing. Gains are in score; a gain of 0.01 is one percent.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from dlprep.memory import forgetting
from dlprep.memory.forgetting import AGAIN, FIRST_GRADES, GOOD, Memory

WORTH_A_MINUTE = 0.0001  # less gain than this a minute is not worth a person's evening
_SESSIONS = 12  # a forecast takes that many steps, however long the time is
_BAND = 1.28  # standard deviations: 8 of 10 scores lie within


class Prospect(NamedTuple):
    """A card that could be reviewed: `since` is days since its last review. `memory` is None for
    a card never seen; it stands in for `copies` cards alike."""

    card: str
    weight: float
    seconds: float
    memory: Memory | None = None
    since: float = 0
    copies: float = 1


def expected(prospect: Prospect, days: float) -> float:
    """R of the card `days` from now with no review before; 0 for one never seen."""
    if prospect.memory is None:
        return 0.0
    return forgetting.recall(prospect.memory.stability, prospect.since + days)


def gain(prospect: Prospect, days: float) -> float:
    """What a review of the card now adds to R in `days`."""
    return gain_of(prospect.memory, prospect.since, days)


def gain_of(memory: Memory | None, since: float, days: float) -> float:
    """R·R_T(S⁺) + (1 − R)·R_T(S⁻) − R_T(now), the last review being `since` days ago.

    A new card counts by how first grades fall. Negative where a lapse would cost more than a
    success brings.
    """
    if memory is None:
        return sum(
            share * forgetting.recall(forgetting.first(grade).stability, days)
            for grade, share in enumerate(FIRST_GRADES, 1)
        )
    r = forgetting.recall(memory.stability, since)
    good = forgetting.after(memory, GOOD, since).stability
    bad = forgetting.after(memory, AGAIN, since).stability
    after = r * forgetting.recall(good, days) + (1 - r) * forgetting.recall(bad, days)
    return after - forgetting.recall(memory.stability, since + days)


def worth(prospect: Prospect, days: float) -> float:
    """Score gained a second."""
    return prospect.weight * gain(prospect, days) / prospect.seconds


def choose(prospects: Sequence[Prospect], days: float, seconds: float) -> list[Prospect]:
    """What to review now: most score a second first, until the time is used or little is left
    to gain."""
    ranked = sorted(((worth(each, days), each) for each in prospects), key=lambda pair: -pair[0])
    chosen = []
    for value, prospect in ranked:
        if value * 60 < WORTH_A_MINUTE or seconds < prospect.seconds:
            break
        chosen.append(prospect)
        seconds -= prospect.seconds
    return chosen


def score(prospects: Sequence[Prospect], days: float) -> float:
    """Σ weight · R in `days`, with no review before."""
    return sum(each.copies * each.weight * expected(each, days) for each in prospects)


def band(prospects: Sequence[Prospect], days: float, off: float) -> tuple[float, float]:
    """Where 8 of 10 scores lie: what chance does to each card, and `off`, by how much predicted
    and actual recall have differed so far."""
    middle = score(prospects, days)
    spread = sum(
        each.copies * (each.weight**2) * (r := expected(each, days)) * (1 - r) for each in prospects
    )
    half = _BAND * sqrt(spread + (off * middle) ** 2)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def forecast(
    prospects: Sequence[Prospect], days: int, seconds: float, *, missed: bool = False
) -> float:
    """The score in `days` of somebody who works `seconds` a day by `choose`; `missed` leaves
    today out.

    Each card goes on with the mean of its two outcomes (geometric in stability), so the answer
    is the same each time. Days are taken together, so that a year costs no more than a month.
    """
    cards = list(prospects)
    done, step = 0, max(-(-days // _SESSIONS), 1)
    while done < days:
        span = min(step, days - done)
        worked = span - (missed and done == 0)
        cards = _after_session(cards, days - done, worked * seconds)
        cards = [_aged(card, span) for card in cards]
        done += span
    return score(cards, 0)


def _after_session(cards: list[Prospect], days: float, seconds: float) -> list[Prospect]:
    order = sorted(range(len(cards)), key=lambda at: -worth(cards[at], days))
    after = list(cards)
    for at in order:
        card = cards[at]
        cost = card.seconds * card.copies
        if worth(card, days) <= 0 or seconds <= 0:
            break
        share = min(seconds / cost, 1.0)
        seconds -= cost * share
        after[at] = card._replace(memory=_reviewed(card), since=0)
        if share < 1:
            after[at] = after[at]._replace(copies=card.copies * share)
            after.append(card._replace(copies=card.copies * (1 - share)))
    return after


def _reviewed(card: Prospect) -> Memory:
    if card.memory is None:
        return _mean([forgetting.first(grade) for grade in (1, 2, 3, 4)], FIRST_GRADES)
    r = forgetting.recall(card.memory.stability, card.since)
    outcomes = [forgetting.after(card.memory, grade, card.since) for grade in (GOOD, AGAIN)]
    return _mean(outcomes, (r, 1 - r))


def _mean(memories: Sequence[Memory], shares: Sequence[float]) -> Memory:
    stability, difficulty, total = 1.0, 0.0, sum(shares)
    for memory, share in zip(memories, shares, strict=True):
        stability *= memory.stability ** (share / total)
        difficulty += memory.difficulty * share / total
    return Memory(stability, difficulty)


def _aged(card: Prospect, days: float) -> Prospect:
    return card if card.memory is None else card._replace(since=card.since + days)
