"""When the words of an exported card last changed, told by the log.

Anki overwrites a note only with a newer one. A file's own time would not do: installing dlprep
again gives all files a new one. So the log keeps a fingerprint of what each card said.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from dlprep.model.event import Json, Moment, NewEvent
from dlprep.store.store import Store


def change_times(
    store: Store, moment: Moment, form: str, said: Mapping[str, str]
) -> dict[str, int]:
    """Seconds since 1970 at which each card, by its name, was first exported as it is now.

    `form` tells exports apart that are kept beside one another; `said` are the words of each card.
    Cards that are new or say something else are noted in the log, all in one event.
    """
    prints = {name: sha256(words.encode()).hexdigest()[:16] for name, words in said.items()}
    with store.transaction():
        known = _known(store, form)
        changed: dict[str, Json] = {
            name: print_
            for name, print_ in prints.items()
            if name not in known or known[name][0] != print_
        }
        if changed:
            new = NewEvent(kind="params", subject=_subject(form), payload=changed)
            store.append(moment, [new])
            known = _known(store, form)
    return {name: known[name][1] for name in said}


def _known(store: Store, form: str) -> dict[str, tuple[Json, int]]:
    """The last fingerprint of each card and when it came; each later than the one before it."""
    known: dict[str, tuple[Json, int]] = {}
    for event in store.events({"params"}, _subject(form)):
        for name, print_ in event.payload.items():
            before, at = known.get(name, (None, -1))
            if before != print_:
                known[name] = print_, max(event.at_ms // 1000, at + 1)
    return known


def _subject(form: str) -> str:
    return f"export-{form}"
