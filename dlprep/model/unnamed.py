"""A wrong file that no known mistake explains."""

from __future__ import annotations

from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Unnamed:
    """A file as it was checked; `number` is how a person speaks of it, 0 before it is kept."""

    number: int = 0
    exercise: str
    functions: tuple[str, ...]
    seed: int
    at_ms: int
    file: str
    source: str
