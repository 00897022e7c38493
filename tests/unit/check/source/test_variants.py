"""Wrong forms written as comments in a solution."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import pytest

from dlprep.check.source.units import Layout
from dlprep.check.source.variants import Variant, together, touched, variants
from dlprep.model.message import DlprepError


@dataclass(frozen=True)
class Read:
    """A variant with the solution it is a variant of."""

    variant: Variant
    solution: str

    def run(self) -> object:
        namespace: dict[str, object] = {}
        exec(self.variant.source(self.solution), namespace)
        return namespace["f"](3)  # type: ignore[operator]


def read(text: str) -> tuple[Read, ...]:
    solution = textwrap.dedent(text)
    return tuple(Read(each, solution) for each in variants(solution, "solution.py"))


def test_a_comment_replaces_the_statement_above() -> None:
    """Several comments under one statement are several variants, each with its line."""
    found = read("""
        def f(x):
            y = x + 1
            # mistake minus: y = x - 1
            # a plain comment
            # mistake nothing: y = x
            return y
    """)
    assert [(each.variant.code, each.variant.line, each.run()) for each in found] == [
        ("minus", 4, 2),
        ("nothing", 6, 3),
    ]


def test_a_statement_may_have_several_lines() -> None:
    """The whole statement gives way, not its last line."""
    (found,) = read("""
        def f(x):
            y = (
                x
                + 1
            )
            # mistake minus: y = x - 1
            return y
    """)
    assert found.run() == 2


def test_a_whole_block_may_be_replaced() -> None:
    """A comment at the indentation of a loop replaces the loop."""
    (found,) = read("""
        def f(x):
            y = 0
            for i in range(x):
                y += i
            # mistake loop-dropped: pass
            return y
    """)
    assert found.run() == 0


def test_the_header_of_a_block_may_be_replaced() -> None:
    """Directly under a header, at the indentation of its body, a comment replaces the header."""
    (found,) = read("""
        def f(x):
            y = 0
            for i in range(x):
                # mistake off-by-one: for i in range(x - 1):
                y += i
            return y
    """)
    assert found.run() == 1


def test_a_longer_form_stands_in_the_lines_below() -> None:
    """Nothing after the colon: the replacement follows, indented in the comment."""
    (found,) = read("""
        def f(x):
            y = x
            # mistake longer:
            #     y = 0
            #     for i in range(x):
            #         y += 10
            return y
    """)
    assert found.run() == 30


def test_one_tag_is_one_variant() -> None:
    """Lines with the same code and tag change together; without a tag each stands alone."""
    found = read("""
        def f(x):
            a = 1
            # mistake both/ab: a = 10
            # mistake one: a = 5
            b = 2
            # mistake both/ab: b = 20
            # mistake one: b = 6
            return a + b
    """)
    assert [(each.variant.code, each.run()) for each in found] == [
        ("both", 30),
        ("one", 7),
        ("one", 7),
    ]


def test_a_convention_changes_all_its_lines() -> None:
    """Another convention is consistent, and knows what the task asks for instead."""
    (found,) = read("""
        def f(x):
            a = x / 3
            # convention sum instead of mean: a = x
            b = 1 / 3
            # convention sum instead of mean: b = 1
            return a + b
    """)
    assert (found.variant.code, found.variant.asked, found.run()) == ("sum", "mean", 4)


def test_many_variants_are_one_program_with_a_switch() -> None:
    """Compiled once, any are chosen by their numbers; one that changes the header of a block, or
    overlaps with another, must stand alone."""
    solution = textwrap.dedent("""
        def f(x):
            y = 0
            # mistake start: y = 100
            for i in range(x):
                # mistake off-by-one: for i in range(x - 1):
                y += i
                # mistake doubled: y += 2 * i
            # mistake loop-dropped: pass
            return y
    """)
    layout = Layout(solution)
    found = variants(solution, "solution.py")
    held, units = together(dict(enumerate(found)), layout, "_switch")
    assert [found[number].code for number in sorted(held)] == ["start", "doubled"]
    results = {}
    for numbers in ((), (0,), (2,), (0, 2)):
        namespace: dict[str, object] = {"_switch": numbers}
        for unit in units:
            exec(unit, namespace)
        results[numbers] = namespace["f"](4)  # type: ignore[operator]
    assert results == {(): 6, (0,): 106, (2,): 12, (0, 2): 112}
    assert [sorted(touched(each.swaps, layout)) for each in found] == [["f"]] * 4


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# mistake lost: x = 1\n", id="no statement above"),
        pytest.param(
            "def f():\n    x = 1\n# mistake out: x = 2\n    y = 2\n", id="other indentation"
        ),
        pytest.param("x = 1\n# mistake Bad Code: x = 2\n", id="no slug"),
        pytest.param("x = 1\n# Mistake minus x = 2\n", id="no colon"),
        pytest.param("x = 1\n# convention sum: x = 2\n", id="a convention without its alternative"),
        pytest.param("x = 1\n# mistake empty:\n", id="no replacement"),
    ],
)
def test_a_misplaced_comment_is_a_fault_with_its_line(text: str) -> None:
    """An author's slip is told, not passed over."""
    with pytest.raises(DlprepError) as error:
        variants(text, "solution.py")
    (message,) = error.value.messages
    assert message.code == "check.bad-mark"
    assert str(message.place).startswith("solution.py:")
