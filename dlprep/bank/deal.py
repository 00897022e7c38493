"""The cards of the bank beside what a person has seen of them: two files, one query.

The index holds every card (`face`), the log its schedule where it has one (`card`, attached as
`log`). Both grow large, so neither is read as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from dlprep.bank.select import Condition
from dlprep.model.event import CardState

_FEW = 40_000  # cards seen: beyond that it is quicker to sieve all than to go by their turn
_FREE = "suspended = 0 AND coalesce(buried_until <= ?, 1)"
_DUE = f"due <= ? AND {_FREE} AND seen.rev >= face.rev"
# All but those met as they are now: both tables are sorted by card, so SQLite merges them, which
# takes a third of the time of a look-up each. Without the limit it would drop the order, and sort.
_SIEVED = (
    "(SELECT card, rev FROM face EXCEPT SELECT card, rev FROM log.card"
    " WHERE reps > 0 OR due IS NOT NULL ORDER BY card, rev LIMIT -1) AS sieved"
    " CROSS JOIN face ON face.card = sieved.card"
)
_NEW = f"(seen.card IS NULL OR (seen.rev < face.rev OR reps = 0 AND due IS NULL) AND {_FREE})"

# The schedules that have been seen, by the items they belong to: from the schedules, where they are
# few, else from every n-th item; that is asked first, since it leaves few for the other conditions.
# CROSS JOIN keeps this order.
_ASKED = (
    "(SELECT id, leaf, rev FROM item WHERE rowid % {every} = {rest} AND live AND {wanted}) AS asked"
)
_FROM_CARDS = (
    "log.card AS seen CROSS JOIN {asked} ON asked.id = substr(seen.card, 1, instr(card, '#') - 1)"
)
_FROM_ITEMS = (
    "{asked} CROSS JOIN log.card AS seen"
    " ON seen.card > asked.id || '#' AND seen.card < asked.id || '$'"
)

Rows = Callable[..., Iterator[tuple[Any, ...]]]


class Unseen(NamedTuple):
    """A card to be met; `anew` says that it was seen, but its item means something else now."""

    card: str
    item: str
    anew: bool


class Seen(NamedTuple):
    """The schedule of a card that has been reviewed, its item and the leaf of that."""

    state: CardState
    item: str
    leaf: str


class Known(NamedTuple):
    """The cards that have been reviewed, or of very many those of every `every`-th item."""

    cards: list[Seen]
    every: int = 1


class Deal:
    """Finds cards of the items that fit a condition. `narrow` says that the condition leaves out
    some of the items with cards; mistakes fit where it does not."""

    def __init__(self, rows: Rows, wanted: Condition, *, narrow: bool) -> None:
        self._rows = rows
        self._wanted = wanted
        self._among = "TRUE"
        self._values: tuple[object, ...] = ()
        if narrow:
            self._among = f"face.item IN (SELECT id FROM item WHERE live AND {wanted.sql})"  # noqa: S608
            self._values = wanted.values

    def known(self, day: int, most: int) -> Known:
        """The cards that have been reviewed and mean what they meant then; where there are more
        than `most`, about as many, with all their siblings, and others each `day`."""
        (count,) = next(self._rows("SELECT count(*) FROM log.card"))
        every = max(-(-count // most), 1)
        asked = _ASKED.format(every=every, rest=day % every, wanted=self._wanted.sql)
        source = (_FROM_CARDS if every == 1 else _FROM_ITEMS).format(asked=asked)
        columns = ", ".join(f"seen.{name}" for name in CardState._fields)
        found = self._rows(
            f"SELECT asked.id, asked.leaf, {columns} FROM {source}"  # noqa: S608
            " WHERE reps > 0 AND seen.rev >= asked.rev",
            *self._wanted.values,
        )
        cards = [Seen(CardState._make(state), item, leaf) for item, leaf, *state in found]
        return Known(cards, every)

    def due(self, day: int, limit: int) -> list[str]:
        """Cards due on study day `day` or before, longest due first."""
        # CROSS JOIN: start from the schedules that are due, never from the whole bank.
        sql = (
            "SELECT face.card FROM log.card AS seen CROSS JOIN face ON face.card = seen.card"  # noqa: S608
            f" WHERE {_DUE} AND {self._among} ORDER BY due, face.card LIMIT ?"
        )
        return [row[0] for row in self._rows(sql, day, day, *self._values, limit)]

    def unseen(self, day: int, limit: int) -> list[Unseen]:
        """Cards never seen, or not in the meaning they have now, in the order of their turn."""
        (seen,) = next(self._rows("SELECT count(*) FROM (SELECT 1 FROM log.card LIMIT ?)", _FEW))
        source = "face" if seen < _FEW else _SIEVED
        sql = (
            "SELECT face.card, item, seen.card IS NOT NULL AND seen.rev < face.rev"  # noqa: S608
            f" FROM {source} LEFT JOIN log.card AS seen ON seen.card = face.card"
            f" WHERE turn IS NOT NULL AND {_NEW} AND {self._among} ORDER BY turn, nth LIMIT ?"
        )
        found = self._rows(sql, day, *self._values, limit)
        return [Unseen(card, item, bool(anew)) for card, item, anew in found]
