"""What the statistics count, and how they look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.bank.index import Bank
from dlprep.model.event import Moment, NewEvent
from dlprep.practice.card_ids import mistake_card
from dlprep.practice.ledger import Ledger
from dlprep.practice.stats import gather
from dlprep.store.store import Store
from dlprep.view.pen import Pen
from dlprep.view.stats import leaf_lines, stats_lines
from dlprep.view.stats_data import HEADS, stats_json, tables

DAY = 20_000
CARD = "loss.softmax-ce.a#front"


def at(day: int, minutes: int = 0) -> Moment:
    return Moment(at_ms=day * 86_400_000 + minutes * 60_000, tz_min=0, day=day)


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "p.sqlite3") as opened:
        yield opened


def review(store: Store, card: str, rating: int, day: int, ms: int = 10_000) -> None:
    new = NewEvent(kind="review", subject=card, rating=rating, ms=ms, source="card")
    Ledger(store).write(at(day), new, 1)


def check(store: Store, verdict: str, moment: Moment, *mistakes: str) -> None:
    payload = {"verdict": verdict, "mistakes": [*mistakes], "run_ms": 3.0, "reference_ms": 1.5}
    first = mistakes[0] if mistakes else None
    new = NewEvent(kind="check", subject="code.affine-fb", mistake=first, payload=payload)
    store.append(moment, [new])


def shown(lines: Iterator[object]) -> str:
    return "\n".join(line.plain for line in lines)  # type: ignore[attr-defined]


def test_retention_counts_reviews_that_could_be_predicted(bank: Bank, store: Store) -> None:
    """Neither a first review, nor a second on the same day, nor a mistake that was made."""
    for rating, day in ((3, DAY - 9), (1, DAY - 7), (3, DAY - 7), (3, DAY - 5), (4, DAY - 3)):
        review(store, CARD, rating, day)
    for day in (DAY - 3, DAY - 2):
        review(store, mistake_card("mean-missing"), 1, day)
    found = gather(bank, store, DAY)
    assert (found.tested, found.retention) == (3, pytest.approx(2 / 3))
    assert found.predicted is not None
    assert 0.5 < found.predicted < 1


def test_the_mastery_of_a_leaf_is_over_all_its_questions(bank: Bank, store: Store) -> None:
    """Unseen questions count nothing."""
    header = next(h for h in bank.all_headers() if h.kind == "choice")
    review(store, f"{header.id}#choice", 3, DAY)
    found = gather(bank, store, DAY)
    (leaf,) = [each for b in found.branches for each in b.leaves if each.leaf == header.leaf]
    assert (leaf.seen, leaf.mastery) == (1, pytest.approx(1 / leaf.items))


def test_every_leaf_of_the_outline_is_on_the_map(bank: Bank, store: Store) -> None:
    """Those without questions too."""
    branches = gather(bank, store, DAY).branches
    assert sorted(leaf.leaf for b in branches for leaf in b.leaves) == sorted(bank.leaves())


def test_cards_are_due_today_or_on_their_day(bank: Bank, store: Store) -> None:
    """What is overdue counts today; 14 days are shown."""
    review(store, CARD, 1, DAY - 5)
    review(store, "loss.mse.b#front", 3, DAY)
    ahead = gather(bank, store, DAY).ahead
    due = store.cards()["loss.mse.b#front"].due
    assert due is not None
    assert (len(ahead), ahead[0], ahead[due - DAY], sum(ahead)) == (14, 1, 1, 2)


def test_an_exercise_has_its_minutes_and_its_pace(bank: Bank, store: Store) -> None:
    """From the first check to the pass; the time of the code beside the reference's."""
    check(store, "wrong", at(DAY), "mean-missing")
    check(store, "passed", at(DAY, 25))
    (each,) = gather(bank, store, DAY).exercises
    assert (each.checks, each.passed, each.minutes) == (2, True, 25)
    assert "checks: 2 · 25 min · runs 2.0× the reference" in shown(
        stats_lines(Pen("en", 80), gather(bank, store, DAY))
    )


def test_time_is_told_by_kind(bank: Bank, store: Store) -> None:
    """Flashcards apart from questions, and questions by their kind."""
    review(store, CARD, 3, DAY, ms=30_000)
    for _ in range(2):
        payload = {"right": True, "kind": "numeric"}
        new = NewEvent(kind="answer", subject="a.b", ms=60_000, source="quiz", payload=payload)
        store.append(at(DAY), [new])
    times = [(each.kind, each.times, each.ms) for each in gather(bank, store, DAY).times]
    assert times == [("numeric", 2, 120_000), ("flashcard", 1, 30_000)]


def test_a_new_person_sees_the_map_and_how_to_begin(bank: Bank, store: Store) -> None:
    """No empty plots."""
    said = shown(stats_lines(Pen("en", 80), gather(bank, store, DAY)))
    assert "Nothing has been practised yet: begin with dlprep today" in said
    assert "Memory" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_is_wider_than_the_screen(bank: Bank, store: Store, lang: str) -> None:
    """In either language, also in a narrow window."""
    for day in range(DAY - 60, DAY, 3):
        for n in range(5):
            review(store, f"loss.mse.c{n}#front", 1 + (day + n) % 4, day)
        check(store, "wrong", at(day), "mean-missing")
    found = gather(bank, store, DAY)
    for width in (80, 60, 40):
        pen = Pen(lang, width)  # type: ignore[arg-type]
        for line in (*stats_lines(pen, found), *leaf_lines(pen, found)):
            assert all(part.cell_len <= width for part in line.split("\n")), line.plain


def test_a_narrow_window_keeps_the_titles_of_topics(bank: Bank, store: Store) -> None:
    """The figures move to a line of their own before a title is cut to nothing."""
    wide = shown(leaf_lines(Pen("en", 80), gather(bank, store, DAY))).splitlines()
    narrow = shown(leaf_lines(Pen("en", 40), gather(bank, store, DAY))).splitlines()
    assert len(narrow) > len(wide)
    assert "…" not in "".join(narrow)


def test_data_has_the_columns_it_names(bank: Bank, store: Store) -> None:
    """CSV and JSON are the same tables."""
    review(store, CARD, 3, DAY - 3)
    review(store, CARD, 3, DAY)
    check(store, "wrong", at(DAY), "mean-missing")
    found = gather(bank, store, DAY)
    as_json = stats_json(found)
    for name, rows in tables(found).items():
        assert all(len(row) == len(HEADS[name]) for row in rows)
        assert [tuple(each.values()) for each in as_json[name]] == [tuple(row) for row in rows]  # type: ignore[union-attr]
    assert rows_of(found, "mistakes") == [("mean-missing", 1, DAY, 0, False)]


def rows_of(found: object, name: str) -> list[object]:
    return tables(found)[name]  # type: ignore[arg-type,return-value]
