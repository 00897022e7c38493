"""What dlprep says of an answer, as its commands `quiz` and `derive` get it."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import dataclass

from formula_corpus import Formula
from formula_edits import is_array
from formula_spelling import UnspelledError, latex_text, numpy_text, unicode_text
from formula_trees import Node
from formula_truth import Slip

from dlprep.bank.index import Bank
from dlprep.model.item import Derivation
from dlprep.model.message import Message
from dlprep.model.verdict import NotRead
from dlprep.practice import derive
from dlprep.practice.quiz import ask, judge

MOST = 3  # names that a person still reads
DIFFERENT = frozenset(("answer.differs", "answer.differs-at"))
Name = tuple[str, str]  # a code, and what it points at


@dataclass(frozen=True, slots=True)
class Said:
    """`status` is right, wrong, undecided, unread or form (the value is right, the form is not)."""

    status: str
    names: tuple[Name, ...] = ()


def spelled(formula: Formula, tree: Node, chance: random.Random) -> str:
    """The tree in one of the dialects that it can be written in."""
    texts = [unicode_text(tree)]
    with suppress(UnspelledError):
        texts.append(latex_text(tree))
    with suppress(UnspelledError):
        texts.append(numpy_text(tree, lambda node: is_array(node, formula.points[0])))
    return chance.choice(texts)


def verdict(slip: Slip, said: Said) -> str:
    """`named` where at most three names are told and one is true, `long` where there are more,
    `false` where none is; `bare` without a name, and else the status."""
    if said.status != "wrong":
        return said.status
    if not said.names:
        return "bare"
    if not any(slip.is_named_by(*name) for name in said.names):
        return "false"
    return "named" if len(said.names) <= MOST else "long"


def said_of(bank: Bank, formula: Formula, text: str) -> Said:
    return _of_line(bank, formula, text) if formula.left else _of_answer(bank, formula, text)


def _of_answer(bank: Bank, formula: Formula, text: str) -> Said:
    question, posed = ask(bank, bank.item(formula.item), 0)
    outcome = judge(bank, question, posed, text)
    if isinstance(outcome, NotRead):
        return Said("unread")
    graded = outcome.graded
    if graded.right is None:
        return Said("undecided")
    if graded.right:
        return Said("right")
    if graded.mistake:
        return Said("wrong", ((graded.mistake, ""),))
    codes = {note.code for note in graded.notes}
    slips = [
        slip
        for note in graded.notes
        if note.code == "answer.looks-like"
        for slip in _parted(note.values["slips"])
    ]
    wrong = slips or codes & DIFFERENT or any("shape" in code for code in codes)
    return Said("wrong" if wrong else "form", tuple(map(_name, slips)))


def _parted(said: object) -> list[Message]:
    """The slips of `A, or B, or C`."""
    assert isinstance(said, Message)
    if said.code != "answer.either":
        return [said]
    return [*_parted(said.values["one"]), *_parted(said.values["other"])]


def _of_line(bank: Bank, formula: Formula, text: str) -> Said:
    item = bank.item(formula.item)
    assert isinstance(item, Derivation)
    lines = [*formula.before, f"{formula.left} = {text}"]
    judged = derive.judge_text(item, "\n".join(lines))
    line = judged.lines[-1]
    match line.status:
        case "wrong":
            author = ((line.mistake, ""),) if line.mistake else ()
            return Said("wrong", author or tuple(map(_name, line.likely)))
        case "right" | "assuming" | "rounded" | "given" | "defined":
            return Said("right")
        case "unread" | "undecided":
            return Said(line.status)
        case other:
            return Said(str(other))


def _name(slip: Message) -> Name:
    return slip.code.removeprefix("naming."), str(slip.values.get("what", ""))
