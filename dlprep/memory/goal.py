"""What a review is worth to somebody with a date: how much it raises the score expected then.

Every card has a weight, its share of the score, and the score on the day is Σ weight · R on
that day. A card never seen counts nothing. Gains are in score; a gain of 0.01 is one percent.
`k` everywhere is the person's own stretch of all stabilities (`person.stretch`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, exp, log, sqrt
from typing import NamedTuple

from dlprep.memory import forgetting
from dlprep.memory.forgetting import AGAIN, FIRST_GRADES, GOOD, Memory

WORTH_A_MINUTE = 0.0001  # less gain than this a minute is not worth a person's evening
FADED = 0.85  # a card less likely recalled than this is seen again before more new ones are met
_SESSIONS = 12  # a forecast takes that many steps, however long the time is
_BAND = 1.28  # standard deviations: 8 of 10 scores lie within


class Prospect(NamedTuple):
    """A card that could be reviewed: `since` is days since its last review. `memory` is None for
    a card never seen, whose first review takes `seconds` and each later one `later`; it stands in
    for `copies` cards alike."""

    card: str
    weight: float
    seconds: float
    memory: Memory | None = None
    since: float = 0
    copies: float = 1
    later: float | None = None


def expected(prospect: Prospect, days: float, k: float = 1.0) -> float:
    """R of the card `days` from now with no review before; 0 for one never seen."""
    if prospect.memory is None:
        return 0.0
    return forgetting.recall(k * prospect.memory.stability, prospect.since + days)


def gain(memory: Memory | None, since: float, days: float, k: float = 1.0) -> float:
    """What a review now adds to R in `days`: R·R_T(S⁺) + (1 − R)·R_T(S⁻) − R_T(now), the last
    review being `since` days ago.

    A new card counts by how first grades fall. Negative where a lapse would cost more than a
    success brings.
    """
    if memory is None:
        return sum(
            share * forgetting.recall(k * forgetting.first(grade).stability, days)
            for grade, share in enumerate(FIRST_GRADES, 1)
        )
    r = forgetting.recall(k * memory.stability, since)
    good = k * forgetting.after(memory, GOOD, since).stability
    bad = k * forgetting.after(memory, AGAIN, since).stability
    after = r * forgetting.recall(good, days) + (1 - r) * forgetting.recall(bad, days)
    return after - forgetting.recall(k * memory.stability, since + days)


def rank(memory: Memory | None, since: float, *, share: bool, k: float, faded: float) -> int:
    """Which cards come before others, whatever they gain: the day's `share` of the new ones,
    those that have faded, more new ones, the rest.

    By gain alone all new cards would come first, and those met early would have faded before
    there is time to see them again.
    """
    if memory is None:
        return 0 if share else 2
    return 1 if forgetting.recall(k * memory.stability, since) < faded else 3


def share_of_new(unseen: float, days: float) -> int:
    """The new cards of a day, if all are to be met by the date in equal numbers."""
    return ceil(unseen / max(days, 1))


def worth(prospect: Prospect, days: float, k: float = 1.0) -> float:
    """Score gained a second."""
    each = gain(prospect.memory, prospect.since, days, k)
    return prospect.weight * each / prospect.seconds


def choose(
    prospects: Sequence[Prospect],
    days: float,
    seconds: float,
    *,
    share: int,
    k: float = 1.0,
    faded: float = FADED,
) -> list[Prospect]:
    """What to review now: by `rank`, then most score a second first, until the time is used;
    nothing that gains little. `share` counts the day's new cards."""
    ranked = []
    by_worth = sorted(((worth(each, days, k), each) for each in prospects), key=lambda p: -p[0])
    for value, prospect in by_worth:
        memory, since = prospect.memory, prospect.since
        first = rank(memory, since, share=share > 0, k=k, faded=faded)
        share -= memory is None
        if value * 60 >= WORTH_A_MINUTE:
            ranked.append((first, prospect))
    chosen = []
    for _, prospect in sorted(ranked, key=lambda pair: pair[0]):
        if seconds < prospect.seconds:
            break
        chosen.append(prospect)
        seconds -= prospect.seconds
    return chosen


