"""Numeric questions: fresh parameters, the key they give, and texts with the numbers filled in."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Mapping
from dataclasses import replace

from dlprep.expr.scalar import evaluate
from dlprep.formula.reader import read_expression
from dlprep.model.item import Numeric, Param
from dlprep.model.message import fault
from dlprep.model.text import Text
from dlprep.model.value import dataclass

TRIES = 1000
_EXACT = 2**53  # whole floats below this are shown, and calculated with, as whole numbers
_PLACEHOLDER = re.compile(
    r"(?P<left>\{\{)|(?P<right>\}\})"
    r"|\{(?P<name>[^\W\d]\w*)(?:\[(?P<index>\d{1,3})\])?"
    r"(?::(?P<form>[+,]?\d{0,2}(?:\.\d{1,2})?[dfegEG%]?))?\}"
    r"|(?P<stray>[{}])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One drawing: parameters and `let` quantities by name, the components of the key, and the
    components of each named wrong answer in the item's order."""

    values: Mapping[str, float]
    answer: tuple[float, ...]
    wrong: tuple[tuple[float, ...], ...] = ()


def draw(item: Numeric, rng: random.Random) -> Drawn:
    """Draw parameters until all of `where` holds.

    Raises `answer.unsatisfiable` where a thousand draws do not satisfy it, and the reader's
    faults where an expression of the item cannot be read.
    """
    for _ in range(TRIES):
        values = _parameters(item, rng)
        if values is None:
            continue
        for name, expression in item.let.items():
            values[name] = tidy(_value(expression, values))
        if all(_value(condition, values) for condition in item.where):
            return Drawn(
                values=values,
                answer=_vector(item.answer, values),
                wrong=tuple(_vector(wrong.value, values) for wrong in item.wrong),
            )
    raise fault("answer.unsatisfiable", id=item.id, where=list(item.where))


def _parameters(item: Numeric, rng: random.Random) -> dict[str, float] | None:
    """One draw of each parameter; None where one is an excluded value."""
    values = {name: tidy(_parameter(param, rng)) for name, param in item.params.items()}
    excluded = any(values[name] in param.exclude for name, param in item.params.items())
    return None if excluded else values


def _parameter(param: Param, rng: random.Random) -> float:
    if param.choice:
        return rng.choice(param.choice)
    if param.int is not None:
        return rng.randint(*param.int)
    low, high = param.real or (0.0, 1.0)
    if param.step is None:
        return rng.uniform(low, high)
    steps = math.floor((high - low) / param.step + 1e-9)
    # 12 digits take the error of the binary step away: 0.1 · 3 is drawn as 0.3.
    return float(f"{low + param.step * rng.randint(0, steps):.12g}")


def tidy(value: float) -> float:
    """The same number, whole where it is whole."""
    if float(value).is_integer() and abs(value) < _EXACT:
        return int(value)
    return value


def _value(expression: str, values: Mapping[str, float]) -> float:
    return evaluate(read_expression(expression, values.keys()), values)


def _vector(expressions: tuple[str, ...], values: Mapping[str, float]) -> tuple[float, ...]:
    return tuple(tidy(_value(expression, values)) for expression in expressions)


def shown(value: float, form: str = "") -> str:
    """A number as a text has it, with a true minus: six significant digits, or `form`."""
    value = tidy(value)
    if form:
        text = format(value, form)
    elif isinstance(value, int):
        text = str(value)
    else:
        text = f"{value:.6g}" if abs(value) < 1e5 else f"{value:.10g}"
    return re.sub(r"e([+-])0*", lambda m: "e" + m[1].strip("+"), text).replace("-", "−")


def fill(text: str, drawn: Drawn) -> str:
    """`{name}`, `{name:.3f}`, `{answer}` and `{answer[1]}` replaced; `{{` is a brace.

    Raises `answer.unknown-placeholder`, `answer.stray-brace` or `answer.bad-format`.
    """
    return _PLACEHOLDER.sub(lambda match: _filled(match, drawn), text)


def _filled(match: re.Match[str], drawn: Drawn) -> str:
    if match["left"] or match["right"]:
        return match.group()[0]
    if match["stray"]:
        raise fault("answer.stray-brace", column=match.start() + 1, text=match.string)
    value = _named(match["name"], match["index"], drawn)
    if value is None:
        known = [*drawn.values, "answer"]
        raise fault("answer.unknown-placeholder", name=match.group(), known=known)
    try:
        return shown(value, match["form"] or "")
    except ValueError:
        raise fault("answer.bad-format", name=match.group()) from None


def _named(name: str, index: str | None, drawn: Drawn) -> float | None:
    if name in drawn.values:
        return drawn.values[name] if index is None else None
    at = int(index or 0)
    return drawn.answer[at] if name == "answer" and at < len(drawn.answer) else None


def filled(item: Numeric, drawn: Drawn) -> Numeric:
    """The item with every text filled in."""

    def fill_text(text: Text) -> Text:
        return Text(fill(text.zh, drawn), fill(text.en, drawn))

    def fill_optional(text: Text | None) -> Text | None:
        return None if text is None else fill_text(text)

    return replace(
        item,
        prompt=fill_text(item.prompt),
        explanation=fill_text(item.explanation),
        hint=fill_optional(item.hint),
        common_mistake=fill_optional(item.common_mistake),
        follow_up=fill_optional(item.follow_up),
        wrong=tuple(replace(wrong, why=fill_text(wrong.why)) for wrong in item.wrong),
    )
