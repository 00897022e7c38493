"""NumPy loaded lightly is NumPy all the same."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.sandbox.lightly import _randbits

LOADED = "import sys; from dlprep.sandbox.lightly import *; skip_docstrings(); import numpy as np; "


def told(program: str) -> list[str]:
    """What a program prints that loads NumPy as the judge does, word by word."""
    command = [sys.executable, "-c", LOADED + program]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()


def test_what_is_compiled_has_no_docstring_and_works() -> None:
    """The rest has its own."""
    said = told("print(np.ndarray.sum.__doc__, bool(np.sum.__doc__), np.arange(4.0).sum())")
    assert said == ["None", "True", "6.0"]


@pytest.mark.parametrize("part", ["ma", "fft", "linalg", "polynomial", "rec", "char", "testing"])
def test_every_part_of_numpy_can_be_loaded(part: str) -> None:
    """Some of them look at the docstrings of others."""
    assert told(f"import numpy.{part}; print(np.{part}.__name__)") == [f"numpy.{part}"]


def test_generators_that_nobody_seeds_differ() -> None:
    """They start from what the system gives, and those that are seeded from that."""
    drawn = told(
        "load_random(); print(*(np.random.default_rng().random() for _ in range(4)),"
        "np.random.default_rng(7).integers(1000), np.random.RandomState(7).randint(1000))"
    )
    assert len({*drawn[:4]}) == 4
    assert drawn[4:] == ["944", "175"]


def test_secrets_is_whole_for_everybody_else() -> None:
    """What NumPy was given in its place is gone, and the module that is there is left."""
    whole = "import secrets; print(len(secrets.token_hex(8)))"
    assert told(f"load_random(); print('secrets' in sys.modules); {whole}") == ["False", "16"]
    assert told(
        f"{whole}; one = secrets; load_random(); import secrets; print(one is secrets)"
    ) == [
        "16",
        "True",
    ]


@given(st.integers(1, 200))
def test_random_bits_fill_their_range(bits: int) -> None:
    """As those of `secrets`: any number below 2^bits, and every bit may be set."""
    drawn = [_randbits(bits) for _ in range(64)]
    assert all(0 <= each < 1 << bits for each in drawn)
    assert any(each >> (bits - 1) for each in drawn)
