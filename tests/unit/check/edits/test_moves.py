"""Statements in a wrong place: which moves are tried, what each says, and what it does."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

import numpy as np
import pytest

from dlprep.check.edits.editor import Editor, Proposal
from dlprep.check.edits.moves import Moves
from dlprep.check.running.program import SWITCH
from dlprep.check.source.units import Layout

LEAKS = """
def f(x):
    total = 0.0
    out = []
    for row in x:
        for value in row:
            total += value
        out.append(total)
    return out
"""
RESETS = """
def f(x):
    out = []
    for row in x:
        for value in row:
            total = 0.0
            total += value
        out.append(total)
    return out
"""
REPEATS = """
def f(x, b):
    out = []
    for row in x:
        total = 0.0
        for value in row:
            total += value
            total += b
        out.append(total)
    return out
"""
TERMS = """
def f(x, b):
    out = []
    for row in x:
        total = 0.0
        for value in row:
            total += value * value + b
        out.append(total)
    return out
"""
OUTSIDE = """
def f(x):
    total, positive = 0.0, 0
    for row in x:
        for value in row:
            if value > 1.5:
                total += value
            positive += 1
    return total, positive
"""
INSIDE = """
def f(x):
    total, count = 0.0, 0
    for row in x:
        if row[0] > 1.5:
            total += row[0]
            count += 1
    return total, count
"""
LATE = """
def f(x):
    out = []
    for row in x:
        total = sum(row)
    out.append(total)
    return out
"""
PAIRED = """
def f(x):
    out, total = [], 0.0
    for row in x:
        for value in row:
            total += value
        out.append(total)
    return out
"""
ELSE = """
def f(x, how):
    if how == "sum":
        n = 1
    if how == "mean":
        n = len(x)
    else:
        n = 2
    return sum(x) / n
"""
COPIED = """
def f(x):
    y = x * 1
    row = y.flatten()
    row[0] = 0.0
    return y
"""
TWO_NAMES = """
def f(state, x):
    zeros = x * 0
    m = state.setdefault("m", zeros)
    m += x
    v = state.setdefault("v", zeros)
    return m, v
"""
INTO = """
def f(x):
    y = x * 1
    z = np.exp(y, out=y)
    return y + z
"""
EARLY = """
def f(x, mask):
    y = x * 2
    y = y * mask
    top = y.max()
    return y, top
"""
SHARED = """
def f(x):
    y = x
    y *= 2
    return x + y
"""
RENEWED = """
def f(p, t):
    p -= t
    g = p * 10
    return g + p
"""
RETURNS = """
def f(x):
    total = 0.0
    for value in x:
        total += value
        return total
"""
STATE = """
def f(x, state):
    state["t"] = state["t"] + 1
    y = x / state["t"]
    return y
