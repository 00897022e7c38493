"""The cards of the bank beside what a person has seen of them: two files, one query.

The index holds every card (`face`), the log its schedule where it has one (`card`, attached as
`log`). Both grow large, so neither is read as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from dlprep.bank.select import Condition

_FEW = 20_000  # cards seen: beyond that it is quicker to sieve all than to go by their turn
_FREE = "suspended = 0 AND coalesce(buried_until <= ?, 1)"
_DUE = f"due <= ? AND {_FREE} AND seen.rev >= face.rev"
_NEW = f"(seen.card IS NULL OR (seen.rev < face.rev OR reps = 0 AND due IS NULL) AND {_FREE})"

Rows = Callable[..., Iterator[tuple[Any, ...]]]


class Unseen(NamedTuple):
    """A card to be met; `anew` says that it was seen, but its item means something else now."""

    card: str
    item: str
    anew: bool


class Deal:
    """Finds cards of the items that fit a condition; mistakes fit where there is none."""

    def __init__(self, rows: Rows, among: Condition | None) -> None:
        self._rows = rows
        self._among = "TRUE"
        self._values: tuple[object, ...] = ()
        if among is not None:
            self._among = f"face.item IN (SELECT id FROM item WHERE live AND {among.sql})"  # noqa: S608
            self._values = among.values

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
        turn = "turn" if seen < _FEW else "+turn"  # with a plus SQLite takes no index on it
        sql = (
            "SELECT face.card, item, seen.card IS NOT NULL AND seen.rev < face.rev"  # noqa: S608
            " FROM face LEFT JOIN log.card AS seen ON seen.card = face.card"
            f" WHERE {turn} IS NOT NULL AND {_NEW} AND {self._among} ORDER BY {turn}, nth LIMIT ?"
        )
        found = self._rows(sql, day, *self._values, limit)
        return [Unseen(card, item, bool(anew)) for card, item, anew in found]
