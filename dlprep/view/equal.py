"""What `dlprep equal` shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dlprep.model.message import Message
from dlprep.model.text import Lang
from dlprep.view.messages import words

if TYPE_CHECKING:
    from dlprep.formula import Judged

Object = dict[str, object]


def judged_json(judged: Judged, lang: Lang) -> Object:
    """`verdict`, and what there is of assumption, counterexample, complaints and readings."""
    found: Object = {"schema": 1, "verdict": judged.answer}
    verdict = judged.verdict
    if verdict is not None and verdict.assumption is not None:
        found["assumption"] = verdict.assumption
    if verdict is not None and verdict.counterexample is not None:
        example = verdict.counterexample
        found["counterexample"] = {"at": dict(example.at), "a": example.a, "b": example.b}
        if example.place:
            found["counterexample"] |= {"place": list(example.place)}  # type: ignore[operator]
    if verdict is not None and verdict.reason is not None:
        found["reason"] = words(verdict.reason, lang)
    if judged.said:
        found["errors"] = {side: _error(said, lang) for side, said in judged.said.items()}
    return found | {"read": list(judged.read), "latex": list(judged.latex)}


def _error(message: Message, lang: Lang) -> Object:
    column = message.values.get("column")
    return {"code": message.code, "column": column, "message": words(message, lang)}


def unread_json(message: Message, lang: Lang, line: int) -> Object:
    """A row that is no pair of formulas."""
    return {
        "schema": 1,
        "verdict": "unread",
        "line": line,
        "errors": {"row": _error(message, lang)},
        "read": [None, None],
    }


def judged_lines(judged: Judged, lang: Lang) -> Iterator[str]:
    """The verdict in a sentence, then what was read."""
    verdict = judged.verdict
    yield words(
        Message(f"equal.{judged.answer}", {"assumption": verdict.assumption if verdict else ""}),
        lang,
    )
    if verdict is not None and verdict.reason is not None:
        yield "  " + words(verdict.reason, lang)
    for side, said in judged.said.items():
        yield f"  {side}: {words(said, lang)}"
    for side, read in zip("ab", judged.read, strict=True):
        if read is not None:
            yield "  " + words(Message("equal.read", {"side": side, "text": read}), lang)
    if verdict is not None and verdict.counterexample is not None:
        example = verdict.counterexample
        at = ", ".join(f"{name} = {value}" for name, value in example.at.items())
        values = {"at": at, "a": f"{example.a:.6g}", "b": f"{example.b:.6g}"}
        yield "  " + words(Message("equal.counterexample", values), lang)
