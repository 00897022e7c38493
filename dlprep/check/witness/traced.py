"""Two witnesses that differentiate the traced forward pass: reverse mode, and SymPy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import groupby
from math import prod

import numpy as np

from dlprep.check.running.draw import Drawn
from dlprep.check.witness.claims import (
    EXACT,
    PRIMES,
    SMALL,
    Checked,
    Claim,
    Found,
    Subject,
    claims,
)
from dlprep.expr import fold
from dlprep.expr.arrays import evaluate
from dlprep.expr.gradient import gradients
from dlprep.expr.graph import Node
from dlprep.model.exercise import Gradient
from dlprep.sandbox.frames import Array
from dlprep.sandbox.script import Env, look_up
from dlprep.sandbox.traced import TracedRun
from dlprep.trace.load import Refusal, symbols_in, variables

MOST_ENTRIES = 3  # of each array, for SymPy to differentiate
MOST_OPERATIONS = 1000  # in what SymPy is given


def by_tracing(subject: Subject) -> Found:
    """Reverse mode over the traced forward pass: every entry, on every case without a tie."""
    for drawn in (*subject.tiny_cases(PRIMES), *subject.cases):
        run = subject.traced(drawn)
        if isinstance(run, Refusal) or run.tape.ties:
            continue
        for gradient, group in groupby(claims(subject, drawn), lambda each: each.gradient):
            yield from _swept(traced_objective(gradient, run, drawn), list(group), drawn)


def _swept(total: Node, group: list[Claim], drawn: Drawn) -> Found:
    """All claims about one objective in one sweep."""
    wrt = [_wrt(claim) for claim in group]
    slopes = evaluate(
        gradients(total, [node for each in wrt for node in each]), _point(drawn.inputs)
    )
    ends = np.cumsum([len(each) for each in wrt])[:-1]
    for claim, theirs in zip(group, np.split(slopes[:, 0], ends), strict=True):
        yield _compared(claim, theirs, claim.claimed.ravel())


def by_sympy(subject: Subject) -> Found:
    """SymPy's derivative of the traced forward pass, at a few entries of each array."""
    from dlprep.expr.symbolic import from_sympy, symbol, to_sympy  # noqa: PLC0415 - 250 ms

    rng = np.random.default_rng(subject.seed)
    small = _small(subject)
    if small is None:
        return
    drawn, run = small
    at = _point(drawn.inputs)
    for gradient in subject.code.gradients:
        total = to_sympy(traced_objective(gradient, run, drawn))
        for claim in claims(subject, drawn):
            if claim.gradient is not gradient:
                continue
            wrt = _wrt(claim)
            chosen = rng.choice(len(wrt), min(MOST_ENTRIES, len(wrt)), replace=False)
            slopes = [from_sympy(total.diff(symbol(str(wrt[n].value)))) for n in chosen]
            yield _compared(claim, evaluate(slopes, at)[:, 0], claim.claimed.ravel()[chosen])


def _small(subject: Subject) -> tuple[Drawn, TracedRun] | None:
    """A case that SymPy can digest, with all the claims that any makes: one of other sizes if it
    is short, else the shortest of all."""
    most = max((len([*claims(subject, drawn)]) for drawn in subject.cases), default=0)
    if most == 0:
        return None
    smallest: tuple[Drawn, TracedRun] | None = None
    for drawn in _sized(subject):
        run = subject.traced(drawn)
        if isinstance(run, Refusal) or run.tape.ties or len([*claims(subject, drawn)]) < most:
            continue
        if smallest is None or run.tape.made < smallest[1].tape.made:
            smallest = drawn, run
        if run.tape.made <= MOST_OPERATIONS:
            break
    return smallest


def _sized(subject: Subject) -> Iterator[Drawn]:
    for sizes in (PRIMES, SMALL):
        yield from subject.tiny_cases(sizes)
    yield from sorted(subject.cases, key=lambda each: prod(each.sizes.values()))


def _point(inputs: Env) -> dict[str, Array]:
    """The sample point: the value of every variable."""
    symbols = symbols_in({name: variables(value, name) for name, value in inputs.items()})
    return {str(each.node.value): np.array([each.value]) for each in symbols}


def _wrt(claim: Claim) -> list[Node]:
    value = variables(look_up(claim.wrt, claim.drawn.inputs), claim.wrt)
    return [symbol.node for symbol in symbols_in(value)]


def traced_objective(gradient: Gradient, run: TracedRun, drawn: Drawn) -> Node:
    """Σ of·upstream as an expression."""
    terms: list[Node] = []
    upstream: Sequence[str | None] = gradient.upstream or [None] * len(gradient.of)
    for of, name in zip(gradient.of, upstream, strict=True):
        nodes = [symbol.node for symbol in symbols_in(look_up(of, run.outputs))]
        if name is not None:
            weights = symbols_in(variables(look_up(name, drawn.inputs), name))
            nodes = [fold.mul(a, b.node) for a, b in zip(nodes, weights, strict=True)]
        terms += nodes
    return reduce(fold.add, terms)


def _compared(claim: Claim, theirs: Array, ours: Array) -> Checked:
    gap = np.nan_to_num(np.abs(theirs - ours), nan=np.inf)
    worst = int(np.argmax(gap))
    scale = 1e-3 + np.abs(claim.claimed).max(initial=0.0)
    holds = bool(gap[worst] <= EXACT * scale)
    return Checked(claim, holds, float(theirs[worst]), float(ours[worst]))
