"""Key points at a terminal: each is shown with its suggestion, and one key decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from rich.text import Text

from dlprep.cli.terminal import Keys
from dlprep.model.rubric import SUGGESTED, Said
from dlprep.model.session import Outcome
from dlprep.model.text import Lang
from dlprep.view import evidence as view

SAYS: dict[str, Said] = {"y": "yes", "h": "half", "n": "no"}

Show = Callable[[Iterable[Text]], None]
SayKeys = Callable[[str], None]


class Back(Exception):  # noqa: N818 - a wish, not an error
    """The person takes the whole answer back."""


class Leave(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to stop before all points are confirmed."""


def confirmed(
    outcome: Outcome, lang: Lang, width: int, *, keys: Keys, show: Show, say_keys: SayKeys
) -> dict[str, Said]:
    """What the person says of each key point, in order. Raises `Back` or `Leave`."""
    reading = outcome.graded.reading
    assert reading is not None
    said: list[Said] = []
    keys_told = ""
    while len(said) < len(reading.sightings):
        number = len(said)
        show(view.point_line(outcome, number, lang, width))
        suggested = SUGGESTED[reading.sightings[number].state] if outcome.suggests else None
        told = view.say("keys" if suggested else "keys-plain", lang)
        if told != keys_told:
            say_keys(told)
            keys_told = told
        decided = _decided(keys, suggested, partial(say_keys, told))
        if decided is None and not said:
            raise Back
        if decided is None:
            said.pop()
            continue
        said.append(decided)
        show([view.said_line(decided, lang, width)])
    return dict(zip((point.key for point in reading.points), said, strict=True))


def _decided(keys: Keys, suggested: Said | None, remind: Callable[[], None]) -> Said | None:
    """The next key that decides; None goes one step back. Another key shows which there are."""
    while True:
        key = keys.read_key().lower()
        if key in SAYS:
            return SAYS[key]
        if key in {"enter", "space"} and suggested is not None:
            return suggested
        if key == "u":
            return None
        if key == "q":
            raise Leave
        remind()
