"""YAML text becomes a tree of nodes that know their line, by the rules of YAML 1.2.

Plain PyYAML reads `1e-3` as a string, `no` as False, `1:30` as 90, and takes the last of two
equal keys in silence. Here the parser only delivers events; what they mean is decided below.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from dlprep.model.message import Message, Place

MAX_BYTES = 4_000_000
MAX_DEPTH = 32

# What the parser complains of most, in its words, and the code of ours.
_PROBLEMS = {
    "did not find expected node content": "value-missing",
    "did not find expected ',' or ']'": "list-open",
    "did not find expected ',' or '}'": "table-open",
    "did not find expected key": "indentation",
    "did not find expected '-' indicator": "indentation",
    "mapping values are not allowed in this context": "stray-colon",
    "could not find expected ':'": "colon-missing",
    "found character that cannot start any token": "bad-start",
    "found a tab character where an indentation space is expected": "tab",
    "found a tab character that violates indentation": "tab",
    "found unexpected end of stream": "quote-open",
    "block sequence entries are not allowed in this context": "stray-dash",
}
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = dict.fromkeys(("true", "True", "TRUE"), True)
_TRUTH |= dict.fromkeys(("false", "False", "FALSE"), False)
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_REAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"([-+]?)\.(inf|Inf|INF|nan|NaN|NAN)")

Plain = None | bool | int | float | str


class Scalar(NamedTuple):
    """A single word; `plain` means without quotes, so that it may be a number."""

    text: str
    plain: bool
    line: int

    def value(self) -> Plain:
        """The value by the core schema of YAML 1.2."""
        return core_value(self.text) if self.plain else self.text


class Series(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    line: int


class Table(NamedTuple):
    """A mapping; each key is a scalar and stands once."""

    entries: dict[str, Node]
    key_lines: dict[str, int]
    line: int


Node = Scalar | Series | Table


def core_value(text: str) -> Plain:
    """What an unquoted word means.

    >>> [core_value(word) for word in ("1e-3", "no", "1:30", "0x10", "true", "~")]
    [0.001, 'no', '1:30', 16, True, None]
    """
    if text in _NULL:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    if text[0] not in "+-.0123456789":
        return text
    if _INTEGER.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    if _REAL.fullmatch(text):
        return float(text)
    special = _NOT_FINITE.fullmatch(text)
    return float(special[1] + special[2]) if special else text


def read_yaml(data: bytes, file: str) -> tuple[Node | None, tuple[Message, ...]]:
    """The tree of one document, and the faults that stand in the way of one.

    With a fault of syntax, encoding or size there is no tree. Duplicate keys, tags and
    anchors are named and the rest of the document is still read.
    """
    if len(data) > MAX_BYTES:
        return None, (_fault("too-large", file, None, megabytes=MAX_BYTES // 1_000_000),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (_fault("not-utf8", file, line),)
    composer = _Composer(file)
    try:
        return composer.document(yaml.parse(text, Loader=_PARSER)), tuple(composer.faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = _problem(error.problem or "")
        found = _fault("syntax", file, mark.line + 1 if mark else None, problem=problem)
        return None, (*composer.faults, found)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        return None, (_fault("control-character", file, line),)
    except _TooDeepError as error:
        return None, (_fault("too-deep", file, error.line, depth=MAX_DEPTH),)


def _problem(said: str) -> Message | str:
    """What stands in the way; a rare complaint keeps the parser's own words."""
    code = _PROBLEMS.get(said)
    return Message(f"bank.yaml.problem.{code}") if code else said


class _TooDeepError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _fault(code: str, file: str, line: int | None, **values: object) -> Message:
    return Message(f"bank.yaml.{code}", values, Place(file, line))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


class _Composer:
    """Builds nodes from the parser's events."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Message] = []

    def document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._note("second-document", event)
                    return root
                root = self._node(next(events), events, 0)
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        line = _line(event)
        if depth > MAX_DEPTH:
            raise _TooDeepError(line)
        if isinstance(event, yaml.AliasEvent):
            self._note("alias", event, name=event.anchor)
            return Scalar("", plain=True, line=line)
        assert isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
        if event.anchor is not None:
            self._note("anchor", event, name=event.anchor)
        if event.tag is not None:
            self._note("tag", event, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, event.implicit[0], line)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._series(events, depth + 1, line)
        return self._table(events, depth + 1, line)

    def _series(self, events: Iterator[yaml.Event], depth: int, line: int) -> Series:
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._node(event, events, depth))
        return Series(tuple(items), line)

    def _table(self, events: Iterator[yaml.Event], depth: int, line: int) -> Table:
        entries: dict[str, Node] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._node(event, events, depth)
            value = self._node(next(events), events, depth)
            if not isinstance(key, Scalar):
                self._note("key-not-a-word", event)
            elif key.text in entries:
                self._note("duplicate-key", event, key=key.text, first=lines[key.text])
            else:
                entries[key.text], lines[key.text] = value, key.line
        return Table(entries, lines, line)

    def _note(self, code: str, event: yaml.Event, **values: object) -> None:
        self.faults.append(_fault(code, self.file, _line(event), **values))
