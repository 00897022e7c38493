"""A `Message` becomes a sentence. The part of a code before the first dot names the module
of `view/texts/` that holds its wording, so that a run reads only the texts it needs."""

from __future__ import annotations

import errno
from collections.abc import Sequence
from importlib import import_module

from dlprep.model.message import CellLine, Message
from dlprep.model.text import Lang, Text
from dlprep.view.printable import one_line


def text(code: str) -> Text:
    """The wording of a code in both languages."""
    area = code.partition(".")[0].replace("-", "_")
    texts: dict[str, Text] = import_module(f"dlprep.view.texts.{area}").TEXTS
    return texts[code]


def has_text(code: str) -> bool:
    """Whether a code has a wording (codes are built by lower floors that hold no words)."""
    try:
        text(code)
    except (KeyError, ModuleNotFoundError):
        return False
    return True


def words(message: Message, lang: Lang) -> str:
    """The sentence, led by `file:line: path:` where the message has a place."""
    values = {name: _spoken(value, lang) for name, value in message.values.items()}
    sentence = text(message.code).in_(lang).format(**values)
    return f"{one_line(str(message.place))}: {sentence}" if message.place else sentence


def _spoken(value: object, lang: Lang) -> object:
    match value:
        case Text():
            return value.in_(lang)
        case Message():
            return words(value, lang)
        case CellLine():  # stands where the number of a line does: "line {line}"
            return words(Message("check.cell-line", vars(value)), lang)
        case OSError() | UnicodeDecodeError():
            return _refusal(value, lang)
        case list() | tuple():
            return _series([str(_spoken(each, lang)) for each in value], lang)
        case _:
            return value


def _refusal(why: OSError | UnicodeDecodeError, lang: Lang) -> str:
    """Why a file could not be read or written; beside the system's own words where we have none."""
    if isinstance(why, UnicodeDecodeError):
        return text("reason.not-text").in_(lang)
    code = f"reason.{errno.errorcode.get(why.errno or 0)}"
    if has_text(code):
        return text(code).in_(lang)
    return text("reason.other").in_(lang).format(why=why.strerror or why)


def _series(parts: Sequence[str], lang: Lang) -> str:
    """Parts that hold commas themselves are set apart by semicolons."""
    if any("," in part or "，" in part for part in parts):
        return ("；" if lang == "zh" else "; ").join(parts)
    return ("、" if lang == "zh" else ", ").join(parts)
