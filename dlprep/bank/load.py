"""One file of the bank becomes items or a registry; what is broken is left out and named."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from dlprep.bank.convert import Broken, Reading, found, refuse_unknown
from dlprep.bank.lines import line_of
from dlprep.bank.reader import MAX_BYTES, Node, Scalar, Series, Table, read_yaml
from dlprep.model.item import KINDS, Item, Numeric
from dlprep.model.message import Message, Place

FREE_IDS = {"code": "code", "torch": "code", "derivation": "der"}
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+")


@dataclass(frozen=True, slots=True)
class Sourced:
    """An item and where it is written."""

    item: Item
    file: str
    position: int
    node: Table

    def place(self, path: str = "") -> Place:
        """The line of a part, such as `options[1].why.en`; the nearest part that is written."""
        whole = f"items[{self.position}]" + (f".{path}" if path else "")
        return Place(self.file, line_of(self.node, path), whole)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What one question file holds."""

    items: tuple[Sourced, ...]
    faults: tuple[Message, ...]


def read_bytes(path: Path, file: str) -> tuple[Node | None, tuple[Message, ...]]:
    """The tree of a file; a file that cannot be read is a fault like any other."""
    try:
        if path.is_dir():
            os.scandir(path).close()  # raises: only folders that may not be opened are listed
        if path.exists() and not path.is_file():
            return None, (Message("bank.no-file", {}, Place(file)),)
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as problem:
        return None, (Message("bank.unreadable", {"why": problem}, Place(file)),)
    return read_yaml(data, file)


def load_items(path: Path, file: str | None = None) -> Loaded:
    """All items of a question file. `file` is how messages name it."""
    name = file or str(path)
    tree, faults = read_bytes(path, name)
    reading = Reading(name)
    if tree is None:
        return Loaded((), faults or (Message("bank.empty-file", {}, Place(name)),))
    sourced = _items(tree, reading)
    return Loaded(tuple(sourced), (*faults, *reading.faults))


def _items(tree: Node, reading: Reading) -> list[Sourced]:
    if not isinstance(tree, Table):
        reading.note(tree.line, "expected.item-file", found=found(tree))
        return []
    refuse_unknown(tree, ["leaf", "items"], reading)
    nodes = tree.entries.get("items", Scalar("", plain=True, line=tree.line))
    if not isinstance(nodes, Series):
        with reading.at("items"):
            reading.note(nodes.line, "expected.list", found=found(nodes))
        return []
    with reading.at("items"):
        read = [
            _item(node, n, tree.entries.get("leaf"), reading) for n, node in enumerate(nodes.items)
        ]
    return [each for each in read if each is not None]


def _item(node: Node, position: int, leaf: Node | None, reading: Reading) -> Sourced | None:
    with reading.at(position):
        if not isinstance(node, Table):
            reading.note(node.line, "expected.table", found=found(node))
            return None
        cls = _kind(node, reading)
        if isinstance(cls, Broken):
            return None
        rest = {key: value for key, value in node.entries.items() if key != "kind"}
        if leaf is not None:
            rest.setdefault("leaf", leaf)
        whole = Table(rest, node.key_lines, node.line)
        item = reading.convert(whole, cls)
        if isinstance(item, Broken) or not _sound(item, node, reading):
            return None
        return Sourced(item, reading.file, position, node)


def _kind(node: Table, reading: Reading) -> type[Item] | Broken:
    kind = node.entries.get("kind")
    if kind is None:
        return reading.note(node.line, "missing-key", key="kind")
    if isinstance(kind, Scalar) and kind.text in KINDS:
        return KINDS[kind.text]
    with reading.at("kind"):
        return reading.note(kind.line, "expected.one-of", found=found(kind), words=list(KINDS))


def _sound(item: Item, node: Table, reading: Reading) -> bool:
    """What annotations cannot say and no item can do without."""
    before = len(reading.faults)
    _check_id(item, node, reading)
    if isinstance(item, Numeric):
        _check_params(item, node, reading)
    return len(reading.faults) == before


def _check_id(item: Item, node: Table, reading: Reading) -> None:
    prefix = FREE_IDS.get(item.kind, item.leaf) + "."
    with reading.at("id"):
        line = line_of(node, "id")
        if not _ID.fullmatch(item.id):
            reading.note(line, "bad-id", id=item.id)
        elif not item.id.startswith(prefix):
            reading.note(line, "id-outside-leaf", id=item.id, prefix=prefix)


def _check_params(item: Numeric, node: Table, reading: Reading) -> None:
    for name, param in item.params.items():
        ways = [bool(param.choice), param.int is not None, param.real is not None]
        if ways.count(True) != 1:
            path = f"params.{name}"
            with reading.at("params"), reading.at(name):
                reading.note(line_of(node, path), "param-ways", name=name)
