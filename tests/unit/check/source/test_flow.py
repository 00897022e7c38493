"""Which statements can have made an output wrong, and how functions hang together."""

from __future__ import annotations

import ast

from dlprep.check.grading.bonds import Bonds
from dlprep.check.source.flow import suspects
from dlprep.check.source.units import Layout
from dlprep.model.exercise import Step

SOURCE = """
def loss(z, y):
    n = len(z)
    p = z * 2
    value = p.sum() / n
    grad = p - y
    grad /= n
    return value, grad
"""


def test_lines_that_feed_the_wrong_output_alone_come_apart() -> None:
    """The gradient's own lines are suspect first; what the right loss needs too, second."""
    function = ast.parse(SOURCE).body[0]
    alone, shared = suspects(function, ("value", "grad"), {"grad"})
    assert (sorted(alone), sorted(shared)) == ([6, 7], [3, 4, 8])


def test_without_a_plain_return_everything_is_suspect() -> None:
    """Which part of a dictionary is wrong cannot be seen from the statement that returns it."""
    function = ast.parse("def f(x):\n    g = {}\n    g['a'] = x\n    return 1, g, 2\n").body[0]
    alone, shared = suspects(function, ("loss", "grads"), {"grads.a"})
    assert (sorted(alone), sorted(shared)) == ([2, 3], [4])


SCRIPT = (
    Step(call="forward", args=("x",), gives=("out", "$cache")),
    Step(call="backward", args=("dout", "$cache"), gives=("dx",)),
    Step(call="other", args=("x",), gives=("y",)),
)


def test_a_cache_binds_two_functions() -> None:
    """The forward pass feeds the backward pass; a third function has no part in it."""
    bonds = Bonds(SCRIPT)
    assert bonds.feeders("backward") == {"forward", "backward"}
    assert bonds.feeders("forward") == {"forward"}
    assert bonds.linked("forward") == {"forward", "backward"}
    assert bonds.linked("other") == {"other"}


def test_wrong_outputs_are_told_by_the_names_of_the_first_call() -> None:
    """Later calls give other names for the same thing; a wrong state makes all suspect."""
    twice = (
        Step(call="f", args=("w",), gives=("w1", "$c"), reads={"v1": "$c.v"}),
        Step(call="f", args=("w1",), gives=("w2", "$c"), reads={"v2": "$c.v"}),
    )
    assert Bonds(twice).gives("f", ["w2"]) == (("w1", "$c"), ["w1"])
    assert Bonds(twice).gives("f", ["v1"]) == (("w1", "$c"), ("w1", "$c"))


def test_a_file_is_seen_as_its_functions() -> None:
    """Constants count; what a function uses, directly or not, is within its reach."""
    layout = Layout("E = 1\n\ndef g(x):\n    return x + E\n\n@d\ndef f(x):\n    return g(x)\n")
    assert [(unit.binds, unit.first, unit.last) for unit in layout.units] == [
        (("E",), 1, 1),
        (("g",), 3, 4),
        (("f",), 6, 8),
    ]
    assert [unit.binds[0] for unit in layout.reach(["f"])] == ["E", "g", "f"]
    assert [unit.binds[0] for unit in layout.reach(["g"])] == ["E", "g"]
    assert layout.by_name["f"].source == "@d\ndef f(x):\n    return g(x)\n"
    found = layout.at(7)
    assert found is not None
    assert found.binds == ("f",)
    assert layout.at(5) is None


def test_an_output_has_a_name_in_every_call() -> None:
    """By its place in what the function gives, or by the part of the state that is read."""
    first = Step(call="f", args=("w",), gives=("w1", "$c"), reads={"m1": "$c.m", "v1": "$c.v"})
    second = Step(call="f", args=("w1",), gives=("w2", "$c"), reads={"m2": "$c.m"})
    bonds = Bonds((first, second))
    assert bonds.alike("f", "w2") == {"w1", "w2"}
    assert bonds.alike("f", "w1.W") == {"w1.W", "w2.W"}
    assert bonds.alike("f", "m1") == {"m1", "m2"}
    assert bonds.alike("f", "v1") == {"v1"}


def test_an_index_is_not_changed_with_the_entry() -> None:
    """What only finds the place is read: the loss, made of `y` as well, does not hang on `dz`."""
    text = (
        "def f(z, y):\n"
        "    loss = z[y].sum()\n"
        "    dz = 0 * z\n"
        "    for i in range(3):\n"
        "        dz[i] = 2 * z[i]\n"
        "        dz[i, y[i]] -= 1\n"
        "    return loss, dz\n"
    )
    function = ast.parse(text).body[0]
    alone, _ = suspects(function, ("loss", "dz"), ["dz"])
    assert alone == {3, 4, 5, 6}
