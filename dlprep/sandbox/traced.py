"""A call script on symbols: by the child on a learner's program, by the judge on the solution.

The plain run comes first; a traced run whose values are not those of the plain one is worth
nothing, and whoever asks for one compares.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array, Header, Value
from dlprep.sandbox.script import Call, Env, run
from dlprep.trace.load import (
    Refusal,
    Returned,
    copied,
    load,
    refusal,
    symbols_in,
    variables,
)
from dlprep.trace.packed import PackedError, pack_graph
from dlprep.trace.tape import Tape, UntraceableError, recording

LONGEST_WORD = 200
MOST_RETURNS = 40
MOST_HELD = 60
LARGEST_HELD = 2000


@dataclass(frozen=True, slots=True)
class TracedRun:
    """What the calls of a script gave, last call last: outputs by name with symbols in them,
    the functions that returned with their locals, and what was assumed on the way."""

    outputs: dict[str, Value]
    returned: list[Returned]
    tape: Tape


def run_traced(
    source: bytes | str, file: str, calls: Iterable[Call], inputs: Env
) -> TracedRun | Refusal:
    """Run a script with every float of the inputs as a variable, or say why it cannot be done."""
    outputs: dict[str, Value] = {}
    try:
        with recording() as tape, np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            program = load(source, file)
            env: Env = {name: variables(value, name) for name, value in inputs.items()}
            for call in calls:
                outputs |= copied(run(call, program.names[call.function], env))
        return TracedRun(outputs, program.returned, tape)
    except (UntraceableError, Exception) as error:  # noqa: BLE001 - a program may raise anything
        return refusal(error, file)


def trace_reply(source: bytes, file: str, request: tuple[Header, Value]) -> tuple[Header, Value]:
    """A child's answer to a request to trace: the graph and where everything stands in it, or
    why there is none."""
    header, inputs = request
    calls = [
        Call(step[0], tuple(step[1]), step[2], tuple(step[3]), step[4]) for step in header["trace"]
    ]
    run = run_traced(source, file, calls, inputs)
    if isinstance(run, Refusal):
        return {"kind": "refused", "what": run.what[:LONGEST_WORD], "line": run.line}, None
    try:
        return {"kind": "traced"}, _packed(run, inputs)
    except PackedError as error:
        return {"kind": "refused", "what": str(error), "line": None}, None


def _packed(run: TracedRun, inputs: Env) -> Value:
    places = symbols_in([variables(value, name) for name, value in inputs.items()])
    returned = run.returned[-MOST_RETURNS:]
    held = [_held(each.held) for each in returned]
    states = [_held(each.states) for each in returned]
    roots = symbols_in([list(run.outputs.values()), held, states])
    nodes = [*(symbol.node for symbol in roots), *run.tape.assumptions]
    graph, rows = pack_graph(nodes, {place.node: n for n, place in enumerate(places)})
    return {
        "graph": graph,
        "outputs": _rows(run.outputs, rows),
        "functions": [each.function[:LONGEST_WORD] for each in returned],
        "held": _rows(held, rows),
        "states": _rows(states, rows),
        "assumptions": np.array([rows[node] for node in run.tape.assumptions], np.int32),
    }


def _held(held: Mapping[str, Any]) -> dict[str, Any]:
    """As many locals as may cross, and none that is huge."""
    fit = {name: each for name, each in held.items() if np.size(each) <= LARGEST_HELD}
    return dict(list(fit.items())[:MOST_HELD])


def _rows(value: Value, rows: Mapping[Any, int]) -> Value:
    """The same tree with the row of its node in place of every symbol; None for the rest."""
    match value:
        case dict():
            return {str(name): _rows(each, rows) for name, each in value.items()}
        case list() | tuple():
            return [_rows(each, rows) for each in value]
        case _ if symbols := symbols_in(value):
            flat = np.array([rows.get(each.node, -1) for each in symbols], np.int32)
            return _shaped(flat, np.shape(value))
        case _:
            return None


def _shaped(flat: Array, shape: tuple[int, ...]) -> Array:
    return flat.reshape(shape)
