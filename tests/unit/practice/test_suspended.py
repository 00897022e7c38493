"""Cards put away for good, and how they come back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from banks import CARD, CHOICE, item_file, write_bank

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.model.event import Moment
from dlprep.model.flashcard import SuspendedCard
from dlprep.model.message import DlprepError
from dlprep.practice.deck import Wishes
from dlprep.practice.flashcards import Flashcards
from dlprep.practice.suspended import restore, suspended
from dlprep.store.store import Store

DAY = 20_833


def now() -> Moment:
    return Moment(at_ms=DAY * 86_400_000, tz_min=0, day=DAY)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[tuple[Bank, Store]]:
    """A small bank, and progress in which its first card was reviewed and then suspended."""
    write_bank(tmp_path, mse=item_file(CARD, CHOICE))
    bank = Bank.open(find_roots(str(tmp_path), []), None)
    store = Store.open(tmp_path / "p.sqlite3")
    session = Flashcards(bank, store, now, Wishes())
    session.rate(3, 100)
    session.suspend()
    yield bank, store
    store.close()
    bank.close()


def test_a_suspended_card_is_listed_with_what_it_asks(room: tuple[Bank, Store]) -> None:
    """Whoever suspended a card by a slip of the finger finds it."""
    (card,) = suspended(*room)
    assert card.front is not None
    assert card.front.en


def test_a_restored_card_comes_up_again(room: tuple[Bank, Store]) -> None:
    """It is in the next session, as it would have been."""
    bank, store = room
    (card,) = suspended(bank, store)
    assert Flashcards(bank, store, now, Wishes()).current is None
    assert restore(store, now(), card.card.partition("#")[0]) == (card.card,)
    assert suspended(bank, store) == ()
    table = Flashcards(bank, store, now, Wishes()).current
    assert table is not None
    assert table.face.card == card.card


def test_a_card_that_the_bank_has_no_longer_is_listed_by_name(
    room: tuple[Bank, Store], tmp_path: Path
) -> None:
    """Its name is all that is known of it."""
    (tmp_path / "empty").mkdir()
    write_bank(tmp_path / "empty", mse="leaf: loss.mse\nitems: []\n")
    bank = Bank.open(find_roots(str(tmp_path / "empty"), []), None)
    (card,) = suspended(*room)
    assert suspended(bank, room[1]) == (SuspendedCard(card.card, None),)


def test_what_is_not_suspended_is_said(room: tuple[Bank, Store]) -> None:
    """A mistyped name is told with the names near it."""
    (card,) = suspended(*room)
    with pytest.raises(DlprepError) as near:
        restore(room[1], now(), card.card[:-1])
    assert near.value.messages[0].code == "flashcards.not-suspended-near"
    assert near.value.messages[0].values["near"] == [card.card]
    with pytest.raises(DlprepError) as far:
        restore(room[1], now(), "zzzz")
    assert far.value.messages[0].code == "flashcards.not-suspended"
