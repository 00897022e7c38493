"""From a path such as `options[1].why.en` back to the line where it is written."""

from __future__ import annotations

import re

from dlprep.bank.reader import Node, Series, Table

_STEP = re.compile(r"\[(\d+)\]|([^.\[]+)")


def line_of(node: Node, path: str) -> int:
    """The line of the part that the path names, or of the last part on the way that exists."""
    line = node.line
    for index, key in _STEP.findall(path):
        if index and isinstance(node, Series) and int(index) < len(node.items):
            node = node.items[int(index)]
            line = node.line
        elif key and isinstance(node, Table) and key in node.entries:
            line = node.key_lines[key]
            node = node.entries[key]
        else:
            return line
    return line
