"""Lint files: what the reader refuses and what the rules find, in the order of the files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from dlprep.bank.index import Bank
from dlprep.bank.load import Sourced, load_items
from dlprep.bank.locate import shown
from dlprep.lint.clean import CleanFiles
from dlprep.lint.rules import RULES
from dlprep.lint.shelf import Shelf, shelf_of
from dlprep.lint.spread import spread
from dlprep.lint.together import notes_on_lengths, notes_together
from dlprep.model.catalog import Finding, LintReport
from dlprep.model.message import Message, Place

Progress = Callable[[int, int], None]
SECONDS = {"torch": 8.0, "code": 2.0, "derivation": 0.3, "open": 0.1, "short": 0.1, "formula": 0.1}
SHORT_S = 0.02  # what proving an item of another kind takes about


def lint(
    bank: Bank,
    files: Sequence[Path],
    *,
    clean: CleanFiles,
    only_changed: bool = False,
    seed: int = 0,
    progress: Progress | None = None,
) -> LintReport:
    """Lint these question files against the bank.

    Files found clean are remembered in `clean`; with `only_changed` those are passed over.
    """
    wanted = [file for file in files if not (only_changed and clean.has(file))]
    loaded = {file: load_items(file, shown(file)) for file in wanted}
    items = [(file, sourced) for file in wanted for sourced in loaded[file].items]
    across = _across(bank, items)
    extra = {each.item.id: _origin(file, each) for file, each in reversed(items)}
    found = _each_item(items, shelf_of(bank, extra, seed), progress)
    findings: list[Finding] = []
    for file in wanted:
        faults = [Finding("fault", message) for message in loaded[file].faults]
        of_file = [*faults, *chain.from_iterable(found[file]), *across[file]]
        clean.note(file, is_clean=not of_file)
        findings += sorted(of_file, key=_line)
    return LintReport(
        files=len(wanted),
        items=len(items),
        findings=(*findings, *_on_lengths(items)),
        unchanged=len(files) - len(wanted),
    )


def _each_item(
    items: Sequence[tuple[Path, Sourced]], shelf: Shelf, progress: Progress | None
) -> dict[Path, list[list[Finding]]]:
    """What is found of the items of each file, in the order in which they are written."""

    def prove(n: int) -> list[Finding]:
        file, sourced = items[n]
        return list(_of_item(sourced, _origin(file, sourced), shelf))

    found: dict[int, list[Finding]] = {}
    seconds = [SECONDS.get(sourced.item.kind, SHORT_S) for _, sourced in items]
    for n, of_item in spread(prove, seconds):
        found[n] = of_item
        if progress:
            progress(len(found), len(items))
    of_files: dict[Path, list[list[Finding]]] = defaultdict(list)
    for n, (file, _) in enumerate(items):
        of_files[file].append(found[n])
    return of_files


def _across(bank: Bank, items: Sequence[tuple[Path, Sourced]]) -> dict[Path, list[Finding]]:
    """What is found of these items beside all others of the bank, by file."""
    linted = {sourced.item.id: (file, sourced) for file, sourced in items}
    others = (bank.get(item_id) for item_id in bank.places() if item_id not in linted)
    known = [item for item in others if item is not None]
    of_files: dict[Path, list[Finding]] = defaultdict(list)
    for item, (path, message) in notes_together([*known, *(each.item for _, each in items)]):
        if item.id in linted and not item.is_draft:
            file, sourced = linted[item.id]
            placed = Message(message.code, message.values, sourced.place(path))
            of_files[file].append(Finding("warning", placed))
    return of_files


def _on_lengths(items: Sequence[tuple[Path, Sourced]]) -> list[Finding]:
    notes = notes_on_lengths([sourced.item for _, sourced in items])
    return [Finding("warning", message) for message in notes]


def lint_registries(bank: Bank) -> tuple[Finding, ...]:
    """What is broken in the outline, the plan, the conventions and the named mistakes."""
    registries = {shown(path) for path in bank.roots.registries().values()}
    names = registries | {shown(bank.roots.questions)}
    return tuple(
        Finding("fault", message)
        for message in bank.faults
        if message.place and message.place.file in names
    )


def _origin(file: Path, sourced: Sourced) -> Place:
    return Place(str(file.resolve()), sourced.node.line)


def _of_item(sourced: Sourced, origin: Place, shelf: Shelf) -> Iterator[Finding]:
    first = shelf.places[sourced.item.id]
    if (first.line, Path(first.file).resolve()) != (origin.line, Path(origin.file)):
        values = {"id": sourced.item.id, "first": str(Place(shown(first.file), first.line))}
        yield Finding("fault", Message("bank.duplicate-id", values, sourced.place("id")))
    for rule in RULES:
        notes = list(rule.check(sourced.item, shelf))
        for path, message in notes:
            place = _shown(message.place) if message.place else sourced.place(path)
            yield Finding(rule.severity, Message(message.code, message.values, place))
        if notes and rule.ends:
            return


def _shown(place: Place) -> Place:
    return Place(shown(place.file), place.line, place.path)


def _line(finding: Finding) -> int:
    place = finding.message.place
    return place.line or 0 if place else 0
