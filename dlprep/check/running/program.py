"""A trusted file, run in this process: the solution, a wrong form of it, its starter."""

from __future__ import annotations

import ast
import copy
import gc
import signal
import sys
import threading
import types
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, cached_property
from itertools import count
from typing import Any

import numpy as np

from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs, StepRun, call
from dlprep.sandbox.chance import begin
from dlprep.sandbox.frames import Foreign, Value
from dlprep.sandbox.script import ArityError, Call, Env, MissingError, run

ENDLESS_S = 0.5  # of CPU; no call of a solution takes a tenth of it
SWITCH = "_dlprep_edit"  # the variable that chooses, where many programs are one
Form = str | ast.Module | types.CodeType  # of a top-level statement


class Program:
    """A trusted file, run in this process: the solution, a wrong form of it, its starter."""

    def __init__(self, source: str, file: str) -> None:
        self.source = source
        self.file = file
        self.namespace: dict[str, Any] = {"__name__": "solution"}
        exec(_compiled(source, file), self.namespace)  # noqa: S102

    @cached_property
    def _classes(self) -> list[types.CodeType]:
        """The classes of the file: their methods look names up where they were made."""
        if "class " not in self.source:
            return []
        nodes = (each for each in ast.parse(self.source).body if isinstance(each, ast.ClassDef))
        return [_compiled(ast.Module([each], []), self.file) for each in nodes]

    def patched(self, *units: Form) -> Program:
        """The same program with some top-level statements in another form; only these and classes
        are compiled. Raises whatever they raise."""
        other = copy.copy(self)
        other.namespace = {**self.namespace}
        for name, value in self.namespace.items():
            if isinstance(value, types.FunctionType) and value.__globals__ is self.namespace:
                other.namespace[name] = _moved(value, other.namespace)
        for unit in (*self._classes, *units):
            exec(_compiled(unit, self.file), other.namespace)  # noqa: S102
        return other

    def run(self, drawn: Drawn) -> Runs:
        """All steps of a case; a wrong form that raises has crashed, as a learner's would."""
        with _quiet():
            return tuple(self._steps(drawn))

    def steps(self, drawn: Drawn) -> Iterator[StepRun]:
        """The same one by one, for whoever may stop early."""
        steps = self._steps(drawn)
        for _ in drawn.script:
            with _quiet():
                one = next(steps)
            yield one

    def calls(self, drawn: Drawn) -> int:
        """How many functions are called in a case, of Python and of C: this foretells how long it
        takes and is the same on every machine."""
        found = count()
        sys.setprofile(lambda *_: next(found) and None)
        try:
            self.run(drawn)
        finally:
            sys.setprofile(None)
        return next(found)

    def _steps(self, drawn: Drawn) -> Iterator[StepRun]:
        if drawn.chance is not None:
            begin(drawn.chance)
        env: Env = {name: _copied(value) for name, value in drawn.inputs.items()}
        return (self._step(call(step, {}), env, drawn) for step in drawn.script)

    def _step(self, step: Call, env: Env, drawn: Drawn) -> StepRun:
        try:
            with _ending():
                outputs = run(step, step.probed(self.namespace[step.function], drawn.probes), env)
            seen = {name: _copied(env[name]) for name in step.uses() if name in drawn.watched}
            return StepRun("ok", {name: _copied(each) for name, each in outputs.items()}, seen)
        except ArityError as error:
            return StepRun("arity", told={"expected": error.expected, "got": error.got})
        except MissingError as error:
            return StepRun("missing", told={"text": str(error)})
        except NotImplementedError:
            return StepRun("not-implemented")
        except Exception as error:  # noqa: BLE001 - a wrong form may raise anything
            return StepRun("crash", told={"type": type(error).__name__, "text": str(error)})


def _compiled(source: Form, file: str) -> types.CodeType:
    if isinstance(source, types.CodeType):
        return source
    if isinstance(source, ast.Module):
        ast.fix_missing_locations(source)
    code: types.CodeType = compile(source, file, "exec", dont_inherit=True)
    return code


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing is said of overflows: they are what a case may be about."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _ending() -> Iterator[None]:
    """A wrong form may never end: it raises TimeoutError after a while. Signals come to the main
    thread alone; elsewhere nothing is limited."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _heed_timer()
    collects = gc.isenabled()
    gc.disable()  # what others left is not collected in a form's time
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS_S, ENDLESS_S)  # again where it was swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        if collects:
            gc.enable()


@cache
def _heed_timer() -> None:
    """Once a process: nobody else uses this signal, and a handler takes longer to set than most
    calls of a solution."""
    signal.signal(signal.SIGVTALRM, _give_up)


def _give_up(_number: int, _frame: types.FrameType | None) -> None:
    raise TimeoutError


def _moved(function: types.FunctionType, namespace: dict[str, Any]) -> types.FunctionType:
    """The same function, looking its globals up elsewhere."""
    moved = types.FunctionType(
        function.__code__, namespace, function.__name__, function.__defaults__, function.__closure__
    )
    moved.__kwdefaults__ = function.__kwdefaults__
    return moved


def _copied(value: Value) -> Value:
    match value:
        case np.ndarray() if value.dtype.hasobject:  # as a learner's: it is no array of numbers
            return Foreign(f"ndarray of {value.dtype}")
        case np.ndarray():
            return value.copy()
        case dict():
            return {name: _copied(each) for name, each in value.items()}
        case list() | tuple():
            return type(value)(_copied(each) for each in value)
        case np.generic():
            return np.asarray(value)
        case _:
            return value
