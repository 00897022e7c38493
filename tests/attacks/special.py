"""Submissions that are attacks by their bytes, by what lies beside them, or by being no file."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from pathlib import Path

from box import GOOD

MEGABYTE = 1_000_000

BYTES: dict[str, bytes] = {
    "byte_order_mark": codecs.BOM_UTF8 + GOOD.encode(),
    "latin_1_declared": b"# -*- coding: latin-1 -*-\n# caf\xe9\n" + GOOD.encode(),
    "latin_1_undeclared": GOOD.encode() + b"# caf\xe9\n",
    "utf_16": GOOD.encode("utf-16"),
    "unknown_coding": b"# -*- coding: no-such-code -*-\n" + GOOD.encode(),
    "utf_7_declared": b"# -*- coding: utf-7 -*-\n" + GOOD.encode(),
    "crlf": GOOD.replace("\n", "\r\n").encode(),
    "cr_alone": GOOD.replace("\n", "\r").encode(),
    "form_feeds": GOOD.replace("\n\n\n", "\n\f\n\n").encode(),
    "tabs_and_spaces": GOOD.encode() + b"\n\ndef f():\n\tx = 1\n        y = 2\n",
    "null_bytes": GOOD.encode() + b"\0\0",
    "one_megabyte_line": GOOD.encode() + b"x = '" + b"a" * (MEGABYTE) + b"'\n",
    "one_megabyte_comment": b"#" + b"a" * MEGABYTE + b"\n" + GOOD.encode(),
    "eight_megabytes": GOOD.encode() + (b"#" + b"a" * 1022 + b"\n") * 8192,
    "deep_parentheses": b"# dlprep: code.softmax-ce-fb\nx = " + b"(" * 5000 + b")" * 5000,
    "long_sum": GOOD.encode() + b"x = " + b"+".join([b"1"] * 20_000) + b"\n",
    "huge_number": GOOD.encode() + b"x = " + b"9" * 6000 + b"\n",
    "surrogate_escape": GOOD.encode() + b"x = '\\ud800'\nprint(ascii(x))\n",
    "syntax_error": GOOD.encode() + b"def (:\n",
    "syntax_error_with_codes": GOOD.encode() + b"x = = '\x1b[2J[bold]'\n",
    "empty_with_marker": b"# dlprep: code.softmax-ce-fb\n",
}
"""Right answers, or beginnings of one, in bytes an editor would not write."""

POISON = 'open("@MARKER@", "w").close()\nprint("BESIDE RAN")\n'
BESIDE = (
    "numpy.py",
    "conftest.py",
    "sitecustomize.py",
    "usercustomize.py",
    "json.py",
    "struct.py",
    "typing.py",
    "resource.py",
    "dlprep.py",
    "typer.py",
    "rich.py",
    "yaml.py",
    "numpy.pth",
    "pyproject.toml",
    "softmax_ce_fb.py",
)
"""Names that import systems and tools look for in the folder they stand in."""


def poison(name: str, marker: Path) -> str:
    """What to write into a file of that name so that it shows when it is run."""
    if name.endswith(".toml"):
        return "[tool.dlprep]\nmalformed = \n"
    line = f'import os; open("{marker}", "w").close()\n'
    return line if name.endswith(".pth") else POISON.replace("@MARKER@", str(marker))


def link_to(target: str) -> Callable[[Path], None]:
    return lambda file: file.symlink_to(target)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "fifo": os.mkfifo,
    "folder": Path.mkdir,
    "link_to_zero": link_to("/dev/zero"),
    "link_to_terminal": link_to("/dev/tty"),
    "link_to_memory": link_to("/proc/self/mem"),
    "link_to_kernel_log": link_to("/proc/kmsg"),
    "dangling_link": link_to("nowhere.py"),
    "link_to_itself": link_to("link_to_itself.py"),
}
"""What stands where a file is expected, made at a path."""
