"""What the rules know besides the item at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dlprep.bank.locate import solutions_beside, ways_of
from dlprep.bank.select import Filter
from dlprep.lint.rejected import Rejected
from dlprep.lint.strangers import Strangers
from dlprep.model.item import Short
from dlprep.model.message import Place
from dlprep.model.rubric import Lexicon

if TYPE_CHECKING:
    from dlprep.bank.index import Bank


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The rest of the bank. An empty registry (a bank of one's own without one) is not asked.

    `solution_of` says where the solution of an exercise lies, `solutions_of` where all ways of
    writing it do; `planned` holds the kinds of every
    planned topic by leaf; `places` says where every id of the bank is written; `seed` draws the
    numeric questions; `lexicon` is what rubrics share, `strangers` are the answers
    that rubrics of other topics read, `rejected` are words that no text uses. All has been read
    before: rules run in several processes at once.
    """

    solution_of: Callable[[str], Path]
    solutions_of: Callable[[str], list[Path]]
    leaves: frozenset[str]
    planned: Mapping[str, Mapping[str, frozenset[str]]]
    conventions: frozenset[str]
    mistakes: frozenset[str]
    places: Mapping[str, Place]
    lexicon: Lexicon
    strangers: Strangers
    rejected: Rejected
    seed: int = 0


def shelf_of(bank: Bank, extra: Mapping[str, Place], seed: int) -> Shelf:
    """The shelf of a bank and of files that stand beside it (`extra`: id to place)."""
    return Shelf(
        solution_of=partial(_solution_of, bank, extra),
        solutions_of=lambda exercise: ways_of(_solution_of(bank, extra, exercise)),
        leaves=frozenset(bank.leaves()),
        planned=_planned(bank),
        conventions=bank.codes("convention"),
        mistakes=bank.codes("mistake"),
        places={**extra, **bank.places()},
        seed=seed,
        rejected=Rejected(bank.glossary),
        lexicon=bank.lexicon,
        strangers=Strangers(tuple(_answered(bank))),
    )


def _solution_of(bank: Bank, extra: Mapping[str, Place], exercise: str) -> Path:
    """The solution in the bank; of an exercise whose file stands beside the bank, the one that
    stands beside it."""
    path = bank.solution_path(exercise)
    if path.is_file() or exercise not in extra:
        return path
    questions = Path(extra[exercise].file).parent.parent
    own = solutions_beside(questions) / path.name
    return own if own.is_file() else path


def _answered(bank: Bank) -> Iterator[Short]:
    for header in bank.all_headers(Filter(kinds=frozenset({"short", "open"}))):
        item = bank.get(header.id)
        if isinstance(item, Short):
            yield item


def _planned(bank: Bank) -> dict[str, dict[str, frozenset[str]]]:
    planned: dict[str, dict[str, frozenset[str]]] = {}
    for each in bank.plan:
        topics = planned.setdefault(each.leaf, {})
        topics[each.topic] = topics.get(each.topic, frozenset()) | {each.kind}
    return planned
