"""What of a file must be run again when one of its statements changes."""

from __future__ import annotations

import pytest

from dlprep.check.source.units import Layout, layout_of

FILE = """
def rule(x, n=1):
    return x + n


class Optimiser:
    def step(self, w):
        return rule(w)


class Momentum(Optimiser):
    pass


plain = Momentum().step


@cached(rule)
def wrapped(x, then=lambda y: plain(y)):
    return x


def late(x):
    return plain(wrapped(x))
"""


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("Optimiser", ["Momentum", "plain"]),
        ("rule", ["wrapped"]),  # the decorator takes it; a body asks when it is called
        ("plain", []),
        ("late", []),
    ],
)
def test_what_takes_a_value_when_it_is_run_is_built_on_it(changed: str, again: list[str]) -> None:
    """Subclasses, results of calls and what a decorator wraps, and what these go into."""
    layout = Layout(FILE)
    assert [each.binds[0] for each in layout.built_on(layout.by_name[changed])] == again


def test_a_file_is_read_once() -> None:
    """Every search for a mistake looks at the same one."""
    source = b"def f(x):\n    return x\n"
    assert layout_of(source) is layout_of(bytes(bytearray(source)))
