"""The nursery of a long watch, or of a whole course's files, does not run full."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

# Nobody asks how these children ended: each leaves a word on the line to the judge.
SCRIPT = r"""
from dlprep.sandbox.nursery import Nursery
nursery = Nursery()
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.process import Learner, Source
for _ in range(400):
    learner = Learner.born(nursery)
    learner.close()
    learner.forget()
last = Learner.born(nursery)
last.start(Source("answer.py", b"x = 1"), Limits(start_s=30.0))
print(last.greet())
last.close()
nursery.close()
"""


def test_hundreds_of_children_are_born_one_after_another() -> None:
    """400 are more than the line holds words; the last one answers like the first."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == "{'kind': 'ok'}\n"
