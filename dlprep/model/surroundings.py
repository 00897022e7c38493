"""What a learner's file finds around it when it imports from its own folder."""

from __future__ import annotations

from dataclasses import field

from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """`package` is what relative imports start from, as in `cs231n.classifiers`; `sources` are the
    files beside it by their module's name; `absent` are modules that it imports relatively and
    that are not there. `free` are names that the file uses and does not bind: what a module that
    is not there must have given."""

    package: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    absent: tuple[str, ...] = ()
    free: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.package or self.sources or self.absent)
