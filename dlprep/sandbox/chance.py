"""What depends on chance comes out the same in every check with one seed, as far as a program
leaves it to the generators that all functions share or to one that it makes without a seed."""

from __future__ import annotations

import contextlib
import sys

import numpy as np

_default_rng = np.random.default_rng


def begin(chance: int) -> None:
    """Start the shared generators from a number, and from it those to be made without a seed."""
    streams = np.random.SeedSequence(chance)

    def default_rng(seed: object = None) -> np.random.Generator:
        return _default_rng(streams.spawn(1)[0] if seed is None else seed)  # type: ignore[arg-type]

    with contextlib.suppress(Exception):  # a stranger's file may have replaced them
        np.random.default_rng = default_rng
        np.random.seed(chance)  # noqa: NPY002 - it is what people use
        if "random" in sys.modules:
            sys.modules["random"].seed(chance)
