"""Every sentence exists in both languages and needs the same values in each."""

import errno
import importlib
import pkgutil
import string

import pytest

from dlprep.model.message import Message, Place
from dlprep.model.text import Text
from dlprep.view import texts
from dlprep.view.messages import words

AREAS = [name for _, name, _ in pkgutil.iter_modules(texts.__path__)]
ALL = [
    pytest.param(code, text, id=code)
    for area in AREAS
    for code, text in importlib.import_module(f"dlprep.view.texts.{area}").TEXTS.items()
]


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize(("code", "text"), ALL)
def test_both_languages_use_the_same_values(code: str, text: Text) -> None:
    """A value that one language shows and the other hides is a slip of the pen."""
    assert _fields(text.zh) == _fields(text.en), code
    assert text.zh.strip()
    assert text.en.strip()


def test_why_a_file_was_refused_is_told_in_the_language_of_the_reader() -> None:
    """The system speaks English; an error without a wording keeps the system's own."""
    missing = Message(
        "log.not-read", {"path": "a", "reason": OSError(errno.ENOENT, "No such file")}
    )
    assert words(missing, "zh") == "`a` 无法读取（没有这个文件或文件夹）"
    assert words(missing, "en") == "`a` cannot be read (there is no such file or folder)"
    strange = Message("log.not-read", {"path": "a", "reason": OSError(errno.EXDEV, "Cross-device")})
    assert words(strange, "en") == "`a` cannot be read (Cross-device)"
    assert words(strange, "zh") == "`a` 无法读取（系统拒绝了：Cross-device）"
    binary = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    unread = Message("derive.no-file", {"file": "a", "why": binary})
    assert words(unread, "en") == "cannot read `a`: it is not UTF-8 text"


def test_a_message_starts_with_its_place() -> None:
    """`file:line: path:` leads, so that an editor can jump there."""
    place = Place("loss.yaml", 41, "items[3].options")
    message = Message("app.bad-lang", {"lang": "fr"}, place)
    assert words(message, "en").startswith("loss.yaml:41: items[3].options: unknown language `fr`")


def test_values_in_two_languages_follow_the_sentence() -> None:
    """A `Text` among the values is spoken in the language of the sentence; lists are joined."""
    values = {"name": "x", "command": "dlprep", "near": [Text("甲", "a"), "b"]}
    message = Message("usage.no-command-near", values)
    assert "甲、b" in words(message, "zh")
    assert "a, b" in words(message, "en")
