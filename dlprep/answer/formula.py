"""A typed formula becomes a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from types import MappingProxyType
from typing import TYPE_CHECKING

from dlprep import formula
from dlprep.model.item import Form, Formula
from dlprep.model.message import DlprepError, Message
from dlprep.model.text import Text
from dlprep.model.verdict import Graded

if TYPE_CHECKING:
    from dlprep.formula import Facts, Reading, Table, Verdict


NAMED: MappingProxyType[str, str] = MappingProxyType(
    {
        "sign": "sign-flipped",
        "size-missing": "mean-missing",
        "size-twice": "mean-twice",
        "root-dropped": "root-missing",
        "root-added": "root-taken",
        **{
            code: code
            for code in (
                *("ratio-inverted", "value-for-derivative", "derivative-at-output"),
                *("log-of-sum-split",),
            )
        },
    }
)
"""The slips that are named mistakes of the bank, with pages of their own."""

UNFIT: MappingProxyType[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("formula.transpose-left", "formula.transpose-right"), "transpose-missing"),
        "formula.transpose-both": "transposed-product",
    }
)
"""What shapes that do not fit show, by the hint that would make them fit."""


@lru_cache(maxsize=64)
def _key(item: Formula) -> tuple[Table, Facts, Reading]:
    symbols = formula.table(item.symbols)
    return symbols, formula.facts(item.assume, symbols), formula.reading(item.answer, symbols)


def grade_formula(item: Formula, text: str) -> Graded:
    """Right where the formula equals the key and has the form that is asked for.

    Raises the faults of the reader; a formula whose shapes do not fit was read, and is wrong.
    """
    symbols, known, key = _key(item)
    try:
        typed = formula.reading(text, symbols)
    except DlprepError as unread:
        if not unread.messages[0].code.startswith("formula.shape"):
            raise
        hint = getattr(unread.messages[0].values.get("hint"), "code", "")
        notes, mistake = unread.messages[:1], UNFIT.get(hint)
        return _graded(item, text, right=False, notes=notes, mistake=mistake)
    verdict = formula.compare(typed, key, known)
    read = Message("answer.read-as", {"text": f"${formula.unicode_text(typed)}$"})
    match verdict.answer:
        case "equal":
            misfit = unfit(item.form, typed)
            return _graded(
                item, text, right=misfit is None, notes=(read, *([misfit] if misfit else []))
            )
        case "undecided":
            return _graded(item, text, right=None, notes=(read, Message("answer.undecided")))
        case _:
            return _wrong(item, text, typed, verdict, read)


def _wrong(item: Formula, text: str, typed: Reading, verdict: Verdict, read: Message) -> Graded:
    """The mistake that the author foresaw, or what tells this formula from the key."""
    symbols, known, key = _key(item)
    for wrong in item.wrong:
        foreseen = formula.reading(wrong.formula, symbols)
        if formula.compare(typed, foreseen, known).answer == "equal":
            return _graded(
                item, text, right=False, mistake=wrong.code, why=wrong.why, notes=(read,)
            )
    slips = formula.slips(typed, key, known)
    likely = (
        [Message("answer.looks-like", {"slips": either([slip.said for slip in slips])})]
        if slips
        else []
    )
    return _graded(
        item,
        text,
        right=False,
        mistake=NAMED.get(slips[0].code) if len(slips) == 1 else None,
        notes=(read, *likely, *_difference(verdict)),
    )


def either(said: Sequence[Message]) -> Message:
    """Slips of which any may have been made."""
    return reduce(lambda one, other: Message("answer.either", {"one": one, "other": other}), said)


def _difference(verdict: Verdict) -> list[Message]:
    """Where the formula and the key differ."""
    if verdict.answer == "equal-if":
        return [Message("answer.only-if", {"assumption": verdict.assumption})]
    if verdict.reason is not None:
        return [verdict.reason]
    example = verdict.counterexample
    assert example is not None
    plain = {name: value for name, value in example.at.items() if not isinstance(value, list)}
    at = [f"{name} = {value}".replace("-", "−") for name, value in plain.items()]
    yours, key = (f"{value:.4g}".replace("-", "−") for value in (example.a, example.b))
    values = {"yours": yours, "key": key}
    if len(at) < len(example.at):  # arrays would fill the screen
        return [Message("answer.differs", values)]
    return [Message("answer.differs-at", {**values, "at": at})]


def unfit(form: Form | None, typed: Reading) -> Message | None:
    """What is wrong with the form of a formula that has the right value."""
    if form is None:
        return None
    used = formula.words_in(typed)
    if stray := sorted(used.names - set(form.only)) if form.only else []:
        return Message("answer.form-only", {"only": list(form.only), "stray": stray})
    if stray := sorted((used.names | used.functions) & set(form.without)):
        return Message("answer.form-without", {"stray": stray})
    return None


def _graded(
    item: Formula,
    text: str,
    *,
    right: bool | None,
    notes: tuple[Message, ...],
    mistake: str | None = None,
    why: Text | None = None,
) -> Graded:
    key = f"${item.answer}$"
    return Graded(
        right=right,
        answer=text.strip(),
        key=Text(key, key),
        mistake=mistake,
        why=why,
        notes=notes,
    )
