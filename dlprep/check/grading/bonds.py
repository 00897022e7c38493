"""How the functions of an exercise hang together: a cache goes from one to another."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

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

    def users(self, function: str) -> frozenset[str]:
        """Other functions that are given something that this one gives."""
        given = {name for step in self.script if step.call == function for name in step.gives}
        return frozenset({each.call for each in self.script if _used(each) & given} - {function})

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

    def alike(self, function: str, output: str) -> frozenset[str]:
        """What an output is called in every call of its function: what explains it in one call
        must explain it in all."""
        head, dot, rest = output.partition(".")
        steps = [step for step in self.script if step.call == function]
        named = [name for step in steps for name in _same_place(steps, step, head)]
        return frozenset({output, *(name + dot + rest for name in named)})

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


def _same_place(steps: Sequence[Step], step: Step, name: str) -> Iterator[str]:
    """What one call gives or leaves where another gives or leaves something of that name."""
    for other in steps:
        if name in other.gives and other.gives.index(name) < len(step.gives):
            yield step.gives[other.gives.index(name)]
        if name in other.reads:
            part = other.reads[name].partition(".")[2]
            yield from (each for each, ref in step.reads.items() if ref.partition(".")[2] == part)


def _handles(step: Step) -> set[str]:
    return {ref for ref in step.gives if ref.startswith("$")}


def _used(step: Step) -> set[str]:
    return {ref.partition(".")[0] for ref in (*step.args, *step.kwargs.values())}
