"""A call script on symbols: by the child on a learner's program, by the judge on the solution.

The plain run comes first; a traced run whose values are not those of the plain one is worth
nothing, and whoever asks for one compares.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable

import numpy as np

from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Value
from dlprep.sandbox.script import Call, Env, run
from dlprep.trace.load import Refusal, Returned, load, refusal, variables
from dlprep.trace.tape import Tape, UntraceableError, recording


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
                outputs |= run(call, program.names[call.function], env)
        return TracedRun(outputs, program.returned, tape)
    except (UntraceableError, Exception) as error:  # noqa: BLE001 - a traced program may raise anything
        return refusal(error, file)
