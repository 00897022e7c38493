"""A call script, run step by step: by the child on a learner's functions and by the judge on
the reference's, so that both mean the same by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any

from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Foreign, Value

Env = dict[str, Value]


class MissingError(Exception):
    """A reference leads nowhere: `$cache.v` where the dictionary has no `v`."""


class ArityError(Exception):
    """Another number of values came back than the step names."""

    def __init__(self, expected: int, got: int | None) -> None:
        super().__init__(expected, got)
        self.expected = expected
        self.got = got


@dataclass(frozen=True, slots=True)
class Call:
    """One step with its function's name in the file that is run."""

    function: str
    args: tuple[str, ...]
    kwargs: dict[str, str]
    gives: tuple[str, ...]
    reads: dict[str, str]
    probe: str = ""

    def probed(self, function: Callable[..., Value], probes: str) -> Callable[..., Value]:
        """The function, or what observes it, taken from the text of the exercise's probes."""
        return partial(_loaded(probes)[self.probe], function) if self.probe else function

    def uses(self) -> set[str]:
        """The names the step needs, without the parts behind a dot."""
        return {_head(ref) for ref in (*self.args, *self.kwargs.values())}


@cache
def _loaded(probes: str) -> dict[str, Any]:
    namespace: dict[str, Any] = {"__name__": "probes"}
    exec(compile(probes, "<probes>", "exec", dont_inherit=True), namespace)  # noqa: S102
    return namespace


def _head(ref: str) -> str:
    return ref.partition(".")[0]


def look_up(ref: str, env: Mapping[str, Value]) -> Value:
    """The value a reference names; raises `MissingError`."""
    head, *parts = ref.split(".")
    if head not in env:
        raise MissingError(ref)
    value = env[head]
    for part in parts:
        key: Any = int(part) if isinstance(value, (list, tuple)) and part.isdigit() else part
        try:
            value = value[key]
        except (KeyError, IndexError, TypeError, ValueError):
            raise MissingError(ref) from None
    return value


def run(call: Call, function: Callable[..., Value], env: Env) -> Env:
    """Call once. The results, with handles, are added to `env`; what is compared comes back.

    A part that `reads` does not find comes back as foreign. Raises whatever the function does.
    """
    args = [look_up(ref, env) for ref in call.args]
    kwargs = {name: look_up(ref, env) for name, ref in call.kwargs.items()}
    given = _named(call.gives, function(*args, **kwargs))
    env.update(given)
    read = {name: _read(ref, env) for name, ref in call.reads.items()}
    return {**{name: value for name, value in given.items() if name[0] != "$"}, **read}


def _named(names: tuple[str, ...], value: Value) -> Env:
    if len(names) == 1:
        return {names[0]: value}
    if not names:
        return {}
    if not isinstance(value, (tuple, list)):
        raise ArityError(len(names), None)
    if len(value) != len(names):
        raise ArityError(len(names), len(value))
    return dict(zip(names, value, strict=True))


def _read(ref: str, env: Env) -> Value:
    try:
        return look_up(ref, env)
    except MissingError:
        return Foreign("missing")
