"""A wrong function and what it gave."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from dlprep.check.naming.suspect import Suspect
from dlprep.sandbox.frames import Value


@pytest.mark.parametrize(
    ("gave", "whole"),
    [
        ([3, 4], True),
        ([np.array([1, 2])], True),
        ([[[1, 2, 3], [1]]], True),
        ([{"kept": [0], "left": [1, 2]}], True),
        ([[[1, 2, 3], [0.5]]], False),
        ([2, 2.0], False),
        (["ab"], False),
    ],
    ids=["numbers", "array", "ragged", "fields", "ragged-real", "once-real", "text"],
)
def test_whole_numbers_are_known_however_they_are_held(gave: list[Value], whole: bool) -> None:
    """Such agree by chance, and more is asked of what explains them."""
    suspect = object.__new__(Suspect)
    suspect.__dict__["evidence"] = SimpleNamespace(gave=lambda _: iter(gave))
    assert suspect.counts("kept") is whole
