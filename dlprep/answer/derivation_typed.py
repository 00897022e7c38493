"""A derivation typed as one answer in the quiz."""

from __future__ import annotations

from collections.abc import Iterator

from dlprep import formula
from dlprep.answer.derivation import judge
from dlprep.answer.formula import either
from dlprep.model.derivation import JudgedDerivation, JudgedLine
from dlprep.model.item import Derivation
from dlprep.model.message import Message, fault


def remarks(item: Derivation, text: str) -> tuple[Message, ...]:
    """What is right and wrong with steps that stand apart by `;`; nothing where no formula is.
    Raises `answer.step-unread` for the first that cannot be read.

    Whether it was all of the derivation only the person can tell, who may have done it on paper.
    """
    lines = formula.lines_of(text.replace("；", "\n").replace(";", "\n"))
    return tuple(_said(_read(judge(item, lines)))) if lines else ()


def _read(result: JudgedDerivation) -> JudgedDerivation:
    for line in result.lines:
        if line.status == "unread" and line.said is not None:
            raise fault("answer.step-unread", step=line.text, why=line.said)
    return result


def _said(result: JudgedDerivation) -> Iterator[Message]:
    wrong = result.first_wrong
    if wrong is not None:
        yield from _wrong(wrong)
    elif result.ending == "right":
        yield Message("derive.ending-right")
    elif result.ending == "unfinished" and any(line.status == "right" for line in result.lines):
        missing = [f"${each}$" for each in result.missing]
        yield Message("derive.ending-unfinished", {"missing": missing})


def _wrong(line: JudgedLine) -> Iterator[Message]:
    yield Message("answer.step-wrong", {"step": f"${line.read or line.text}$"})
    if line.why is not None:
        yield Message("answer.step-why", {"why": line.why})
    elif line.likely:
        yield Message("answer.looks-like", {"slips": either(line.likely)})
