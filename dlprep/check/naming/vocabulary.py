"""What an edit of a learner's function may speak of: its variables and sizes, the numbers and keys
of the references, its helpers."""

from __future__ import annotations

import ast
from functools import cached_property
from itertools import chain

from dlprep.check.edits.change import Scope
from dlprep.check.edits.contents import (
    counters,
    entries,
    fields_in,
    keys_in,
    ranges_in,
    texts_in,
    variables,
)
from dlprep.check.edits.overflow import exponents
from dlprep.check.naming.patient import Patient
from dlprep.check.running.runs import Names
from dlprep.check.source.units import Layout, Unit, names_in


class Vocabulary:
    """Of one file that is to be mended."""

    def __init__(self, patient: Patient, layout: Layout, names: Names) -> None:
        self.patient = patient
        self.layout = layout
        self.names = names

    def scope(self, unit: Unit, function: str | None) -> Scope:
        """What an edit of the unit may speak of."""
        helpers = [each.binds[-1] for each in self.layout.units if each.is_function]
        known = {name for name in self.names.values() if name} | {unit.binds[-1]}
        return Scope(
            names=variables(unit.node),
            sizes=self._sizes(unit, function),
            numbers=self.numbers,
            functions=tuple(name for name in helpers if name not in known),
            entries=entries(unit.node),
            counters=counters(unit.node),
            ranges=ranges_in(unit.node),
            keys=self._keys(unit),
            fields=fields_in(unit.node),
            texts=texts_in(unit.node),
            exponents=tuple({name for each in exponents(unit.node) for name in names_in(each)}),
        )

    def _keys(self, unit: Unit) -> tuple[str, ...]:
        """Keys of dictionaries that the unit, or a reference, reads or writes."""
        nodes = [each.node for one in self.patient.references for each in one.layout.units]
        found = (keys_in(node) for node in (unit.node, *nodes))
        return tuple(dict.fromkeys(chain.from_iterable(found)))

    def _sizes(self, unit: Unit, function: str | None) -> tuple[str, ...]:
        """Expressions for the sizes of the inputs, in the learner's names of the parameters."""
        if not isinstance(unit.node, ast.FunctionDef):
            return ()
        taken = [each.arg for each in unit.node.args.args]
        step = next((each for each in self.patient.script if each.call == function), None)
        if step is None:
            return tuple(f"{name}.shape[0]" for name in taken)
        found: dict[str, str] = {}
        for name, ref in zip(taken, step.args, strict=False):
            draw = self.patient.inputs.get(ref)
            for axis, size in enumerate(draw.shape if draw else ()):
                found.setdefault(size, f"{name}.shape[{axis}]")
            if draw and len(draw.shape) > 1:
                found.setdefault("·".join(draw.shape), f"{name}.size")
        return tuple(found.values())

    @cached_property
    def numbers(self) -> tuple[float, ...]:
        """The numbers that stand in them."""
        found = (each.numbers for each in self.patient.references)
        return tuple(sorted(frozenset().union(*found)))
