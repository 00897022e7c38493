"""Lint files: what the reader refuses and what the rules find, in the order of the files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dlprep.bank.index import Bank
from dlprep.bank.load import Sourced, load_items
from dlprep.bank.locate import shown
from dlprep.lint.clean import CleanFiles
from dlprep.lint.rules import RULES
from dlprep.lint.shelf import Shelf, shelf_of
from dlprep.model.catalog import Finding, LintReport
from dlprep.model.message import Message, Place

Progress = Callable[[int, int], None]


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
    extra = {s.item.id: _origin(file, s) for file in wanted for s in reversed(loaded[file].items)}
    shelf = shelf_of(bank, extra, seed)
    findings: list[Finding] = []
    for done, file in enumerate(wanted):
        found = [Finding("fault", message) for message in loaded[file].faults]
        for sourced in loaded[file].items:
            found += _of_item(sourced, _origin(file, sourced), shelf)
        clean.note(file, is_clean=not found)
        findings += sorted(found, key=_line)
        if progress:
            progress(done + 1, len(wanted))
    items = sum(len(each.items) for each in loaded.values())
    return LintReport(
        files=len(wanted),
        items=items,
        findings=tuple(findings),
        unchanged=len(files) - len(wanted),
    )


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
