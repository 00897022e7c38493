"""Which questions a quiz asks: some that are due, some that went badly, the rest new ones, each
the likelier the more often interviews ask it."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.catalog import Header
from dlprep.model.event import ItemStat

DUE_SHARE = 0.3
WEAK_SHARE = 0.3
WEAK_BELOW = 0.7  # share of right answers
LOOKED_AT = 200  # due and weak items considered; more would not be asked today
TRIES = 20  # random looks for each new question before the bank is listed
OFTEN = 3  # the highest frequency


def pick(
    bank: Bank,
    wanted: Filter,
    *,
    due: Sequence[str],
    stats: Mapping[str, ItemStat],
    number: int,
    rng: random.Random,
) -> tuple[str, ...]:
    """Up to `number` ids under the filter, no two neighbours of one leaf where possible, and what a
    question needs before it, so that none gives away the answer of a later one.

    `due` are ids of items, longest due first; `stats` tells how each item went so far.
    """
    chosen: dict[str, Header] = {}
    reviews = bank.headers(due[:LOOKED_AT], wanted)
    _take(chosen, [reviews[each] for each in due if each in reviews], round(DUE_SHARE * number))
    weak = bank.headers(_weakest(stats), wanted).values()
    _take(chosen, _by_frequency(weak, rng), round(WEAK_SHARE * number))
    _take(chosen, _new(bank, wanted, stats.keys() | chosen, number, rng), number - len(chosen))
    if len(chosen) < number:
        seen_last = sorted(bank.all_headers(wanted), key=lambda h: (h.id in stats, rng.random()))
        _take(chosen, seen_last, number - len(chosen))
    return tuple(header.id for header in apart(list(chosen.values()), rng, set(bank.needs(chosen))))


def _take(chosen: dict[str, Header], offered: Iterable[Header], most: int) -> None:
    fresh = [header for header in offered if header.id not in chosen]
    chosen.update((header.id, header) for header in fresh[: max(most, 0)])


def _weakest(stats: Mapping[str, ItemStat]) -> list[str]:
    """Items last answered wrong or mostly answered wrong, worst first."""
    share = {item: stat.right / stat.answers for item, stat in stats.items()}
    weak = [item for item, stat in stats.items() if not stat.last_right or share[item] < WEAK_BELOW]
    return sorted(weak, key=lambda item: (stats[item].last_right, share[item]))[:LOOKED_AT]


def _by_frequency(headers: Iterable[Header], rng: random.Random) -> list[Header]:
    """A shuffle in which what is asked more often tends to the front."""
    return sorted(headers, key=lambda header: rng.random() ** (1 / header.frequency), reverse=True)


def _new(
    bank: Bank, wanted: Filter, known: Collection[str], number: int, rng: random.Random
) -> list[Header]:
    """Unanswered items, found by random looks: a leaf by its frequency, then an item of it.

    Nothing is listed, so a large bank costs no more than a small one. May find too few.
    """
    counts = bank.leaf_counts(wanted)
    if not counts:
        return []
    leaves, weights = list(counts), [count.frequency for count in counts.values()]
    found: dict[str, Header] = {}
    for _ in range(TRIES * number):
        leaf = rng.choices(leaves, weights)[0]
        looked_at = bank.nth(leaf, wanted, rng.randrange(counts[leaf].items))
        if looked_at in known or looked_at in found:
            continue
        header = bank.headers([looked_at])[looked_at]
        if rng.randrange(OFTEN) < header.frequency:
            found[looked_at] = header
        if len(found) == number:
            break
    return list(found.values())


def apart(
    headers: list[Header], rng: random.Random, needs: Collection[tuple[str, str]] = ()
) -> list[Header]:
    """In random order, no two neighbours of one leaf where that can be had; of each pair in
    `needs` the first comes after the second."""
    waiting = list(headers)
    rng.shuffle(waiting)
    ordered: list[Header] = []
    while waiting:
        left = Counter(header.leaf for header in waiting)
        ids = {header.id for header in waiting}
        early = {one for one, needed in needs if needed in ids}
        ready = [header for header in waiting if header.id not in early]
        last = ordered[-1].leaf if ordered else None
        # The leaf with most questions left goes first, or it would be left over at the end.
        best = max(
            ready or waiting,
            key=lambda header: (header.leaf != last, left[header.leaf] * 2 > len(waiting)),
        )
        waiting.remove(best)
        ordered.append(best)
    return ordered
