"""Choices: a shuffled order, and what was picked."""

from __future__ import annotations

import random
import re

from dlprep.formula.tokens import plain
from dlprep.model.item import Choice, Option
from dlprep.model.message import Message, fault
from dlprep.model.session import LETTERS
from dlprep.model.text import Text
from dlprep.model.verdict import Graded


def shuffled(item: Choice, rng: random.Random) -> tuple[str, ...]:
    """The keys of the options in the order in which they are shown."""
    keys = [option.key for option in item.options]
    rng.shuffle(keys)
    return tuple(keys)


def picked(item: Choice, order: tuple[str, ...], text: str) -> frozenset[str]:
    """The keys that an answer names, by key, by letter or by number (from 1).

    Several stand apart (`a, c`, `1 3`) or together (`ac`). Raises `answer.empty`,
    `answer.no-such-option` or `answer.only-one`.
    """
    words = re.split(r"[\s,;]+", plain(text).strip(" ,;()[]"))
    keys = frozenset(key for word in words if word for key in _keys(word, order))
    if not keys:
        raise fault("answer.empty")
    if len(keys) > 1 and not item.several:
        raise fault("answer.only-one", options=_letters(order))
    return keys


def _keys(word: str, order: tuple[str, ...]) -> list[str]:
    if word in order:
        return [word]
    letters = dict(zip(LETTERS, order, strict=False))
    numbers = {str(at): key for at, key in enumerate(order, 1)}
    known = letters | numbers
    if not all(character in known for character in word.upper()):
        raise fault("answer.no-such-option", answer=word, options=_letters(order))
    return [known[character] for character in word.upper()]


def _letters(order: tuple[str, ...]) -> list[str]:
    return list(LETTERS[: len(order)])


def grade_choice(item: Choice, order: tuple[str, ...], text: str) -> Graded:
    """Right where exactly the right options are picked; `answer` is the picked keys, in the
    item's order and joined by commas, and so is the key where several are right."""
    keys = picked(item, order, text)
    right = frozenset(option.key for option in item.options if option.right)
    wrongly = [option for option in item.options if option.key in keys - right]
    missed = [option for option in item.options if option.key in right - keys]
    telling = next(iter(wrongly or missed or [o for o in item.options if o.right]))
    return Graded(
        right=not wrongly and not missed,
        answer=",".join(option.key for option in item.options if option.key in keys),
        key=_joined([option for option in item.options if option.right]),
        mistake=next((option.mistake for option in wrongly if option.mistake), None),
        why=telling.why,
        notes=(Message("answer.missed", {"count": len(missed)}),) if _partly(keys, missed) else (),
    )


def _partly(keys: frozenset[str], missed: list[Option]) -> bool:
    """Whether something right was picked and something right was left out."""
    return bool(missed) and len(keys) > 1


def _joined(options: list[Option]) -> Text:
    return Text("；".join(o.zh for o in options), "; ".join(o.en for o in options))
