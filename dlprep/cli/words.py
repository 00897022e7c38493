"""The language of this run, and help texts in it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from dlprep.cli.home import Config, find_home
from dlprep.model.message import DlprepError, Message
from dlprep.model.text import Lang
from dlprep.view.messages import words


def from_locale(environ: Mapping[str, str]) -> Lang:
    """Chinese where the locale says so, otherwise English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def chosen(arguments: Sequence[str]) -> str | None:
    """The value of `--lang` on the command line, wherever it stands."""
    for here, following in pairwise([*arguments, ""]):
        if here == "--lang":
            return following
        if here.startswith("--lang="):
            return here.removeprefix("--lang=")
    return None


def as_lang(value: str | None) -> Lang | None:
    """A language, if the text names one: `zh`, `en`, also with a region as in `zh_CN.UTF-8`."""
    match re.split(r"[-_.@]", (value or "").lower())[0]:
        case "zh":
            return "zh"
        case "en":
            return "en"
        case _:
            return None


@cache
def language() -> Lang:
    """`--lang`, then `DLPREP_LANG`, then the kept setting, then the locale."""
    asked = as_lang(chosen(sys.argv[1:])) or as_lang(os.environ.get("DLPREP_LANG"))
    if asked:
        return asked
    try:
        kept = Config(find_home().config).get("lang")
    except DlprepError:  # a broken file is reported once the command opens its desk
        kept = None
    return as_lang(kept) or from_locale(os.environ)


def say(code: str, **values: object) -> str:
    """A sentence of the program in the person's language, for help texts."""
    return words(Message(code, values), language())
