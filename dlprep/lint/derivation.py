"""Derivations are proved: every worked line is right, the answers are what their left sides say
by finite differences and by SymPy, both from what is given alone, and every wrong result is wrong
and gets its own name."""

from __future__ import annotations

from collections.abc import Iterator

from dlprep import formula
from dlprep.answer.derivation import Case, Derived, case, judge
from dlprep.lint.notes import Note, note
from dlprep.lint.shelf import Shelf
from dlprep.model.item import Derivation, Item
from dlprep.model.message import DlprepError

_SOUND = frozenset(("right", "assuming", "rounded", "given", "defined", "not-refuted"))


def derivations_are_proved(item: Item, _: Shelf) -> Iterator[Note]:
    """The worked lines are right and end in each answer; no wrong result is right."""
    if not isinstance(item, Derivation):
        return
    if not item.steps:
        yield note("steps", "no-steps")
        return
    try:
        ready = case(item)
    except DlprepError as unread:
        yield Note("given", unread.messages[0])
        return
    yield from _answers(item, ready)
    yield from _by_sympy(ready)
    yield from _steps(item)
    yield from _wrong(item, ready)


def _answers(item: Derivation, ready: Case) -> Iterator[Note]:
    """Each answer equals its left side, whose value follows from what is given alone."""
    for n, text in enumerate(item.answer):
        line = Derived(ready).add(text)
        if line.status not in _SOUND:
            yield note(f"answer[{n}]", "derivation-answer", text=text)


def _by_sympy(ready: Case) -> Iterator[Note]:
    """SymPy agrees, where the answer is a derivative that it can take."""
    for witness in ready.by_sympy():
        wrong = [entry for entry in witness.entries if not entry.agrees]
        if wrong:
            place = ready.item.answer.index(witness.answer)
            yield note(
                f"answer[{place}]", "derivation-sympy", text=witness.answer, sympy=wrong[0].text
            )


def _steps(item: Derivation) -> Iterator[Note]:
    lines = [(n, step.formula) for n, step in enumerate(item.steps)]
    judged = judge(item, lines)
    for line in judged.lines:
        path = f"steps[{line.number}].formula"
        if line.status == "unread" and line.said is not None:
            yield Note(path, line.said)
        elif line.status not in _SOUND:
            yield note(path, "derivation-line", text=line.text)
    if judged.ending != "right" and judged.first_wrong is None:
        yield note("steps", "derivation-end", missing=list(judged.missing))


def _wrong(item: Derivation, ready: Case) -> Iterator[Note]:
    """A wrong result is judged wrong, by its own name; those whose shapes do not fit have none."""
    asked = item.answer[0].partition("=")[0].strip()
    for n, wrong in enumerate(item.wrong):
        path = f"wrong[{n}].formula"
        whole = "=" in wrong.formula or formula.relation(wrong.formula) is not None
        text = wrong.formula if whole else f"{asked} = {wrong.formula}"
        line = Derived(ready).add(text)
        if line.status == "unread" and line.said is not None:
            yield Note(path, line.said)
        elif line.status != "wrong":
            yield note(path, "formula-wrong-is-right", code=wrong.code)
        elif line.mistake != wrong.code and line.apart is not None:
            yield note(path, "formula-wrong-twice", one=line.mistake or "?", other=wrong.code)


__all__ = ["derivations_are_proved"]
