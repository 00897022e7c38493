"""When the words of an exported card last changed, told by the log.

Anki overwrites a note only with a newer one. A file's own time would not do: installing dlprep
again gives all files a new one. So the log keeps a fingerprint of what each card said.
"""

from __future__ import annotations

from hashlib import sha256

from dlprep.model.event import Json, Moment, NewEvent
from dlprep.store.store import Store

_NEVER = (None, -1)


class Changes:
    """Tells when the words of each card last changed, and notes in the log what is new.

    `form` tells exports apart that are kept beside one another.
    """

    def __init__(self, store: Store, moment: Moment, form: str) -> None:
        self._store = store
        self._moment = moment
        self._form = form
        self._known = _known(store, form)
        self._new: dict[str, Json] = {}

    def time(self, name: str, words: str) -> int:
        """Seconds since 1970 at which the card of this name was first exported with these words;
        that of this export where they are new."""
        print_ = sha256(words.encode()).hexdigest()[:16]
        before, at = self._known.get(name, _NEVER)
        if before == print_:
            return at
        self._new[name] = print_
        return _later(self._moment.at_ms, at)

    def keep(self) -> None:
        """Note the cards that are new or say something else in the log, all in one event."""
        if self._new:
            new = NewEvent(kind="params", subject=_subject(self._form), payload=self._new)
            self._store.append(self._moment, [new])


def _known(store: Store, form: str) -> dict[str, tuple[Json, int]]:
    """The last fingerprint of each card and when it came."""
    known: dict[str, tuple[Json, int]] = {}
    for event in store.events({"params"}, _subject(form)):
        for name, print_ in event.payload.items():
            before, at = known.get(name, _NEVER)
            if before != print_:
                known[name] = print_, _later(event.at_ms, at)
    return known


def _later(at_ms: int, before: int) -> int:
    """A change is newer than the one before it, whatever the clock says."""
    return max(at_ms // 1000, before + 1)


def _subject(form: str) -> str:
    return f"export-{form}"
