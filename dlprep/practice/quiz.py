"""A quiz: a queue of questions, answered one after the other, with no terminal in it.

Everything that happens is an event in the store before the caller hears of it, so a quiz that
is killed at any point goes on where it stopped: the `session` event `start` holds the queue and
the seed, and each later event names the item it settled.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Self

from dlprep.answer.grade import Shown, grade, pose
from dlprep.answer.numeric import Drawn
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.event import Event, Json, Moment, NewEvent
from dlprep.model.item import KINDS, Item, Short
from dlprep.model.message import DlprepError, Message, fault
from dlprep.model.rubric import Lexicon, Own, Said, own_grade, share
from dlprep.model.session import Outcome, Question, Summary
from dlprep.model.value import dataclass
from dlprep.model.verdict import Graded, NotRead
from dlprep.practice.bridge import Bridge
from dlprep.practice.clue import clue
from dlprep.practice.grader import agreements, confirmation
from dlprep.practice.pick import pick
from dlprep.practice.summary import Settled, summarise
from dlprep.store.store import Store

ASKED_KINDS = frozenset(KINDS) - {"code", "torch"}
LONGEST_KEPT = 4000  # characters of an answer kept in the log

Clock = Callable[[], Moment]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the person wants to be asked; the same seed and progress give the same quiz."""

    wanted: Filter
    number: int
    seed: int


def ask(bank: Bank, item: Item, seed: int) -> tuple[Question, Shown]:
    """One question by itself, with the numbers and the order of options that `seed` gives."""
    worded, posed = pose(item, random.Random(seed))
    known = (bank.convention(code) for code in item.conventions)
    order = posed if isinstance(posed, tuple) else ()
    question = Question(
        item=worded,
        title=bank.leaf_title(item.leaf),
        conventions=tuple(convention.text for convention in known if convention),
        order=order,
        hint=clue(worded, order),
        parts=len(posed.answer) if isinstance(posed, Drawn) else 1,
        seed=seed,
    )
    return question, posed


def judge(bank: Bank, question: Question, posed: Shown, text: str) -> Outcome | NotRead:
    """Grade an answer without recording it."""
    # The lexicon is read only where words are looked for.
    lexicon = bank.lexicon if isinstance(question.item, Short) else Lexicon()
    graded = grade(question.item, posed, text, lexicon)
    if isinstance(graded, NotRead):
        return graded
    return _outcome(bank, question, graded)


def _outcome(bank: Bank, question: Question, graded: Graded) -> Outcome:
    named = bank.mistake(graded.mistake) if graded.mistake else None
    return Outcome(question=question, graded=graded, mistake=named.name if named else None)


