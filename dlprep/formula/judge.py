"""Two texts judged: read, compared, and said which of them could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints

from dlprep.formula.assume import facts
from dlprep.formula.echo import latex_text, unicode_text
from dlprep.formula.equality import Answer, Verdict, compare
from dlprep.formula.lexis import math_tokens
from dlprep.formula.read import Reading, reading
from dlprep.formula.symbols import Table
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError, Message, fault


@dataclass(frozen=True, slots=True)
class Judged:
    """`read` and `latex` are None for a text that could not be read; `said` has the complaint
    for each such side (`a`, `b` or `assume`)."""

    answer: Answer | Literal["unread"]
    verdict: Verdict | None
    read: tuple[str | None, str | None]
    latex: tuple[str | None, str | None]
    said: Mapping[str, Message]


def judge_pair(a: str, b: str, symbols: Table, assume: Sequence[str] = ()) -> Judged:
    """Whether two texts say equal formulas. A text whose shapes do not fit was read, and is
    different from any that fit."""
    found: dict[str, Reading] = {}
    said: dict[str, Message] = {}
    for side, text, other in (("a", a, b), ("b", b, a)):
        try:
            found[side] = reading(text, symbols, *_beside(other))
        except DlprepError as unread:
            said[side] = unread.messages[0]
    verdict = None
    if not said:
        try:
            known = facts(assume, found["a"].symbols)
            verdict = compare(found["a"], found["b"], known)
        except DlprepError as unread:
            said["assume"] = unread.messages[0]
    elif len(said) == 1 and all(each.code.startswith("formula.shape") for each in said.values()):
        verdict = Verdict("different", reason=next(iter(said.values())))
    sides = [found.get(side) for side in ("a", "b")]
    texts = [None if side is None else unicode_text(side) for side in sides]
    latex = [None if side is None else latex_text(side) for side in sides]
    answer = "unread" if verdict is None else verdict.answer
    return Judged(answer, verdict, (texts[0], texts[1]), (latex[0], latex[1]), said)


def _beside(text: str) -> list[str]:
    """The other text, if its tokens can be told apart at all."""
    try:
        math_tokens(text)
    except DlprepError:
        return []
    return [text]


def symbols_from(declared: Any) -> list[Symbol]:
    """Symbols from JSON: a list of objects as in a question's `symbols`, or an object of them by
    name. Raises `formula.bad-symbols` with what is wrong."""
    if isinstance(declared, dict):
        declared = [{"name": name, **_details(value)} for name, value in declared.items()]
    if not isinstance(declared, list):
        raise fault("formula.bad-symbols", why=str(declared)[:60])
    return [_symbol(each) for each in declared]


def _details(value: Any) -> dict[str, Any]:
    """What stands beside a name: an object, a kind, a domain or a shape."""
    match value:
        case dict():
            return value
        case list():
            return {"shape": value}
        case str() if value in get_args(get_type_hints(Symbol)["domain"]):
            return {"domain": value}
        case str():
            return {"is": value}
        case _:
            return {}


def _symbol(declared: Any) -> Symbol:
    if isinstance(declared, str):
        declared = {"name": declared}
    if not isinstance(declared, dict) or not isinstance(declared.get("name"), str):
        raise fault("formula.bad-symbols", why=str(declared)[:60])
    given = {"is_" if key in {"is", "kind"} else key: value for key, value in declared.items()}
    known = {field.name for field in fields(Symbol)} - {"means"}
    values = {key: _value(key, value) for key, value in given.items() if key in known}
    if "shape" in values and "is_" not in values:
        values["is_"] = ("scalar", "vector", "matrix")[min(len(values["shape"]), 2)]
    return Symbol(**values)


def _value(key: str, value: Any) -> Any:
    allowed = get_args(get_type_hints(Symbol).get(key))
    if key in {"aliases", "shape"}:
        parts = value if isinstance(value, list) else str(value).strip("()[]").split(",")
        return tuple(str(part).strip() for part in parts if str(part).strip())
    if key in {"is_", "domain"} and value not in allowed:
        raise fault("formula.bad-symbols", why=f"{key.rstrip('_')}: {value}"[:60])
    return str(value)
