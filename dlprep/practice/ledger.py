"""Writes what happens to a card, together with the schedule that follows from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dlprep.memory.replay import KINDS, after, new_card, replay, restarted
from dlprep.memory.schedule import ALGORITHM, parameters, recall
from dlprep.model.event import CardState, Event, Json, Moment, NewEvent, Source
from dlprep.store.store import Store


class Ledger:
    """The one way in which a card's schedule changes: event and schedule in one transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def state(self, card: str, rev: int) -> CardState:
        """The card as it stands in the store now, anew where its `rev` was raised."""
        state = self._store.cards([card]).get(card)
        if state is None:
            return new_card(card, rev)
        return restarted(state, rev) if state.rev < rev else state

    def write(self, moment: Moment, new: NewEvent, rev: int) -> Event:
        """Write an event about a card of that `rev`.

        A review also keeps whether it is the `first`, and the recall predicted for it (`r`),
        which the statistics compare with what happened.
        """
        with self._store.transaction():
            state = self.state(new.subject, rev)
            about: dict[str, Json] = {"rev": rev}
            if new.kind == "review":
                about |= _prediction(state, moment.day)
                self._note_parameters(moment)
            written = replace(new, payload=about | new.payload)
            card = after(state, written, moment.day)
            (event,) = self._store.append(moment, [written], cards=[card])
        return event

    def take_back(self, moment: Moment, event: Event, source: Source) -> Event:
        """Undo an event about a card: its schedule is what it was without that event."""
        card = event.subject
        with self._store.transaction():
            without = self._store.steps(KINDS, card, but=event.id)
            before = replay(without).get(card) or new_card(card)
            new = NewEvent(kind="undo", subject=card, source=source, undoes=event.id)
            (undo,) = self._store.append(moment, [new], cards=[before])
        return undo

    def _note_parameters(self, moment: Moment) -> None:
        """The log says once by which algorithm its cards are scheduled."""
        last = self._store.last(["params"], subject=ALGORITHM)
        if last is None or last.payload != parameters():
            new = NewEvent(kind="params", subject=ALGORITHM, payload=parameters())
            self._store.append(moment, [new])


def _prediction(state: CardState, day: int) -> Mapping[str, Json]:
    if not state.reps:
        return {"first": True}
    again_today = state.last is None or day <= state.last
    return {"first": False} if again_today else {"first": False, "r": round(recall(state, day), 4)}
