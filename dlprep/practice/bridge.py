"""Answers and checks are reviews too: a question answered in the quiz or an exercise that
passed moves its card, and a named mistake becomes a card that comes due.

Wrong is Again. Right after a hint, or in over twice the person's usual time, is Hard; in under
half of it Easy; otherwise Good. Half right is Hard. A person may put their own grade instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dlprep.memory.forgetting import AGAIN
from dlprep.model.event import Event, Json, Moment, NewEvent, Source
from dlprep.model.flashcard import Scheduled
from dlprep.model.item import Item
from dlprep.model.value import dataclass
from dlprep.practice.card_ids import mistake_card, whole
from dlprep.practice.ledger import Ledger
from dlprep.store.store import Store

HARD, GOOD, EASY = 2, 3, 4
_LOOKED_AT = 300  # latest answers
_NAMELESS = {"edit", "repair"}  # found by a check, but nothing that has a page
_LEAST = 5  # right answers of a kind before there is a usual time


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """How an answer came about; `usual_ms` is the person's own median for this kind."""

    right: bool
    half: bool = False
    helped: bool = False
    ms: int | None = None
    usual_ms: float | None = None

    @property
    def rating(self) -> int:
        """The grade it deserves, 1 (again) to 4 (easy)."""
        if not self.right:
            return HARD if self.half else AGAIN
        if self.helped:
            return HARD
        if self.ms is None or not self.usual_ms:
            return GOOD
        pace = self.ms / self.usual_ms
        return HARD if pace > 2 else EASY if pace < 0.5 else GOOD


class Bridge:
    """Writes the reviews that follow from answers and checks. Call it inside the transaction
    that writes the answer, so that both are there or neither."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ledger = Ledger(store)

    def answered(
        self, moment: Moment, answer: Event, item: Item, rating: int | None = None
    ) -> Scheduled | None:
        """The review of an answer in the quiz; none while nobody has graded it. `rating` is the
        person's own grade instead of the evidence's."""
        if answer.payload.get("right") is None:
            return None
        evidence = Evidence(
            right=answer.payload["right"] is True,
            half=answer.payload.get("own") == "half",
            helped=answer.payload.get("hint") is True,
            ms=answer.ms,
            usual_ms=self.usual_ms(item.kind, but=answer.id),
        )
        self._mistaken(moment, answer, [answer.mistake] if answer.mistake else [])
        return self._review(
            moment, answer, whole(item.id, item.kind), item.rev, evidence.rating, own=rating
        )

    def usual_ms(self, kind: str, *, but: str = "") -> float | None:
        """The person's median time of right answers of this kind, once there are enough."""
        times = [
            event.ms
            for event in self._store.latest(["answer"], _LOOKED_AT)
            if event.ms is not None
            and event.id != but
            and event.payload.get("kind") == kind
            and event.payload.get("right") is True
        ]
        if len(times) < _LEAST:
            return None
        from statistics import median  # noqa: PLC0415 - 5 ms that a check need not wait for

        return median(times)

    def checked(
        self,
        moment: Moment,
        check: Event,
        rev: int,
        *,
        tried: bool,
        usual_ms: float | None = None,
    ) -> Scheduled | None:
        """The review of a checked exercise; `tried` says that the attempt held wrong checks, and
        `usual_ms` is what a time by the clock is weighed against.

        Of the wrong checks on the way to a right one only the first of a day counts.
        """
        listed = check.payload.get("mistakes")
        found = [str(code) for code in listed] if isinstance(listed, list) else []
        codes = [code for code in found if code not in _NAMELESS]
        self._mistaken(moment, check, codes)
        payload = check.payload
        passed = payload.get("verdict") == "passed"
        if not passed and payload.get("verdict") in {"not-judged", "not-implemented"}:
            return None
        card = whole(check.subject, "code")
        if not passed and self._failed_today(card, moment.day):
            return None
        helped = tried or "hint" in payload or payload.get("gave_up") is True
        evidence = Evidence(right=passed, helped=helped, ms=check.ms, usual_ms=usual_ms)
        return self._review(moment, check, card, rev, evidence.rating)

    def take_back(self, moment: Moment, answer: Event, item: Item | None) -> None:
        """Undo the reviews that followed from an answer."""
        for review in list(self._reviews_of(answer, item)):
            self._ledger.take_back(moment, review, review.source or "quiz")

    def regrade(self, moment: Moment, answer: Event, item: Item, rating: int) -> Scheduled | None:
        """The person's own grade in the place of the evidence's."""
        card = whole(item.id, item.kind)
        for review in list(self._reviews_of(answer, item)):
            if review.subject == card:
                self._ledger.take_back(moment, review, review.source or "quiz")
        return self._review(moment, answer, card, item.rev, rating, own=rating)

    def _reviews_of(self, answer: Event, item: Item | None) -> Iterator[Event]:
        cards = [whole(item.id, item.kind)] if item else []
        cards += [mistake_card(answer.mistake)] if answer.mistake else []
        for card in cards:
            for review in self._store.events({"review"}, card, live=True):
                if review.payload.get("by") == answer.id:
                    yield review

    def _review(
        self,
        moment: Moment,
        cause: Event,
        card: str,
        rev: int,
        rating: int,
        *,
        own: int | None = None,
    ) -> Scheduled:
        evidence: dict[str, Json] = {"by": cause.id}
        evidence |= {"own": True} if own else {}
        given = own or rating
        new = NewEvent(
            kind="review", subject=card, rating=given, source=_source(cause), payload=evidence
        )
        self._ledger.write(moment, new, rev)
        state = self._ledger.state(card, rev)
        return Scheduled(card=card, rating=given, days=(state.due or moment.day) - moment.day)

    def _mistaken(self, moment: Moment, cause: Event, codes: Iterable[str]) -> None:
        """The cards of the mistakes come due today, if they are not already."""
        for code in codes:
            card = mistake_card(code)
            if not self._failed_today(card, moment.day):
                self._review(moment, cause, card, 1, AGAIN)

    def _failed_today(self, card: str, day: int) -> bool:
        state = self._store.cards([card]).get(card)
        return (
            state is not None and state.last == day and state.due is not None and state.due <= day
        )


def _source(cause: Event) -> Source:
    return cause.source or "quiz"
