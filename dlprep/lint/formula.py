"""Formula items are proved: the key is right in every spelling, and no named wrong answer is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dlprep import formula
from dlprep.answer.formula import unfit
from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.model.item import Formula, Item
from dlprep.model.message import DlprepError

if TYPE_CHECKING:
    from dlprep.formula import Facts, Reading, Table


def formulas_are_proved(item: Item, _: Shelf) -> Iterator[Note]:
    """The key reads, equals its own LaTeX and Unicode and every accepted form, differs from each
    wrong result, has the form that is asked for, and is the derivative it claims to be."""
    if not isinstance(item, Formula):
        return
    path = "symbols"
    try:
        symbols = formula.table(item.symbols)
        path = "answer"
        key = formula.reading(item.answer, symbols)
        path = "assume"
        known = formula.facts(item.assume, symbols)
    except DlprepError as unread:
        yield Note(path, unread.messages[0])
        return
    yield from _spellings(item, key, symbols, known)
    yield from _wrong(item, key, symbols, known)
    yield from _form_and_slope(item, key, symbols)


def _spellings(item: Formula, key: Reading, symbols: Table, known: Facts) -> Iterator[Note]:
    spellings = {"answer": formula.unicode_text(key), "answer ": formula.latex_text(key)}
    spellings |= {f"accepted[{n}]": text for n, text in enumerate(item.accepted)}
    for path, text in spellings.items():
        try:
            same = formula.compare(formula.reading(text, symbols), key, known)
        except DlprepError as unread:
            yield Note(path.strip(), unread.messages[0])
            continue
        if same.answer != "equal":
            yield note(path.strip(), "formula-not-key", text=text)


def _wrong(item: Formula, key: Reading, symbols: Table, known: Facts) -> Iterator[Note]:
    read: dict[int, Reading] = {}
    for n, wrong in enumerate(item.wrong):
        path = f"wrong[{n}].formula"
        try:
            read[n] = formula.reading(wrong.formula, symbols)
        except DlprepError as unread:
            if not unread.messages[0].code.startswith("formula.shape"):
                yield Note(path, unread.messages[0])
            continue
        if formula.compare(read[n], key, known).answer != "different":
            yield note(path, "formula-wrong-is-right", code=wrong.code)
        for m in range(n):
            if m in read and formula.compare(read[n], read[m], known).answer == "equal":
                yield note(path, "formula-wrong-twice", one=item.wrong[m].code, other=wrong.code)


def _form_and_slope(item: Formula, key: Reading, symbols: Table) -> Iterator[Note]:
    if (message := unfit(item.form, key)) is not None:
        yield Note("form", message)
    slope = item.derivative
    if slope is None:
        return
    try:
        of = formula.reading(slope.of, symbols)
        given = formula.facts((*item.assume, *slope.where), symbols)
    except DlprepError as unread:
        yield Note("derivative", unread.messages[0])
        return
    if symbols.find(slope.by) is None:
        yield note("derivative", "formula-no-name", by=slope.by)
    elif not formula.is_slope(key, of, slope.by, given):
        yield note("derivative", "formula-not-slope", of=slope.of, by=slope.by)
