"""What a program finds when it searches the process it runs in: nothing it should not have."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipped import settled

from dlprep.check.court import MOST

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="searches memory as Linux shows it")

SECRET = "k3y-0f-th3-p3rs0n"
SEED = 1987654321
# The words are spelt apart, so that the program does not find itself.
WORDS = """
import ctypes, gc, re, sys
import numpy as np

WANTED = {
    "the secret": ("k3y-0f-", "th3-p3rs0n"),
    "the seed": ("19876", "54321"),
    "the solution": ("mistake max-", "whole-batch"),
    "its place": ("softmax_ce", "_fb.py"),
    "a control": ("s0mething-", "to-find"),
}
"""
OBJECTS = (
    WORDS
    + """
def within(value, depth=0):
    yield value if isinstance(value, (str, int)) else None
    if depth < 4 and isinstance(value, (list, tuple, set, frozenset, dict)):
        for each in value:
            yield from within(each, depth + 1)
            if isinstance(value, dict):
                yield from within(value[each], depth + 1)

def softmax_ce(scores, y):
    control = {"known": ["".join(WANTED["a control"])]}
    here, places = sys._getframe(), list(gc.get_objects())
    while here:
        places += [here.f_locals, here.f_globals]
        here = here.f_back
    texts = {str(each) for place in places for each in within(place)}
    words = {name: "".join(halves) for name, halves in WANTED.items()}
    found = [name for name, word in words.items() if any(word in text for text in texts)]
    print(found)
    raise SystemExit
"""
)
MEMORY = (
    WORDS
    + """
def softmax_ce(scores, y):
    letters = {name: [b"[%c]" % each for half in halves for each in half.encode()]
               for name, halves in WANTED.items() if name != "the seed"}
    patterns = {name: re.compile(b"".join(each) + b"|" + b"\\0\\0\\0".join(each))
                for name, each in letters.items()}
    control = "".join(WANTED["a control"]) + "!"
    found = set()
    for line in open("/proc/self/maps"):
        start, end, rights = re.match(r"(\\w+)-(\\w+) (....)", line).groups()
        if rights.startswith("rw"):
            data = ctypes.string_at(int(start, 16), int(end, 16) - int(start, 16))
            found |= {name for name, each in patterns.items() if each.search(data)}
    print(sorted(found))
    raise SystemExit
"""
)


def found(program: str, level: str, folder: Path) -> list[str]:
    """What the program says it found."""
    file = folder / "answer.py"
    file.write_text(program, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", str(file), "--json", "--seed", str(SEED)],
        env=os.environ | {"DLPREP_HOME": settled(folder), "API_KEY": SECRET, MOST: level},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    printed = json.loads(done.stdout)["exercises"][0]["printed"]
    return list(ast.literal_eval(printed.splitlines()[0]))


@pytest.mark.parametrize("level", ["L3", "L1"])
def test_no_frame_and_no_object_holds_a_secret(level: str, tmp_path: Path) -> None:
    """All frames down to the first, everything the collector knows, four containers deep."""
    assert found(OBJECTS, level, tmp_path) == ["a control"]


def test_memory_holds_no_secret_and_no_solution(tmp_path: Path) -> None:
    """All memory that can be written to, byte by byte, at the level that lets it be mapped."""
    assert found(MEMORY, "L1", tmp_path) == ["a control"]
