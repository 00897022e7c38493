"""Anki itself reads what is exported, and its reviews come back."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("anki.collection")
Collection: Any = import_module("anki.collection").Collection
pb: Any = import_module("anki.import_export_pb2")

from dlprep.bank.index import Bank  # noqa: E402
from dlprep.bank.locate import find_roots  # noqa: E402
from dlprep.model.event import Moment  # noqa: E402
from dlprep.practice.cards_out import cards_out  # noqa: E402
from dlprep.practice.exported import Changes  # noqa: E402
from dlprep.practice.from_anki import merge_reviews  # noqa: E402
from dlprep.store.anki import anki_reviews  # noqa: E402
from dlprep.store.store import Store  # noqa: E402
from dlprep.view.anki import package  # noqa: E402

ITEM = """
- id: loss.mse.{name}
  kind: card
  topic: {name}
  difficulty: 1
  frequency: 2
  prompt: {{zh: 问 {name}, en: "Is $a<b$ in `x` & {name}?"}}
  answer: {{zh: 答, en: "{answer}"}}
  explanation: {{zh: 因, en: because}}
"""
FIRST, SECOND = ("loss.mse.one#front@en", "loss.mse.two#front@en")


class Room:
    """A bank of two files, and a collection of Anki."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection = Collection(str(folder / "collection.anki2"))
        self.store = Store.open(folder / "p.sqlite3")
        self.at_ms = 1_700_000_000_000
        self.write("one", "yes")
        self.write("two", "yes")

    def write(self, name: str, answer: str) -> None:
        file = self.folder / "bank" / "questions" / "loss" / f"mse.{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        text = f"leaf: loss.mse\nitems:{ITEM.format(name=name, answer=answer)}"
        file.write_text(text, encoding="utf-8")

    def bank(self) -> Bank:
        return Bank.open(find_roots(str(self.folder / "bank"), []), None)

    def export_and_import(self) -> None:
        file = self.folder / "cards.apkg"
        cards = cards_out(self.bank(), ())
        moment = Moment(at_ms=self.at_ms, tz_min=0, day=self.at_ms // 86_400_000)
        changes = Changes(self.store, moment, "anki-en")
        self.at_ms += 1_000_000_000_000  # the next export is later than all edits in Anki
        package(cards, changes.time, "en").write_to_file(str(file))
        changes.keep()
        options = pb.ImportAnkiPackageOptions(with_scheduling=True)
        request = pb.ImportAnkiPackageRequest(package_path=str(file), options=options)
        self.collection.import_anki_package(request)

    def note(self, guid: str) -> Any:
        (found,) = self.collection.db.list("select id from notes where guid = ?", guid)
        return self.collection.get_note(found)

    def review_all(self) -> None:
        decks = self.collection.decks
        decks.select(decks.id_for_name("dlprep en"))
        scheduler = self.collection.sched
        while (card := scheduler.getCard()) is not None:
            scheduler.answerCard(card, 4)
        assert all(reps == 1 for _, reps, *_ in self.schedule())

    def schedule(self) -> list[Any]:
        return self.collection.db.all("select id, reps, ivl, due, queue from cards order by id")


@pytest.fixture
def room(tmp_path: Path) -> Any:
    made = Room(tmp_path)
    yield made
    made.collection.close()
    made.store.close()


def test_cards_arrive_whole(room: Room) -> None:
    """Formulas between \\( and \\), everything else escaped, one card a note."""
    room.export_and_import()
    fields = room.note(FIRST).fields
    assert fields[0] == r"Is \(a&lt;b\) in <code>x</code> &amp; one?"
    assert fields[3] == "loss.mse.one#front"
    assert room.collection.card_count() == 2


def test_importing_again_keeps_schedule_and_edits(room: Room) -> None:
    """Unchanged content touches nothing; a changed question is renewed with its schedule kept,
    and what the person has edited elsewhere stays."""
    room.export_and_import()
    room.review_all()
    edited = room.note(SECOND)
    edited.fields[1] = "my own words"
    room.collection.update_note(edited)
    before = room.schedule()
    room.export_and_import()
    assert room.schedule() == before
    assert room.note(SECOND).fields[1] == "my own words"
    room.write("one", "certainly")
    room.export_and_import()
    assert room.schedule() == before
    assert room.note(FIRST).fields[1] == "certainly"
    assert room.note(SECOND).fields[1] == "my own words"


def test_reviews_come_back_once(room: Room) -> None:
    """Those of our cards, with their grades; a second import finds them all known."""
    room.export_and_import()
    room.review_all()
    file = room.folder / "back.apkg"
    options = pb.ExportAnkiPackageOptions(with_scheduling=True, legacy=True)
    room.collection.export_anki_package(out_path=str(file), options=options, limit=None)
    with Store.open(room.folder / "other.sqlite3") as store:
        for added, known in ((2, 0), (0, 2)):
            merged, others = merge_reviews(room.bank(), store, anki_reviews(file), lambda _: 0)
            assert (merged.added, merged.known, others) == (added, known, 0)
        assert {state.reps for state in store.cards().values()} == {1}
        assert set(store.cards()) == {"loss.mse.one#front", "loss.mse.two#front"}