class Quiz:
    """One session. `faults` tell of questions left out because they are broken."""

    def __init__(self, bank: Bank, store: Store, now: Clock, start: Event) -> None:
        self._bank = bank
        self._store = store
        self._now = now
        self._start = start
        self._bridge = Bridge(store)
        self._queue = [str(each) for each in _list(start.payload.get("queue"))]
        self._settled: list[Event] = []
        self._ungraded: dict[str, Event] = {}
        self._ended = False
        self._open: tuple[Question, Shown] | None = None
        self._shown_at = now().at_ms
        self._hinted = False
        self._missing: set[str] = set()
        self.faults: list[Message] = []

    @classmethod
    def begin(cls, bank: Bank, store: Store, now: Clock, wish: Wish) -> Self:
        """Pick the questions and write the start down. Raises `quiz.nothing`."""
        rng = random.Random(wish.seed)
        moment = now()
        queue = pick(
            bank,
            wish.wanted,
            due=[state.card.partition("#")[0] for state in store.due(moment.day)],
            stats=store.item_stats(),
            number=wish.number,
            rng=rng,
        )
        if not queue:
            near = bank.near_topics(wish.wanted.topics)
            raise fault("quiz.nothing-near" if near else "quiz.nothing", near=near)
        payload: dict[str, Json] = {"action": "start", "seed": wish.seed, "queue": list(queue)}
        subject = f"quiz-{moment.at_ms:x}-{wish.seed:x}"
        new = NewEvent(kind="session", subject=subject, source="quiz", payload=payload)
        (start,) = store.append(moment, [new])
        return cls(bank, store, now, start)

    @classmethod
    def resume(cls, bank: Bank, store: Store, now: Clock) -> Self | None:
        """The latest session, if it was not finished; an answer that nobody graded is asked
        again, and stays in the log until there is a new one."""
        events = store.last_session("quiz")
        if not events:
            return None
        quiz = cls(bank, store, now, events[0])
        later = store.events({"answer", "session"}, after_seq=events[0].seq, live=True)
        ours = [event for event in later if quiz._is_ours(event)]
        quiz._ungraded = {event.subject: event for event in ours if _is_ungraded(event)}
        quiz._settled = [event for event in ours if not _is_ungraded(event)]
        return quiz

    def _is_ours(self, event: Event) -> bool:
        if event.kind == "answer":
            return event.payload.get("session") == self.id
        return event.subject == self.id and event.payload.get("action") == "skip"

    @property
    def id(self) -> str:
        """The subject of this session's events."""
        return self._start.subject

    def question(self) -> Question | None:
        """The question now to be answered; None at the end."""
        if self._open is None:
            self._open = self._next()
            self._shown_at, self._hinted = self._now().at_ms, False
        return self._open[0] if self._open else None

    def _next(self) -> tuple[Question, Shown] | None:
        done = {_item(event) for event in self._settled}
        marked = self._store.marked()
        for position, item_id in enumerate(self._queue):
            if item_id in done:
                continue
            if (asked := self._asked(position, item_id, marked=item_id in marked)) is not None:
                return asked
            self._missing.add(item_id)
        return None

    @property
    def _length(self) -> int:
        return len(self._queue) - len(self._missing)

    def _asked(self, position: int, item_id: str, *, marked: bool) -> tuple[Question, Shown] | None:
        """The question, or None where the bank has it no longer or it is broken."""
        item = self._bank.get(item_id)
        if item is None:
            return None
        if item.is_draft:
            self.faults.append(Message("quiz.draft", {"id": item_id}))
            return None
        seed = random.Random(f"{self._start.payload['seed']}/{position}").randrange(2**31)
        try:
            question, posed = ask(self._bank, item, seed)
        except DlprepError as broken:
            self.faults.append(Message("quiz.broken", {"id": item_id, "why": broken.messages[0]}))
            return None
        return _placed(question, len(self._settled) + 1, self._length, marked=marked), posed

    def answer(
        self, text: str, *, own: Own | None = None, rating: int | None = None
    ) -> Outcome | NotRead:
        """Grade an answer and write it down; nothing is written where it cannot be read.

        `own` is the person's own grade, for the kinds that people grade themselves; `rating` the
        grade for the card of the question, where the person does not leave it to the evidence.
        """
        assert self._open is not None
        question, posed = self._open
        outcome = judge(self._bank, question, posed, text)
        if isinstance(outcome, NotRead):
            return outcome
        own = own if outcome.graded.right is None else None
        written = self._write(outcome, own, rating=rating)
        return replace(written, trusted=self._trusts(question.item))

    def _trusts(self, item: Item) -> bool:
        """Whether what is suggested about this question was mostly confirmed so far."""
        if not isinstance(item, Short):
            return True
        confirmed = self._store.events({"confirm"}, item.id, live=True)
        return all(each.trusted for each in agreements(confirmed).values())

    def confirm(self, outcome: Outcome, own: Own) -> Outcome:
        """Put the person's own grade in the place of the ungraded answer."""
        return self._write(outcome, own, instead_of=self._settled.pop())

    def confirm_points(
        self, outcome: Outcome, said: Mapping[str, Said], *, rating: int | None = None
    ) -> Outcome:
        """Grade the last answer by what the person says of each key point; what was suggested
        is written down beside it."""
        reading = outcome.graded.reading
        assert reading is not None
        score = share(said, reading.points)
        with self._store.transaction():
            written = self._write(
                outcome, own_grade(score), instead_of=self._settled.pop(), rating=rating
            )
            payload: dict[str, Json] = {
                "answer": written.event,
                "score": round(score, 4),
                "points": confirmation(reading, said),
            }
            new = NewEvent(
                kind="confirm", subject=outcome.question.item.id, source="quiz", payload=payload
            )
            self._store.append(self._now(), [new])
        return replace(written, said=said, score=score, trusted=outcome.trusted)

    def _write(
        self,
        outcome: Outcome,
        own: Own | None,
        *,
        instead_of: Event | None = None,
        rating: int | None = None,
    ) -> Outcome:
        item, graded = outcome.question.item, outcome.graded
        payload: dict[str, Json] = {
            "session": self.id,
            "right": graded.right if own is None else own == "yes",
            "text": graded.answer[:LONGEST_KEPT],
            "seed": outcome.question.seed,
            "rev": item.rev,
            "kind": item.kind,
        }
        payload |= ({"own": own} if own else {}) | ({"hint": True} if self._hinted else {})
        moment = self._now()
        new = NewEvent(
            kind="answer",
            subject=item.id,
            ms=instead_of.ms if instead_of else max(moment.at_ms - self._shown_at, 0),
            source="quiz",
            mistake=graded.mistake,
            payload=payload,
        )
        replaced = (instead_of, self._ungraded.pop(item.id, None))
        before = [_undo(event) for event in replaced if event]
        with self._store.transaction():
            written = self._store.append(moment, [*before, new])[-1]
            review = self._bridge.answered(moment, written, item, rating)
        self._settled.append(written)
        self._open = None
        return Outcome(
            question=outcome.question,
            graded=graded,
            mistake=outcome.mistake,
            own=own,
            event=written.id,
            review=review,
        )

    def regrade(self, outcome: Outcome, rating: int) -> Outcome:
        """Put the person's own grade, 1 (again) to 4 (easy), in the place of the one that the
        answer to the last question gave its card."""
        answer, moment = self._settled[-1], self._now()
        assert answer.id == outcome.event
        with self._store.transaction():
            review = self._bridge.regrade(moment, answer, outcome.question.item, rating)
        return replace(outcome, review=review)

    def hint(self) -> None:
        """Note that a hint was seen, where there is one; the answer's event tells."""
        question = self.question()
        self._hinted = question is not None and question.hint is not None

    def skip(self) -> None:
        """Leave the question; it counts as not answered."""
        question = self.question()
        assert question is not None
        self._settled.append(self._session_event("skip", item=question.item.id))
        self._open = None

    def mark(self, item_id: str) -> bool:
        """Set or remove the mark of an item; whether it is marked now."""
        on = item_id not in self._store.marked()
        new = NewEvent(kind="mark", subject=item_id, source="quiz", payload={"on": on})
        self._store.append(self._now(), [new])
        if self._open and self._open[0].item.id == item_id:
            question, posed = self._open
            self._open = _placed(question, question.number, question.of, marked=on), posed
        return on

    def undo(self) -> str | None:
        """Take back the last answer or skip; the id of the item that is open again, or None."""
        if not self._settled:
            return None
        last = self._settled[-1]
        moment = self._now()
        with self._store.transaction():
            self._store.append(moment, [_undo(last), *map(_undo, self._confirmations(last))])
            if last.kind == "answer":
                self._bridge.take_back(moment, last, self._bank.get(last.subject))
        self._settled.pop()
        self._open = None
        return _item(last)

    def _confirmations(self, answer: Event) -> Iterator[Event]:
        """What was confirmed of the key points of an answer."""
        for event in self._store.events({"confirm"}, answer.subject, live=True):
            if event.payload.get("answer") == answer.id:
                yield event

    def end(self) -> None:
        """Close the session: there is nothing left to resume."""
        self._session_event("end")
        self._ended = True

    def _session_event(self, action: str, **more: Json) -> Event:
        payload: dict[str, Json] = {"action": action, **more}
        new = NewEvent(kind="session", subject=self.id, source="quiz", payload=payload)
        return self._store.append(self._now(), [new])[0]

    def summary(self) -> Summary:
        """How the session went so far."""
        headers = self._bank.headers(_item(event) for event in self._settled)
        settled = [
            Settled(event, headers[_item(event)].leaf)
            for event in self._settled
            if _item(event) in headers
        ]
        return summarise(settled, self._length, self._bank.leaf_title, ended=self._ended)


def _placed(question: Question, number: int, of: int, *, marked: bool) -> Question:
    return replace(question, number=number, of=of, marked=marked)


def _item(event: Event) -> str:
    return event.subject if event.kind == "answer" else str(event.payload.get("item"))


def _is_ungraded(event: Event) -> bool:
    return event.kind == "answer" and event.payload.get("right") is None


def _undo(event: Event) -> NewEvent:
    return NewEvent(kind="undo", subject=event.subject, source="quiz", undoes=event.id)


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
