"""A session of flashcards, with a small bank and a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.memory.replay import KINDS, replay
from dlprep.memory.schedule import ALGORITHM
from dlprep.model.event import Moment
from dlprep.model.message import DlprepError
from dlprep.practice.deck import NEW_A_DAY, Wishes
from dlprep.practice.flashcards import Flashcards
from dlprep.store.store import Store

DAY = 20_833
CARD = """
- id: {leaf}.{name}
  kind: card
  topic: {name}
  difficulty: 1
  frequency: 2
  rev: {rev}
  prompt: {{zh: 问 {name}, en: ask {name}}}
  answer: {{zh: 答 {name}, en: answer {name}}}
  explanation: {{zh: 因 {name}, en: because {name}}}
  reverse: {reverse}
"""
CHOICE = """
- id: {leaf}.{name}
  kind: choice
  topic: {name}
  difficulty: 2
  frequency: 2
  prompt: {{zh: 选 {name}, en: choose {name}}}
  explanation: {{zh: 因 {name}, en: because {name}}}
  options:
  - {{key: yes, zh: 对的, en: the right one, right: true, why: {{zh: 因为对, en: it is so}}}}
  - {{key: no, zh: 错的, en: the wrong one, why: {{zh: 因为错, en: it is not so}}}}
"""


class Clock:
    """Says when it is, and can be turned."""

    def __init__(self) -> None:
        self.day = DAY
        self.ms = 0

    def __call__(self) -> Moment:
        self.ms += 1
        return Moment(at_ms=self.day * 86_400_000 + self.ms, tz_min=0, day=self.day)


class Room:
    """A bank folder, a store and a clock; sessions are opened in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.store = Store.open(folder / "p.sqlite3")

    def write(self, leaf: str, *items: str) -> None:
        path = self.folder / "bank" / "questions" / f"{leaf.replace('.', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"leaf: {leaf}\nitems:" + "".join(items), encoding="utf-8")

    def open(self, **wishes: object) -> Flashcards:
        bank = Bank.open(find_roots(str(self.folder / "bank"), []), None)
        assert bank.faults == ()
        return Flashcards(bank, self.store, self.clock, Wishes(**wishes))


def card(leaf: str, name: str, *, rev: int = 1, reverse: str = "false") -> str:
    return CARD.format(leaf=leaf, name=name, rev=rev, reverse=reverse)


def choice(leaf: str, name: str) -> str:
    return CHOICE.format(leaf=leaf, name=name)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    made.write("loss.mse", card("loss.mse", "a"), card("loss.mse", "b", reverse="true"))
    made.write("loss.softmax-ce", choice("loss.softmax-ce", "c"))
    yield made
    made.store.close()


def shown(session: Flashcards) -> list[str]:
    """The cards still to come, seen by rating each one good."""
    cards = []
    while session.current is not None:
        cards.append(session.current.face.card)
        session.rate(3, 1000)
    return cards


def test_cards_and_choices_make_cards(room: Room) -> None:
    """A card is asked from the front; a choice shows its options, and the right one behind."""
    session = room.open()
    faces = {}
    while session.current is not None:
        face = session.current.face
        faces[face.card] = (face.front.en, face.back.en)
        session.rate(3, 1000)
    assert faces["loss.mse.a#front"] == ("ask a", "answer a")
    front, back = faces["loss.softmax-ce.c#choice"]
    assert sorted(front.splitlines()) == ["choose c", "· the right one", "· the wrong one"]
    assert back.splitlines() == ["· the right one", "it is so"]


def test_two_cards_of_one_leaf_are_not_neighbours(room: Room) -> None:
    """The choice of the other leaf stands between."""
    assert shown(room.open())[1] == "loss.softmax-ce.c#choice"


def test_the_reverse_card_waits_for_another_day(room: Room) -> None:
    """Siblings never meet on one day."""
    assert "loss.mse.b#reverse" not in shown(room.open())
    assert shown(room.open()) == []
    room.clock.day += 1
    assert "loss.mse.b#reverse" in shown(room.open())


def test_a_grade_is_on_the_disk_before_the_next_card(room: Room) -> None:
    """Another connection reads the review and the schedule that was announced."""
    session = room.open()
    first = session.current
    event = session.rate(3, 1234)
    with Store.open(room.folder / "p.sqlite3") as other:
        assert other.event(event.id) == event
        state = other.cards()[first.face.card]
    assert (event.rating, event.ms, event.source) == (3, 1234, "card")
    assert event.payload == {"rev": 1, "first": True}
    assert state.due - DAY == first.intervals[2]


def test_the_log_names_the_algorithm_once(room: Room) -> None:
    """One `params` event comes before the first review."""
    shown(room.open())
    room.clock.day += 30
    shown(room.open())
    named = list(room.store.events({"params"}))
    assert [e.subject for e in named] == [ALGORITHM]
    assert named[0].seq == 1


def test_a_forgotten_card_comes_back_after_the_others_but_not_for_ever(room: Room) -> None:
    """Three times within a session; after that it waits for the next one."""
    session = room.open(new=2)
    first = session.current.face.card
    seen = []
    while session.current is not None:
        now = session.current.face.card
        seen.append(now)
        session.rate(1 if now == first else 3, 10)
    assert seen[0] == first
    assert seen[1] != first
    assert seen.count(first) == 4
    assert room.open().current.face.card == first


