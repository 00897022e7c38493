"""Which cards come up, asked of bank and log in one query."""

from __future__ import annotations

from pathlib import Path

import pytest
from banks import CARD, CHOICE, item_file, write_bank
from shipped import BANK

from dlprep.bank import deal as dealing
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.memory.replay import new_card
from dlprep.memory.schedule import reviewed
from dlprep.model.event import CardState, Moment
from dlprep.practice.faces import faces, mistake_face
from dlprep.store.store import Store

DAY = 20_000
MOMENT = Moment(at_ms=DAY * 86_400_000, tz_min=0, day=DAY)


def other(name: str, leaf: str = "loss.mse", **more: str) -> str:
    """The card of the small bank under another name."""
    text = CARD.replace("loss.mse.units", f"{leaf}.{name}")
    return text + "".join(f"  {key}: {value}\n" for key, value in more.items())


def unseen(bank: Bank, store: Store, *topics: str) -> list[tuple[str, bool]]:
    with bank.beside(store.path, Filter(topics=topics)) as deal:
        return [(each.card, each.anew) for each in deal.unseen(DAY, 100)]


def due(bank: Bank, store: Store, *topics: str) -> list[str]:
    with bank.beside(store.path, Filter(topics=topics)) as deal:
        return deal.due(DAY, 100)


def keep(store: Store, *states: CardState) -> None:
    store.append(MOMENT, [], cards=states)


def test_the_index_names_the_cards_that_are_drawn() -> None:
    """Of every item and mistake of the shipped bank; what cannot be drawn is not listed."""
    bank = BANK
    listed = {row[0] for row in bank._rows("SELECT card FROM face")}
    items = (bank.item(header.id) for header in bank.all_headers())
    drawn = {face.card for item in items for face in faces(item)}
    codes = bank.codes("mistake")
    drawn |= {face.card for code in codes if (face := mistake_face(bank.mistake(code)))}
    assert listed == drawn
    assert len(drawn) > 500


def test_frequent_leaves_go_deeper(tmp_path: Path) -> None:
    """A leaf asked twice as often shows its second item beside the other's first; the cards of an
    item stand together, and items of a leaf by kind, difficulty and id."""
    often = item_file(*(other(f"n{n}") for n in range(3)), other("n3", reverse="true"))
    rarely = item_file(*(other(f"n{n}", "loss.bce") for n in range(2)), leaf="loss.bce")
    bank = Bank.open(write_bank(tmp_path, mse=often, bce=rarely), None)
    with Store.open(tmp_path / "p.sqlite3") as store:
        assert [card for card, _ in unseen(bank, store)] == [
            "loss.mse.n0#front",
            "loss.mse.n1#front",
            "loss.bce.n0#front",
            "loss.mse.n2#front",
            "loss.mse.n3#front",
            "loss.mse.n3#reverse",
            "loss.bce.n1#front",
        ]


def test_what_is_needed_is_met_first(tmp_path: Path) -> None:
    """Through a chain and over leaves; the other items keep their order, needs in a circle and
    those of items that are not here hide no card."""
    mse = item_file(
        other("a", needs="[loss.mse.d]"),
        other("b", needs="[loss.mse.b, loss.none.x]"),
        other("c"),
        other("d", needs="[loss.bce.z]"),
    )
    bce = item_file(other("y", "loss.bce"), other("z", "loss.bce"), leaf="loss.bce")
    bank = Bank.open(write_bank(tmp_path, mse=mse, bce=bce), None)
    with Store.open(tmp_path / "p.sqlite3") as store:
        order = [card.removesuffix("#front")[5:] for card, _ in unseen(bank, store)]
    assert sorted(order) == ["bce.y", "bce.z", "mse.a", "mse.b", "mse.c", "mse.d"]
    assert [name for name in order if name != "mse.b"] == [
        "bce.z",
        "mse.d",
        "mse.a",
        "bce.y",
        "mse.c",
    ]


def test_a_long_chain_of_needs_is_met_in_order(tmp_path: Path) -> None:
    """What a thousand items need one after the other is no deeper than what one needs."""
    chain = [other(f"n{n:04}", needs=f"[loss.mse.n{n + 1:04}]") for n in range(1500)]
    bank = Bank.open(write_bank(tmp_path, mse=item_file(*chain, other("n1500"))), None)
    with Store.open(tmp_path / "p.sqlite3") as store:
        first, second, *_ = [card for card, _ in unseen(bank, store)]
    assert (first, second) == ("loss.mse.n1500#front", "loss.mse.n1499#front")


