"""What a shell offers while a command is typed; nothing where the bank cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dlprep.bank.select import Filter
from dlprep.cli.desk import Desk, open_desk
from dlprep.model.item import KINDS
from dlprep.model.message import DlprepError


def topics(incomplete: str) -> list[str]:
    """Topics and the branches above them, which stand for all of theirs."""
    return _from_bank(incomplete, lambda desk: _prefixes(desk.bank.leaves()))


def items(incomplete: str) -> list[str]:
    """Ids of questions."""
    return _from_bank(incomplete, lambda desk: (header.id for header in desk.bank.all_headers()))


def derivations(incomplete: str) -> list[str]:
    """Ids of derivations, without `der.` unless that was typed."""
    wanted = Filter(kinds=frozenset({"derivation"}))
    typed = "" if incomplete.startswith("der.") else "der."
    return _from_bank(
        incomplete,
        lambda desk: (header.id.removeprefix(typed) for header in desk.bank.all_headers(wanted)),
    )


def kinds(incomplete: str) -> list[str]:
    """Kinds of questions that a quiz asks."""
    return _begun((kind for kind in KINDS if kind not in {"code", "torch"}), incomplete)


def _from_bank(incomplete: str, names: Callable[[Desk], Iterable[str]]) -> list[str]:
    try:
        return _begun(names(open_desk()), incomplete)
    except DlprepError:
        return []


def _begun(names: Iterable[str], incomplete: str) -> list[str]:
    return sorted({name for name in names if name.startswith(incomplete)})


def _prefixes(leaves: Iterable[str]) -> Iterable[str]:
    for leaf in leaves:
        parts = leaf.split(".")
        yield from (".".join(parts[:depth]) for depth in range(1, len(parts) + 1))