def test_undo_goes_back_step_by_step_and_across_restarts(room: Room) -> None:
    """Every grade can be taken back, also by a later session; nothing is left of it."""
    shown(room.open())
    reviewed = [e.subject for e in room.store.events({"review"})]
    session = room.open()
    for subject in reversed(reviewed):
        session.undo()
        assert session.current.face.card == subject
    with pytest.raises(DlprepError, match=r"flashcards\.nothing-to-undo"):
        session.undo()
    assert room.store.cards() == {}
    assert room.store.day_stats(0, 10**6) == {}


def test_undo_after_a_repeated_card_shows_it_once(room: Room) -> None:
    """The copy that was to come back later is taken out of the pile."""
    session = room.open()
    first = session.current.face.card
    session.rate(1, 10)
    session.undo()
    assert session.done().reviews == session.done().again == 0
    assert shown(session).count(first) == 1


def test_a_buried_card_returns_tomorrow(room: Room) -> None:
    """Burying moves nothing but the day."""
    session = room.open()
    first = session.current.face.card
    session.bury()
    assert first not in shown(session)
    assert first not in shown(room.open())
    room.clock.day += 1
    assert first in shown(room.open())


def test_a_suspended_card_stays_away_until_undone(room: Room) -> None:
    """Suspending is for good; an undo brings the card back."""
    first = room.open().current.face.card
    room.open().suspend()
    room.clock.day += 400
    session = room.open()
    assert first != session.current.face.card
    session.undo()
    assert session.current.face.card == first


def test_marking_keeps_the_card_on_the_table(room: Room) -> None:
    """`m` is a switch on the item."""
    session = room.open()
    item = session.current.face.item.id
    session.mark()
    assert (session.current.marked, room.store.marked()) == (True, {item})
    session.mark()
    assert (session.current.marked, room.store.marked()) == (False, set())


def test_limits_are_of_the_session_when_given(room: Room) -> None:
    """`--new 1` brings one new card and says that there are more; 0 brings none."""
    session = room.open(new=1)
    assert len(shown(session)) == 1
    assert session.done().new_held
    assert room.open(new=0).current is None


def test_what_a_card_needs_comes_before_it(room: Room) -> None:
    """On the same day, and on an earlier one where the day is too short for both."""
    needing = card("loss.a", "late") + "  needs: [optim.sgd.z]\n"
    room.write("loss.a", needing)
    room.write("optim.sgd", *(card("optim.sgd", name) for name in "xyz"))
    met = shown(room.open(new=1)) + shown(room.open(new=30))
    names = [each.partition("#")[0] for each in met]
    assert names.index("optim.sgd.z") < names.index("loss.a.late")


def test_without_a_wish_the_day_has_a_limit(room: Room) -> None:
    """Twenty new cards a day, however many sessions they take."""
    names = [f"n{n:02}" for n in range(30)]
    room.write("optim.sgd", *(card("optim.sgd", name) for name in names))
    assert len(shown(room.open(new=5))) == 5
    assert len(shown(room.open())) == NEW_A_DAY - 5
    assert room.open().current is None
    room.clock.day += 1
    assert room.open(reviews=0).done().new_left == 33 + 1 - NEW_A_DAY


def test_due_cards_have_a_limit_too(room: Room) -> None:
    """`--reviews 1` brings the most overdue one."""
    shown(room.open())
    room.clock.day += 300
    session = room.open(reviews=1, new=0)
    assert session.done().due_left == 1
    assert session.done().due_held


def test_a_topic_narrows_the_pile(room: Room) -> None:
    """Only cards of the leaf, both new and due; an unknown topic is a clear fault."""
    assert shown(room.open(topics=("loss.softmax-ce",))) == ["loss.softmax-ce.c#choice"]
    room.clock.day += 300
    assert shown(room.open(topics=("loss.softmax-ce",))) == ["loss.softmax-ce.c#choice"]
    with pytest.raises(DlprepError, match=r"flashcards\.no-cards-of"):
        room.open(topics=("no-such-topic",))


def test_a_raised_rev_makes_the_card_new(room: Room) -> None:
    """Its old schedule is gone once it has been seen; a reworded card keeps its own."""
    shown(room.open(topics=("loss.mse.a",)))
    room.write("loss.mse", card("loss.mse", "a", rev=2))
    session = room.open(topics=("loss.mse.a",))
    assert session.current.new
    session.rate(3, 10)
    state = room.store.cards()["loss.mse.a#front"]
    assert (state.rev, state.reps) == (2, 1)
    assert room.open(topics=("loss.mse.a",)).current is None


def test_a_removed_card_waits_in_the_log(room: Room) -> None:
    """A card that leaves the bank is not shown; when it returns it goes on where it was."""
    shown(room.open(topics=("loss.mse.a",)))
    due = room.store.cards()["loss.mse.a#front"].due
    room.write("loss.mse", card("loss.mse", "b"))
    room.clock.day = due
    assert "loss.mse.a#front" not in shown(room.open())
    room.write("loss.mse", card("loss.mse", "a"))
    assert "loss.mse.a#front" in shown(room.open())


def test_two_terminals_do_not_ask_the_same_card_twice(room: Room) -> None:
    """A card graded elsewhere meanwhile is passed over; no review is lost."""
    here, there = room.open(), room.open()
    shown(there)
    first = here.current.face.card
    here.rate(3, 10)
    assert here.current is None
    assert room.store.cards()[first].reps == 2
    assert room.store.cards() == replay(room.store.events(KINDS, live=True))


def test_nothing_can_be_graded_at_the_end(room: Room) -> None:
    """An empty table is a fault, not a crash."""
    session = room.open(new=0)
    with pytest.raises(DlprepError, match=r"flashcards\.no-card"):
        session.rate(3, 10)