def score(prospects: Sequence[Prospect], days: float, k: float = 1.0) -> float:
    """Σ weight · R in `days`, with no review before."""
    return sum(each.copies * each.weight * expected(each, days, k) for each in prospects)


def band(
    prospects: Sequence[Prospect], days: float, off: float, k: float = 1.0
) -> tuple[float, float]:
    """Where 8 of 10 scores lie: what chance does to each card, and `off`, by how much predicted
    and actual recall have differed so far."""
    middle = score(prospects, days, k)
    spread = sum(
        each.copies * (each.weight**2) * (r := expected(each, days, k)) * (1 - r)
        for each in prospects
    )
    half = _BAND * sqrt(spread + (off * middle) ** 2)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def forecast(
    prospects: Sequence[Prospect],
    days: int,
    seconds: float,
    *,
    k: float = 1.0,
    missed: bool = False,
) -> float:
    """The score in `days` of somebody who works `seconds` a day by gain and pace; `missed` leaves
    today out.

    Each card goes on with one memory that is as good on the date as its two outcomes are on the
    average, so the answer is the same each time. Days are taken together, so that a year costs no
    more than a month.
    """
    cards = list(prospects)
    done, step = 0, max(-(-days // _SESSIONS), 1)
    while done < days:
        span = min(step, days - done)
        worked = span - (missed and done == 0)
        share = worked / (days - done)
        cards = _after_session(cards, days - done, worked * seconds, share=share, k=k)
        cards = [_aged(card, span) for card in cards]
        done += span
    return score(cards, 0, k)


def _after_session(
    cards: list[Prospect], days: float, seconds: float, *, share: float, k: float
) -> list[Prospect]:
    """The same cards after so many seconds; `share` is that of the new ones to be met first."""
    after = []
    for _, value, card in sorted(_in_order(cards, days, share, k), key=lambda place: place[:2]):
        whole = card.seconds * card.copies
        part = min(max(seconds, 0.0) / whole, 1.0) if value < 0 else 0.0
        seconds -= whole * part
        if part > 0:
            after.append(_reviewed(card, days, k)._replace(copies=card.copies * part))
        if part < 1:
            after.append(card._replace(copies=card.copies * (1 - part)))
    return after


def _in_order(
    cards: Sequence[Prospect], days: float, share: float, k: float
) -> Iterator[tuple[int, float, Prospect]]:
    for card in cards:
        first = rank(card.memory, card.since, share=False, k=k, faded=FADED)
        value = -worth(card, days, k)
        now = share if card.memory is None else 0.0
        if now > 0:
            yield 0, value, card._replace(copies=card.copies * now)
        if now < 1:
            yield first, value, card._replace(copies=card.copies * (1 - now))


def _reviewed(card: Prospect, days: float, k: float) -> Prospect:
    if card.memory is None:
        memory = _mean([forgetting.first(grade) for grade in (1, 2, 3, 4)], FIRST_GRADES, days, k)
        return card._replace(memory=memory, since=0, seconds=card.later or card.seconds)
    r = forgetting.recall(k * card.memory.stability, card.since)
    outcomes = [forgetting.after(card.memory, grade, card.since) for grade in (GOOD, AGAIN)]
    return card._replace(memory=_mean(outcomes, (r, 1 - r), days, k), since=0)


def _mean(memories: Sequence[Memory], shares: Sequence[float], days: float, k: float) -> Memory:
    """One memory whose recall in `days` is the mean of theirs."""
    parts = [(m, share / sum(shares)) for m, share in zip(memories, shares, strict=True)]
    difficulty = sum(part * m.difficulty for m, part in parts)
    if days < 1:
        return Memory(exp(sum(part * log(m.stability) for m, part in parts)), difficulty)
    r = sum(part * forgetting.recall(k * m.stability, days) for m, part in parts)
    return Memory(days / forgetting.spans(r) / k, difficulty)


def _aged(card: Prospect, days: float) -> Prospect:
    return card if card.memory is None else card._replace(since=card.since + days)