@pytest.mark.parametrize("few", [0, 20_000], ids=["sieve all", "go by turn"])
def test_what_was_seen_is_not_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    """Neither reviewed, suspended nor buried cards are; a raised `rev` makes a card new."""
    monkeypatch.setattr(dealing, "_FEW", few)
    names = ("again", "buried", "fresh", "put-away", "raised", "returned", "seen")
    items = [other(name, rev="2" if name == "raised" else "1") for name in names]
    bank = Bank.open(write_bank(tmp_path, mse=item_file(*items)), None)
    cards = {name: new_card(f"loss.mse.{name}#front") for name in names}
    with Store.open(tmp_path / "p.sqlite3") as store:
        keep(
            store,
            cards["again"]._replace(buried_until=DAY),
            cards["buried"]._replace(buried_until=DAY + 1),
            cards["put-away"]._replace(suspended=True),
            reviewed(cards["raised"], 3, DAY - 5),
            cards["returned"]._replace(due=DAY),
            reviewed(cards["seen"], 3, DAY - 5),
        )
        assert unseen(bank, store) == [
            ("loss.mse.again#front", False),
            ("loss.mse.fresh#front", False),
            ("loss.mse.raised#front", True),
        ]
        assert unseen(bank, store, "loss.bce") == []
        assert unseen(bank, store, "loss.mse.fresh") == [("loss.mse.fresh#front", False)]


def test_what_is_due_is_what_the_bank_still_has(tmp_path: Path) -> None:
    """Longest due first; neither cards that are put away nor those of another meaning or of items
    that are gone; mistakes are due where no topic is asked for."""
    names = ("a", "b", "raised", "away", "later")
    items = [other(name, rev="2" if name == "raised" else "1") for name in names]
    bank = Bank.open(write_bank(tmp_path, mse=item_file(*items, CHOICE)), None)
    mistakes = tmp_path / "questions" / "mistakes.yaml"
    mistakes.write_text(
        "mistakes:\n- {code: told, name: {zh: 名, en: name}, why: {zh: 因, en: why}}\n"
        "- {code: untold, name: {zh: 名, en: name}}\n",
        encoding="utf-8",
    )
    bank = Bank.open(bank.roots, None)
    state = reviewed(new_card("x#y"), 3, DAY - 9)
    with Store.open(tmp_path / "p.sqlite3") as store:
        keep(
            store,
            state._replace(card="loss.mse.a#front", due=DAY),
            state._replace(card="loss.mse.b#front", due=DAY - 3),
            state._replace(card="loss.mse.raised#front", due=DAY - 3),
            state._replace(card="loss.mse.away#front", due=DAY - 3, suspended=True),
            state._replace(card="loss.mse.later#front", due=DAY + 1),
            state._replace(card="loss.mse.gone#front", due=DAY - 3),
            state._replace(card="loss.mse.gradient#choice", due=DAY - 1),
            state._replace(card="mistake.told#mistake", due=DAY - 2),
            state._replace(card="mistake.untold#mistake", due=DAY - 2),
        )
        assert due(bank, store) == [
            "loss.mse.b#front",
            "mistake.told#mistake",
            "loss.mse.gradient#choice",
            "loss.mse.a#front",
        ]
        assert due(bank, store, "loss.mse.gradient") == ["loss.mse.gradient#choice"]
        assert due(bank, store, "loss.bce") == []


def test_of_very_many_cards_other_items_are_looked_at_each_day(tmp_path: Path) -> None:
    """Few are taken whole; of more than asked for, every n-th item with all of its cards, so that
    after n days each was looked at."""
    items = [other(f"n{n:02}", reverse="true", rev=str(1 + (n == 0))) for n in range(20)]
    bank = Bank.open(write_bank(tmp_path, mse=item_file(*items)), None)
    state = reviewed(new_card("x#y"), 3, DAY - 9)
    cards = [f"loss.mse.n{n:02}#{face}" for n in range(19) for face in ("front", "reverse")]
    with Store.open(tmp_path / "p.sqlite3") as store:
        keep(store, *(state._replace(card=card) for card in [*cards, "loss.mse.gone#front"]))
        with bank.beside(store.path) as deal:
            everything, every = deal.known(DAY, 39)
            parts = [deal.known(DAY + day, 13) for day in range(3)]
        with bank.beside(store.path, Filter(topics=("loss.bce",))) as deal:
            assert deal.known(DAY, 39).cards == []
    assert [each.state.card for each in everything] == cards[2:]  # n00 means something else now
    assert {(each.item, each.leaf) for each in everything} >= {("loss.mse.n18", "loss.mse")}
    assert every == 1
    assert [part.every for part in parts] == [3, 3, 3]
    assert sorted(seen.state.card for part in parts for seen in part.cards) == cards[2:]
    assert {len(part.cards) for part in parts} == {12}
