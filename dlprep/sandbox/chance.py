"""What depends on chance comes out the same in every check with one seed, as far as a program
leaves it to the generators that all functions share or to one that it makes without a seed."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from functools import cache

import numpy as np


def begin(chance: int) -> None:
    """Start the shared generators from a number, and from it those to be made without a seed."""
    streams, original = np.random.SeedSequence(chance), _default_rng()

    def default_rng(seed: object = None) -> np.random.Generator:
        return original(streams.spawn(1)[0] if seed is None else seed)

    with contextlib.suppress(Exception):  # a stranger's file may have replaced them
        np.random.default_rng = default_rng
        np.random.seed(chance)  # noqa: NPY002 - it is what people use
        if "random" in sys.modules:
            sys.modules["random"].seed(chance)


@cache
def _default_rng() -> Callable[..., np.random.Generator]:
    """NumPy's own, looked up when it is first needed: its generators take a while to load."""
    return np.random.default_rng
