"""A session of flashcards: a value that takes grades and commands, with no terminal in it.

Everything it knows besides the pile is in the log: a session that was cut off goes on with the
next one, and an undo takes back the last step of whichever session it was.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Final

from dlprep.bank.index import Bank
from dlprep.memory.forgetting import AGAIN
from dlprep.memory.queue import is_due, is_new, item_of
from dlprep.memory.schedule import intervals
from dlprep.model.event import CardState, Event, EventKind, Json, Moment, NewEvent
from dlprep.model.flashcard import CardsDone, Face, OnTable
from dlprep.model.message import fault
from dlprep.practice.card_ids import mistake_of
from dlprep.practice.deck import Deck, Wishes, no_cards
from dlprep.practice.faces import faces, mistake_face
from dlprep.practice.ledger import Ledger
from dlprep.store.store import Store

_UNDOABLE: Final[tuple[EventKind, ...]] = ("review", "bury", "suspend")
_RETURNS = 3  # times that a forgotten card comes back within one session
_GAP = 6  # other cards between, where there are as many


class Flashcards:
    """One session. `current` is the card on the table, or None at the end."""

    def __init__(self, bank: Bank, store: Store, now: Callable[[], Moment], wishes: Wishes) -> None:
        self._bank = bank
        self._store = store
        self._now = now
        self._ledger = Ledger(store)
        drawing = Deck(bank, store, now().day, wishes)
        if drawing.is_empty:
            raise no_cards(bank, wishes.topics)
        self._pile = drawing.draw()
        self._chosen = frozenset(wishes.cards or ())
        self._new = set(self._pile.new)
        self._left = deque(self._pile.cards)
        self._returned: dict[str, int] = {}
        self._standing: dict[str, Event] = {}
        self.current: OnTable | None = None
        self._turn()

    def rate(self, rating: int, ms: int) -> Event:
        """Grade the card on the table, 1 (again) to 4 (easy), after `ms` milliseconds.

        The review is on the disk when this returns, and the next card is on the table.
        """
        face = self._face()
        new = NewEvent(kind="review", subject=face.card, rating=rating, ms=ms, source="card")
        event = self._commit(new, face)
        self._left.popleft()
        if rating == AGAIN:
            self._bring_back(face.card)
        self._turn()
        return event

    def bury(self) -> Event:
        """Put the card on the table away until tomorrow."""
        return self._put_away("bury", {"until": self._now().day + 1})

    def suspend(self) -> Event:
        """Put the card on the table away for good (an undo brings it back)."""
        return self._put_away("suspend", {})

    def mark(self) -> Event:
        """Mark the item on the table, or take its mark away."""
        item = self._face().item.id
        on = item not in self._store.marked()
        new = NewEvent(kind="mark", subject=item, source="card", payload={"on": on})
        (event,) = self._store.append(self._now(), [new])
        self._turn()
        return event

    def undo(self) -> Event:
        """Take back the last grade, bury or suspend, of this session or an earlier one.

        The card is on the table again. Raises `flashcards.nothing-to-undo`.
        """
        with self._store.transaction():
            last = self._store.last(_UNDOABLE, source="card")
            if last is None:
                raise fault("flashcards.nothing-to-undo")
            event = self._ledger.take_back(self._now(), last, "card")
        self._standing.pop(last.id, None)
        self._put_back(last.subject)
        return event

    def done(self) -> CardsDone:
        """How it went so far."""
        left = set(self._left)
        reviews = [event for event in self._standing.values() if event.kind == "review"]
        return CardsDone(
            reviews=len(reviews),
            again=sum(event.rating == AGAIN for event in reviews),
            introduced=sum(event.payload["first"] is True for event in reviews),
            due_left=len(left - self._new),
            new_left=len(left & self._new),
            due_held=self._pile.due_held,
            new_held=self._pile.new_held,
        )

    def _face(self) -> Face:
        if self.current is None:
            raise fault("flashcards.no-card")
        return self.current.face

    def _commit(self, new: NewEvent, face: Face) -> Event:
        """Write an event about a card and the state that follows from it, in one step."""
        event = self._ledger.write(self._now(), new, face.item.rev)
        self._standing[event.id] = event
        return event

    def _put_away(self, kind: EventKind, payload: dict[str, Json]) -> Event:
        face = self._face()
        new = NewEvent(kind=kind, subject=face.card, source="card", payload=payload)
        event = self._commit(new, face)
        self._left.popleft()
        self._turn()
        return event

    def _bring_back(self, card: str) -> None:
        times = self._returned.get(card, 0)
        if times < _RETURNS:
            self._returned[card] = times + 1
            self._new.discard(card)
            self._left.insert(_GAP, card)

    def _put_back(self, card: str) -> None:
        """An undone card comes first again, and only once."""
        if card in self._left:
            self._left.remove(card)
            self._returned[card] = max(self._returned.get(card, 0) - 1, 0)
        state = self._store.cards([card]).get(card)
        if state is None or state.reps == 0:
            self._new.add(card)
        self._left.appendleft(card)
        self._turn()

    def _turn(self) -> None:
        """Put the next card on the table, passing over what has meanwhile been seen elsewhere."""
        self.current = None
        while self._left and self.current is None:
            self.current = self._on_table(self._left[0])
            if self.current is None:
                self._left.popleft()

    def _on_table(self, card: str) -> OnTable | None:
        stored = self._store.cards([card]).get(card)
        face = self._find_face(card, stored.reps if stored else 0)
        day = self._now().day
        if face is None or not self._wanted(stored, face, day):
            return None
        left = set(self._left)
        return OnTable(
            face=face,
            intervals=intervals(self._ledger.state(card, face.item.rev), day),
            new=card in self._new,
            marked=face.item.id in self._store.marked(),
            due_left=len(left - self._new),
            new_left=len(left & self._new),
            lapses=stored.lapses if stored else 0,
        )

    def _wanted(self, stored: CardState | None, face: Face, day: int) -> bool:
        """Whether the card is still to be seen: due, new, or chosen for today and not yet seen."""
        if stored is None or is_new(stored, face.item.rev, day):
            return True
        chosen = face.card in self._chosen and stored.last != day
        return is_due(stored._replace(due=day) if chosen else stored, face.item.rev, day)

    def _find_face(self, card: str, turn: int) -> Face | None:
        """The card as the bank words it now, or None where the bank has it no longer."""
        if code := mistake_of(card):
            mistake = self._bank.mistake(code)
            return mistake_face(mistake) if mistake else None
        item = self._bank.get(item_of(card))
        if item is None:
            return None
        return next((face for face in faces(item, turn) if face.card == card), None)
