"""One step of a call script."""

from __future__ import annotations

import pytest

from dlprep.sandbox.frames import Foreign
from dlprep.sandbox.script import ArityError, Call, Env, MissingError, look_up, run


def call(*args: str, gives: tuple[str, ...] = ("y",), **reads: str) -> Call:
    return Call("f", args, {}, gives, reads)


def test_references_go_into_dictionaries_and_tuples() -> None:
    """`$cache.0`, `config.v` and plain names; a part that is not there is missing."""
    env: Env = {"$cache": (1, 2), "config": {"v": {"0": 3}}}
    assert look_up("$cache.1", env) == 2
    assert look_up("config.v.0", env) == 3
    for ref in ("none", "$cache.2", "$cache.x", "config.w", "config.v.0.deep"):
        with pytest.raises(MissingError):
            look_up(ref, env)


def test_results_are_kept_and_handles_are_not_shown() -> None:
    """What is given comes back and stays for later steps; a handle only stays."""
    env: Env = {"x": 3}
    assert run(call("x", gives=("y", "$cache")), lambda x: (x + 1, "secret"), env) == {"y": 4}
    assert env == {"x": 3, "y": 4, "$cache": "secret"}


def test_one_name_takes_the_whole_value() -> None:
    """A tuple is one value where one name stands for it."""
    assert run(call("x"), lambda x: (x, x), {"x": 1}) == {"y": (1, 1)}


def test_parts_are_read_after_the_call() -> None:
    """`reads` sees what the call did to an input; what is absent travels as such."""

    def f(state: dict[str, int]) -> None:
        state["v"] += 1

    env: Env = {"state": {"v": 1}}
    assert run(call("state", gives=(), v="state.v", w="state.w"), f, env) == {
        "v": 2,
        "w": Foreign("missing"),
    }


@pytest.mark.parametrize(("value", "got"), [(1, None), ("ab", None), ((1, 2, 3), 3)])
def test_another_number_of_values_is_told(value: object, got: int | None) -> None:
    """A string of two letters is no pair."""
    with pytest.raises(ArityError) as error:
        run(call(gives=("a", "b")), lambda: value, {})
    assert (error.value.expected, error.value.got) == (2, got)