"""


def proposals(text: str) -> tuple[Editor, list[Proposal]]:
    editor = Editor(Layout(textwrap.dedent(text)).by_name["f"])
    moves = Moves(editor.node)
    found = [
        each
        for one in editor.statements
        for each in (*moves.copies(one), *moves.renames(one), *moves.of(one))
    ]
    return editor, found


def mended(text: str, code: str, **values: object) -> Any:
    """The function with the move that has this cause made."""
    editor, found = proposals(text)
    wanted = [
        each
        for each in found
        if each.move
        and each.move.cause.code == code
        and values.items() <= each.move.cause.values.items()
    ]
    assert wanted, [each.move and each.move.cause for each in found]
    space: dict[str, Any] = {SWITCH: 0, "np": np}
    board = ast.fix_missing_locations(editor.board(wanted[:1]))
    exec(compile(board, "board", "exec"), space)
    return space["f"]


ROWS = [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize(
    ("text", "code", "values", "args", "right"),
    [
        pytest.param(
            LEAKS,
            "cause.once-before",
            {"line": 3, "loop": 5, "name": "total"},
            (ROWS,),
            [3.0, 7.0],
            id="set before a loop instead of in each turn",
        ),
        pytest.param(
            PAIRED,
            "cause.once-before",
            {"line": 3, "loop": 4, "name": "total"},
            (ROWS,),
            [3.0, 7.0],
            id="set before a loop with something else",
        ),
        pytest.param(
            ELSE,
            "cause.else-of-first",
            {"line": 5, "first": 3, "name": "n"},
            ([3.0, 4.0], "sum"),
            7.0,
            id="an if that should be an elif",
        ),
        pytest.param(
            RESETS,
            "cause.in-each-turn",
            {"line": 6, "loop": 5},
            (ROWS,),
            [3.0, 7.0],
            id="set in each turn instead of before the loop",
        ),
        pytest.param(
            REPEATS,
            "cause.in-each-turn",
            {"line": 8, "loop": 6},
            (ROWS, 10.0),
            [13.0, 17.0],
            id="added in each turn instead of once",
        ),
        pytest.param(
            TERMS,
            "cause.term-in-each-turn",
            {"line": 7, "loop": 6, "term": "b"},
            (ROWS, 10.0),
            [15.0, 35.0],
            id="a term added in each turn instead of once",
        ),
        pytest.param(
            LATE,
            "cause.once-after",
            {"line": 6, "loop": 4},
            (ROWS,),
            [3.0, 7.0],
            id="kept after the loop instead of in each turn",
        ),
        pytest.param(
            OUTSIDE,
            "cause.outside-if",
            {"line": 8, "test": 6},
            (ROWS,),
            (9.0, 3),
            id="run in any case instead of under a condition",
        ),
        pytest.param(
            INSIDE,
            "cause.inside-if",
            {"line": 7, "test": 5},
            (ROWS,),
            (3.0, 2),
            id="run under a condition instead of in any case",
        ),
        pytest.param(
            STATE,
            "cause.changed-too-early",
            {"line": 3, "beside": 4, "name": "state['t']"},
            (6.0, {"t": 2}),
            3.0,
            id="an entry of a dictionary changed before it is read",
        ),
    ],
)
def test_a_statement_is_moved_to_where_it_belongs(
    text: str, code: str, values: dict[str, object], args: tuple[Any, ...], right: object
) -> None:
    """The cause names the lines as they are; the moved statement does what it should."""
    assert mended(text, code, **values)(*args) == right


def test_a_value_changed_before_it_is_read_is_told() -> None:
    """The line that changes it comes first in the words, whichever of the two is moved."""
    values = {"line": 4, "beside": 5, "name": "y"}
    y, top = mended(EARLY, "cause.changed-too-early", **values)(
        np.array([1.0, 5.0]), np.array([1.0, 0.0])
    )
    assert top == 10.0
    assert y.tolist() == [2.0, 0.0]


def test_a_shared_array_is_copied_before_it_is_changed() -> None:
    """The cause is the line that changes it in place; the copy stands before that."""
    values = {"line": 4, "name": "y"}
    assert mended(SHARED, "cause.shared", **values)(np.ones(2)).tolist() == [3.0, 3.0]
    editor, (first, *_) = proposals(SHARED)
    assert editor.edit(first).statement == "y = y.copy()"


def test_a_copy_that_nothing_reads_is_told() -> None:
    """What is written into the copy of an array does not reach it; a row of the array does."""
    values = {"line": 4, "name": "row", "array": "y"}
    assert mended(COPIED, "cause.lost-copy", **values)(np.ones((1, 2))).tolist() == [[0.0, 1.0]]


def test_a_default_that_two_entries_share_is_copied() -> None:
    """The change of one would be one of the other as well."""
    values = {"line": 4, "name": "m", "array": "zeros"}
    m, v = mended(TWO_NAMES, "cause.second-name", **values)({}, np.ones(1))
    assert (m.tolist(), v.tolist()) == ([1.0], [0.0])


def test_a_result_gets_an_array_of_its_own() -> None:
    """`out=` puts it where something is still needed."""
    values = {"line": 4, "name": "y"}
    assert mended(INTO, "cause.shared", **values)(np.zeros(1)).tolist() == [1.0]
    editor, (first, *_) = proposals(INTO)
    assert editor.edit(first).statement == "z = np.exp(y)"


def test_an_old_value_is_kept_where_it_is_needed() -> None:
    """The new value gets a name of its own, for the next line alone."""
    values = {"line": 3, "beside": 4, "name": "p"}
    assert mended(RENEWED, "cause.overwrites", **values)(5.0, 2.0) == 3.0 * 10.0 + 5.0
    editor, found = proposals(RENEWED)
    (renamed,) = [each for each in found if editor.edit(each).statement == "new_p = p - t"]
    assert editor.edit(renamed).line == 3


def test_what_a_turn_makes_is_no_term_to_add_once() -> None:
    """`value * value` differs from turn to turn."""
    _, found = proposals(TERMS)
    causes = [each.move.cause for each in found if each.move]
    terms = {each.values["term"] for each in causes if each.code == "cause.term-in-each-turn"}
    assert terms == {"b"}


def test_a_line_that_only_changes_a_variable_does_not_read_it() -> None:
    """`a += b` could do nothing with another name for `a`."""
    _, found = proposals("def f(a, b):\n    a *= b\n    a += b\n    return 1\n")
    assert not [each for each in found if each.move and each.move.cause.code == "cause.overwrites"]


def test_a_return_inside_a_loop_stands_after_it() -> None:
    """The other turns are run before it returns."""
    assert mended(RETURNS, "cause.returns-early", line=6, loop=4)([1.0, 2.0]) == 3.0


def test_a_statement_that_needs_the_turn_stays_in_its_loop() -> None:
    """What reads the variable of a loop cannot stand outside of it."""
    _, found = proposals(LEAKS)
    loops = {
        each.move.cause.values.get("loop")
        for each in found
        if each.move and each.statement.lineno == 7
    }
    assert 6 not in loops


def test_what_has_no_value_yet_is_not_read_earlier() -> None:
    """A plain chain of assignments has one order only."""
    _, found = proposals("def f(x):\n    a = x + 1\n    b = a * 2\n    return b\n")
    assert found == []


def test_all_that_is_done_where_a_condition_holds_is_not_moved_out_of_it() -> None:
    """An `if` with nothing under it and something under `else` is written by nobody."""
    _, found = proposals("def f(v, s):\n    if v:\n        s[0] = 1\n    else:\n        s[0] = 2\n")
    assert not [each for each in found if each.move and each.move.cause.code == "cause.inside-if"]
