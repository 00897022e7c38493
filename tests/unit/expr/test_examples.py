"""The examples in docstrings run."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from dlprep.expr import fold, gradient, sums


@pytest.mark.parametrize("module", [fold, gradient, sums])
def test_examples_show_what_they_say(module: ModuleType) -> None:
    """What a docstring shows is what the code gives."""
    assert doctest.testmod(module).failed == 0
