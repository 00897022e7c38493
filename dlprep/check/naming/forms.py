"""Wrong forms of the references: written ones, and pairs of these.

Each is compiled and run when somebody asks what it makes of a case, and remembered.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import combinations
from typing import TYPE_CHECKING

from dlprep.check.edits.likeness import patterns
from dlprep.check.running.draw import Drawn
from dlprep.check.running.program import SWITCH, Program
from dlprep.check.running.runs import StepRun
from dlprep.check.source.units import Layout
from dlprep.check.source.variants import Variant, patches, together, touched, variants

if TYPE_CHECKING:
    from dlprep.check.edits.editor import Edit


class Reference:
    """A right program with its written mistakes: the solution, or another way of writing it."""

    def __init__(self, source: str, file: str, program: Program | None = None) -> None:
        """`program` where it is loaded already."""
        self.source = source
        self.file = file
        self._loaded = program
        self._calls: dict[int, int] = {}

    @cached_property
    def program(self) -> Program:
        """The program itself. Raises whatever it raises."""
        return self._loaded or Program(self.source, self.file)

    def calls(self, drawn: Drawn) -> int:
        """How many functions it calls in a case; counted once, also where a file is watched."""
        if id(drawn) not in self._calls:
            self._calls[id(drawn)] = self.program.calls(drawn)
        return self._calls[id(drawn)]

    @cached_property
    def layout(self) -> Layout:
        """Its functions."""
        return Layout(self.source)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """The mistakes and conventions in its comments. Raises `check.bad-mark`."""
        return variants(self.source, self.file, self.layout.tree)

    @property
    def has_conventions(self) -> bool:
        """Whether it may be written by other conventions: that is seen without reading it."""
        return "# convention " in self.source

    def converted(self, others: Collection[str]) -> Reference | None:
        """The program by other conventions; nothing where it does not know them."""
        known = [each for each in self.variants if each.asked and each.code in others]
        if len(known) < len(others):
            return None
        swaps = tuple(swap for each in known for swap in each.swaps)
        return Reference(Variant("", None, 0, swaps).source(self.source), self.file)

    @cached_property
    def forms(self) -> tuple[tuple[frozenset[str], Form], ...]:
        """A form for each variant, with the units it changes."""
        return tuple(
            (touched(variant.swaps, self.layout), self.form(number))
            for number, variant in enumerate(self.variants)
        )

    @cached_property
    def _together(self) -> tuple[frozenset[int], list[str]]:
        return together(dict(enumerate(self.variants)), self.layout, SWITCH)

    @cached_property
    def _switched(self) -> Program:
        """The program with a switch for all variants that can stand side by side."""
        return self.program.patched(f"{SWITCH} = ()", *self._together[1])

    def form(self, *numbers: int) -> Form:
        """The program with one of its variants, or two at once."""
        chosen = tuple(self.variants[number] for number in numbers)
        if self._together[0].issuperset(numbers):
            return Form(lambda: self._switched, chosen, switch=numbers)
        return Form(partial(_changed, self, chosen), chosen)

    @cached_property
    def right(self) -> Form:
        """The program itself as a form."""
        return Form(lambda: self.program)

    def reach(self, functions: Collection[str]) -> frozenset[str]:
        """Names of the units that some functions depend on."""
        return frozenset(unit.binds[-1] for unit in self.layout.reach(functions))

    @cached_property
    def patterns(self) -> frozenset[str]:
        """The forms of its lines."""
        return patterns(unit.node for unit in self.layout.units)

    @cached_property
    def numbers(self) -> frozenset[float]:
        """The constants in its functions that are no whole numbers."""
        nodes = (node for unit in self.layout.units for node in ast.walk(unit.node))
        values = (node.value for node in nodes if isinstance(node, ast.Constant))
        return frozenset(each for each in values if isinstance(each, float) and each % 1)


@dataclass(slots=True, eq=False)
class Form:
    """A reference made wrong. `written` are the one or two mistakes it shows; an edit has none
    and tells what it does when asked. `switch` chooses it where many forms are one program: one
    edit of a board, or some variants."""

    load: Callable[[], Program]
    written: tuple[Variant, ...] = ()
    tell: Callable[[], Edit] | None = None
    switch: int | tuple[int, ...] = -1
    _program: list[Program | None] = field(default_factory=list)
    _runs: dict[int, tuple[list[StepRun], Iterator[StepRun]]] = field(default_factory=dict)

    def step(self, drawn: Drawn, at: int) -> StepRun:
        """What it makes of a case, up to one call; one that cannot even be loaded has crashed."""
        program = self._loaded()
        if id(drawn) not in self._runs:
            crashed = (StepRun("crash") for _ in drawn.script)
            self._runs[id(drawn)] = [], program.steps(drawn) if program else crashed
        done, rest = self._runs[id(drawn)]
        if program is not None:
            program.namespace[SWITCH] = self.switch
        while len(done) <= at:
            done.append(next(rest))
        return done[at]

    def _loaded(self) -> Program | None:
        if not self._program:
            try:
                self._program.append(self.load())
            except Exception:  # noqa: BLE001 - a wrong form may raise anything
                self._program.append(None)
        return self._program[0]


def written(reference: Reference, units: Collection[str]) -> Iterator[Form]:
    """One form for each mistake and convention written in some units."""
    return (form for changed, form in reference.forms if changed & set(units))


def _changed(reference: Reference, chosen: Sequence[Variant]) -> Program:
    swaps = [swap for variant in chosen for swap in variant.swaps]
    return reference.program.patched(*patches(swaps, reference.layout).values())


def pairs(
    reference: Reference, forms: Sequence[Form], *, mixed: bool = False
) -> Iterator[tuple[Form, tuple[Form, Form]]]:
    """Two of its written mistakes at once, or two conventions, on lines apart; and the two.
    `mixed` pairs are of a convention and a mistake."""
    number = {variant.line: number for number, variant in enumerate(reference.variants)}
    for one, other in combinations(forms, 2):
        first, second = one.written[0], other.written[0]
        fit = (bool(first.asked) != bool(second.asked)) == mixed
        if fit and first.code != second.code and first.apart_from(second):
            yield reference.form(number[first.line], number[second.line]), (one, other)
