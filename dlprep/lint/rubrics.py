"""Rubrics are proved by reading answers: written examples, and tricks made from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeGuard

from dlprep import formula
from dlprep.answer.evidence import is_pattern, is_unsafe
from dlprep.answer.rubric import Reader
from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.lint.tricks import tricks
from dlprep.model.item import Item, Short
from dlprep.model.message import DlprepError, Message
from dlprep.model.rubric import ALMOST, Evidence, KeyPoint, Reading
from dlprep.model.text import LANGS, Lang

GRADES = ("good", "partial", "wrong")
WRONG_AT_MOST = 0.34


def terms_are_sound(item: Item, _: Shelf) -> Iterator[Note]:
    """Every term says something, and every pattern compiles and is safe to search with."""
    for path, evidence in _evidence(item):
        for lang in LANGS:
            for n, group in enumerate(_of(evidence, lang)):
                for m, term in enumerate(group):
                    yield from _unsound(term, f"{path}.{lang}[{n}][{m}]")


def formulas_are_read(item: Item, _: Shelf) -> Iterator[Note]:
    """The formula of a key point is one that the reader understands."""
    for n, point in enumerate(item.points if isinstance(item, Short) else ()):
        try:
            if point.formula is not None:
                formula.reading(point.formula, formula.table((), free=True))
        except DlprepError as unread:
            yield Note(f"points[{n}].formula", unread.messages[0])


def _evidence(item: Item) -> Iterator[tuple[str, Evidence]]:
    if not isinstance(item, Short):
        return
    for n, point in enumerate(item.points):
        yield f"points[{n}].found_by", point.found_by
        yield f"points[{n}].contradicted_by", point.contradicted_by
    for n, belief in enumerate(item.misconceptions):
        yield f"misconceptions[{n}].found_by", belief.found_by


def _of(evidence: Evidence, lang: Lang) -> tuple[tuple[str, ...], ...]:
    return evidence.zh if lang == "zh" else evidence.en


def _unsound(term: str, path: str) -> Iterator[Note]:
    if not is_pattern(term):
        if not all(alias.strip() for alias in term.split("|")):
            yield note(path, "alias-empty", term=term)
        return
    try:
        re.compile(term[1:-1])
    except re.error as problem:
        yield note(path, "pattern-broken", why=str(problem))
        return
    if is_unsafe(term[1:-1]):
        yield note(path, "pattern-unsafe", pattern=term)


def points_have_evidence(item: Item, _: Shelf) -> Iterator[Note]:
    """Every key point of a rubric can be found in either language."""
    if not _is_ruled(item):
        return
    for n, point in enumerate(item.points):
        for lang in LANGS:
            if not _of(point.found_by, lang):
                yield note(f"points[{n}].found_by", "no-aliases", lang=_lang(lang), key=point.key)


def _is_ruled(item: Item) -> TypeGuard[Short]:
    return isinstance(item, Short) and item.is_ruled


def points_find_themselves(item: Item, shelf: Shelf) -> Iterator[Note]:
    """The text of a key point, and the model answer, show the point; the prompt does not."""
    if not _is_ruled(item):
        return
    reader = Reader(item, shelf.lexicon)
    for lang in LANGS:
        for n, point in enumerate(item.points):
            path = f"points[{n}].found_by.{lang}"
            if _state(reader.read(_whole(point, lang)), n) not in {"found", "maybe"}:
                yield note(path, "point-misses-itself", key=point.key)
            if _state(reader.read(item.prompt.in_(lang)), n) in {"found", "maybe"}:
                yield note(path, "point-in-prompt", key=point.key)


def _whole(point: KeyPoint, lang: Lang) -> str:
    return point.in_(lang) + ("。" if lang == "zh" else ".")


def _state(reading: Reading, n: int) -> str:
    return reading.sightings[n].state


def examples_are_graded(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Good examples and the model answer get full credit, partial ones some, wrong ones little;
    each language has one of each."""
    if not _is_ruled(item):
        return
    reader = Reader(item, shelf.lexicon)
    written = {(example.lang, example.grade) for example in item.examples}
    for lang in LANGS:
        for grade in GRADES:
            if (lang, grade) not in written:
                yield note("examples", "no-example", lang=_lang(lang), grade=grade)
        reading = reader.read(item.answer.in_(lang))
        if reading.low < 1:
            yield note(f"answer.{lang}", "model-not-full", missed=_missed(reading))
    for n, example in enumerate(item.examples):
        reading = reader.read(example.text)
        if not _agrees(example.grade, reading):
            values = {"grade": example.grade, "low": f"{reading.low:.2f}"}
            yield note(f"examples[{n}]", "example-misgraded", missed=_missed(reading), **values)


def _agrees(grade: str, reading: Reading) -> bool:
    match grade:
        case "good":
            return reading.low == 1
        case "partial":
            return reading.low > 0 and reading.high < 1
        case _:
            return reading.low <= WRONG_AT_MOST and reading.high < ALMOST


def _missed(reading: Reading) -> list[str]:
    """The required points that were not found."""
    seen = (s for s in reading.sightings if s.point.required and s.state != "found")
    return [f"{s.point.key} ({s.state})" for s in seen] or ["–"]


def tricks_never_pay(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Denied, shuffled, listed, pasted and injected answers never get full credit."""
    if not _is_ruled(item):
        return
    reader = Reader(item, shelf.lexicon)
    for trick in tricks(item):
        if reader.read(trick.text).low >= 1:
            start = " ".join(trick.text[:60].split())
            yield note("points", f"trick-pays.{trick.name}", lang=_lang(trick.lang), start=start)


def points_keep_to_themselves(item: Item, shelf: Shelf) -> Iterator[Note]:
    """No key point is found in the good answers of many questions of other topics."""
    if not _is_ruled(item):
        return
    reader = Reader(item, shelf.lexicon)
    for point, lang, where in shelf.strangers.everywhere(item, reader):
        path = f"points[{item.points.index(point)}].found_by.{lang}"
        yield note(path, "point-everywhere", key=point.key, where=where[:3])


def _lang(lang: Lang) -> Message:
    return Message(f"bank.lang.{lang}")
