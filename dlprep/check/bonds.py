"""How the functions of an exercise hang together: a cache goes from one to another."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dlprep.model.exercise import Step


class Bonds:
    """The bonds between the functions that a script calls."""

    def __init__(self, script: Sequence[Step]) -> None:
        self.script = script

    def feeders(self, function: str) -> frozenset[str]:
        """The function itself, and those whose handles it is given."""
        wanted = {function}
        for step in reversed(self.script):
            if step.call in wanted:
                wanted |= {one.call for one in self.script if _handles(one) & _used(step)}
        return frozenset(wanted)

    def linked(self, function: str) -> frozenset[str]:
        """The function itself, and all that share a handle with it."""
        found = {function}
        for step in self.script:
            for other in self.script:
                if _handles(step) & (_used(other) | _handles(other)) and found & {
                    step.call,
                    other.call,
                }:
                    found |= {step.call, other.call}
        return frozenset(found)

    def gives(self, function: str, wrong: Collection[str]) -> tuple[Sequence[str], Collection[str]]:
        """The names its first call gives, and which of these are wrong in any call. Where a part
        of a state is wrong, all of them are suspect."""
        steps = [step for step in self.script if step.call == function]
        if not steps:
            return (), ()
        heads = {name.partition(".")[0] for name in wrong}
        if any(heads & step.reads.keys() for step in steps):
            return steps[0].gives, steps[0].gives
        places = {at for step in steps for at, name in enumerate(step.gives) if name in heads}
        return steps[0].gives, [steps[0].gives[at] for at in places if at < len(steps[0].gives)]


def _handles(step: Step) -> set[str]:
    return {ref for ref in step.gives if ref.startswith("$")}


def _used(step: Step) -> set[str]:
    return {ref.partition(".")[0] for ref in (*step.args, *step.kwargs.values())}
