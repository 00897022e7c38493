"""What a learner's file imports beside the standard library and NumPy: other files of its own
folder, helpers of Python 2, and stand-ins for whatever is not there.

A stand-in can be imported and handed round. Only calling it is an error, so that a file is judged
by all of its functions that do not need what is missing.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable, Mapping, Sequence
from importlib.machinery import ModuleSpec
from typing import Any, NoReturn

from dlprep.model.surroundings import Surroundings

# What `past` and `six` give a program that once ran under Python 2 as well.
_PYTHON_2: Mapping[str, Any] = {
    "xrange": range,
    "range": range,
    "zip": zip,
    "map": map,
    "filter": filter,
    "input": input,
    "raw_input": input,
    "basestring": str,
    "unicode": str,
    "long": int,
}
HELPERS: Mapping[str, Mapping[str, Any]] = {
    "past": {},
    "past.builtins": _PYTHON_2,
    "past.utils": {"old_div": lambda one, other: one / other},
    "six": {},
    "six.moves": _PYTHON_2,
}


class AbsentError(Exception):
    """Something was called that a module which is not there should have given."""

    def __init__(self, name: str, module: str) -> None:
        super().__init__(name, module)
        self.name = name
        self.module = module


class StandIn:
    """In place of a name from a module that is not there."""

    def __init__(self, name: str, module: str) -> None:
        self._name = name
        self._module = module

    def __call__(self, *_: object, **__: object) -> NoReturn:
        raise AbsentError(self._name, self._module)

    def __getattr__(self, attribute: str) -> NoReturn:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        raise AbsentError(f"{self._name}.{attribute}", self._module)


class Companions:
    """Finds and loads them. Asked last, so that nothing of Python's or NumPy's gives way."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        names = (around.package, *around.sources, *around.absent, *HELPERS)
        self._packages = {parent for name in names for parent in _parents(name)}
        self._packages |= {around.package} - {""}
        self._known = {*self._packages, *around.sources, *around.absent, *HELPERS}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: types.ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._known:
            return None
        return ModuleSpec(name, self, is_package=name in self._packages)  # type: ignore[arg-type]

    def create_module(self, spec: ModuleSpec) -> None:
        """As Python makes any module."""

    def exec_module(self, module: types.ModuleType) -> None:
        name = module.__name__
        if name in HELPERS:
            vars(module).update(HELPERS[name])
        elif name in self._around.sources:
            self._run(module)
        elif name in self._around.absent:
            self._leave_empty(module)

    def _run(self, module: types.ModuleType) -> None:
        """A companion that cannot be loaded gives stand-ins for what it has not come to."""
        try:
            source = self._around.sources[module.__name__]
            code = compile(source, f"<{module.__name__}>", "exec", dont_inherit=True)
            exec(code, vars(module))  # noqa: S102 - as much a stranger's file as the one checked
        except Exception:  # noqa: BLE001 - it may raise anything
            self._leave_empty(module)

    def _leave_empty(self, module: types.ModuleType) -> None:
        others = [sys.modules[each] for each in self._around.sources if each in sys.modules]
        given = {name for other in others for name in vars(other)}
        own = [name for name in vars(module) if not name.startswith("_")]
        missing = [name for name in self._around.free if name not in given]
        vars(module)["__all__"] = [*own, *missing]
        vars(module)["__getattr__"] = _giver(module.__name__)


def _giver(module: str) -> Callable[[str], StandIn]:
    def give(name: str) -> StandIn:
        if name.startswith("__"):
            raise AttributeError(name)
        return StandIn(name, module)

    return give


def _parents(module: str) -> list[str]:
    parts = module.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts))]
