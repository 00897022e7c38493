"""Edits of what stands apart from a formula: masks, orders, brackets, parts built alike, defaults;
and results that nothing is put into."""

from __future__ import annotations

import ast
import textwrap

import pytest

from dlprep.check.edits.alike import alike
from dlprep.check.edits.arithmetic import (
    bounds,
    complements,
    constants,
    dropped,
    fillers,
    operators,
    ranges,
    signs,
    texts,
)
from dlprep.check.edits.axes import axes, flattened, padded
from dlprep.check.edits.brackets import brackets
from dlprep.check.edits.change import Rule, Scope
from dlprep.check.edits.contents import taken_otherwise, texts_in
from dlprep.check.edits.editor import Editor, Proposal
from dlprep.check.edits.picking import inverted, picked, products, stacked
from dlprep.check.edits.variables import given
from dlprep.check.grading.bonds import Bonds
from dlprep.check.naming.unfilled import unfilled
from dlprep.check.running.program import SWITCH
from dlprep.check.source.units import Layout
from dlprep.model.exercise import Step

NAMES = ("a", "m", "n", "ax1", "ax2", "bx1", "bx2", "lp_w", "lp_l", "ref_w", "ref_l", "beta")


def editor(text: str, *, defaults: bool = False) -> Editor:
    unit = Layout(textwrap.dedent(text)).by_name["f"]
    return Editor(unit, Scope(NAMES, counters=("i",)), defaults=defaults)


def made(text: str, rule: Rule) -> set[str]:
    """What a one-line function's statement may become."""
    own = editor(f"def f({', '.join(NAMES)}):\n    {text}\n")
    return {own.edit(each).statement for each in own.of(own.statements[0], [rule])}


@pytest.mark.parametrize(
    ("text", "rule", "wanted"),
    [
        pytest.param("a[m] = 0", inverted, "a[~m] = 0", id="a mask in a target"),
        pytest.param("n = a[m & n]", inverted, "n = a[~(m & n)]", id="a mask where it picks"),
        pytest.param("n = a.ravel('F')", constants, "n = a.ravel('C')", id="Fortran order"),
        pytest.param("n = a ** (4 / m)", constants, "n = a ** (8 / m)", id="half of a number"),
        pytest.param(
            "n = a[m * n : m * n]", complements, "n = a[m * n:(1 + m) * n]", id="a whole number"
        ),
        pytest.param(
            "n = (a - m + 1) // n", brackets, "n = (a - m) // n + 1", id="a term in the quotient"
        ),
        pytest.param("n = a * m", products, "n = a @ m", id="a product of matrices"),
        pytest.param("n = a * m", products, "n = a / np.sqrt(m)", id="a root for a factor"),
        pytest.param(
            "n = (ax2 - ax1) * bx2",
            alike,
            "n = (ax2 - ax1) * (bx2 - bx1)",
            id="a factor like the other",
        ),
        pytest.param(
            "n, m = beta, beta * (lp_l - ref_l)",
            alike,
            "n, m = (beta * (lp_w - ref_w), beta * (lp_l - ref_l))",
            id="a result like the other",
        ),
        pytest.param(
            "n = np.pad(a, m)",
            padded,
            "n = np.pad(a, ((0, 0), (0, 0), (m, m), (m, m)))",
            id="two axes padded, not all",
        ),
        pytest.param("n = a[:, m]", picked, "n = a[..., m]", id="the last axes, however many"),
        pytest.param("a[:, m] = n", picked, "a[..., m] = n", id="the same in a target"),
        pytest.param("n = a[m:-m]", bounds, "n = a[m:-m or None]", id="an end that may be 0"),
        pytest.param("n = a.get('m') or 2", given, "n = a.get('m', 2)", id="zero is given as well"),
        pytest.param(
            "n = a.reshape(-1, m)",
            flattened,
            "n = a.reshape(a.shape[0], -1)",
            id="a row for each sample",
        ),
        pytest.param(
            "n = a @ beta",
            flattened,
            "n = a.reshape(a.shape[0], -1) @ beta",
            id="an array that is not flat yet",
        ),
        pytest.param(
            "n = a.reshape(-1)",
            axes,
            "n = np.moveaxis(a, -1, 0).reshape(-1)",
            id="the last axis first",
        ),
        pytest.param("n = 1 / (1 + a)", complements, "n = a / (1 + a)", id="the other branch"),
        pytest.param("n = a / (1 + a)", complements, "n = 1 / (1 + a)", id="and back"),
        pytest.param("n = a / (m + beta)", brackets, "n = a / m + beta", id="out of a divisor"),
        pytest.param("n = a * (m + beta)", brackets, "n = m + a * beta", id="of the other term"),
        pytest.param(
            "n = np.dot(a, m + beta)", brackets, "n = np.dot(a, m) + beta", id="out of a product"
        ),
        pytest.param(
            "n = [*range(0, a, m)]", ranges, "n = [*range(0, a + 1, m)]", id="a step further"
        ),
        pytest.param(
            "n = a == 'x' or 'y'", given, "n = a == 'x' or a == 'y'", id="each side compared"
        ),
        pytest.param("n = a @ a.T", products, "n = a * a", id="no cross terms"),
        pytest.param("n = a @ m", products, "n = a * m", id="entry by entry"),
        pytest.param("n = m - m * 2", operators, "n = m - m ** 2", id="a power"),
        pytest.param(
            "n = m.astype(float) * -1e9",
            inverted,
            "n = (~m).astype(float) * -1e9",
            id="a mask as a number",
        ),
        pytest.param(
            "n = np.swapaxes(a, 1, 2)",
            stacked,
            "n = np.swapaxes(a, -1, -2)",
            id="the last two axes, however many",
        ),
        pytest.param("n = 1e-9", fillers, "n = -1e9", id="a minus too few in both places"),
        pytest.param("n = -1e-9", fillers, "n = -1e9", id="next to −∞, not next to zero"),
    ],
)
def test_a_place_apart_from_the_formula_is_edited(text: str, rule: Rule, wanted: str) -> None:
    """The edit that mends it is among those that are tried."""
    assert {ast.unparse(ast.parse(each)) for each in made(text, rule)} >= {
        ast.unparse(ast.parse(wanted))
    }


def test_an_index_that_counts_is_no_mask() -> None:
    """The other bits of a number find nothing."""
    assert made("a[i] = 0", inverted) == set()


def _defaults(text: str) -> tuple[Editor, list[Proposal]]:
    own = editor(text, defaults=True)
    (statement,) = own.defaults
    return own, [*own.of(statement, [constants])]


def test_the_default_of_a_parameter_is_edited_where_it_is_left_out() -> None:
    """What a call gives stays."""
    own, proposals = _defaults("def f(x, alpha=0.5):\n    return alpha * x\n")
    number = next(
        at for at, each in enumerate(proposals) if own.edit(each).statement.endswith("alpha=1.0):")
    )
    space: dict[str, object] = {SWITCH: number}
    board = ast.fix_missing_locations(own.board(proposals))
    exec(compile(board, "board", "exec"), space)
    f = space["f"]
    assert callable(f)
    assert (f(3.0), f(3.0, 2.0)) == (3.0, 6.0)


def test_the_edit_of_a_default_shows_the_line_of_the_function() -> None:
    """In the learner's own writing, where the parameter stands."""
    own, proposals = _defaults("def f(\n    x,  # numbers\n    n=2,\n):\n    return n * x\n")
    shown = {(edit.line, edit.statement) for edit in map(own.edit, proposals)}
    assert (3, "n=1,") in shown


def _unfilled(body: str) -> list[tuple[str, int | None]]:
    text = f"def f(x):\n{textwrap.indent(textwrap.dedent(body), '    ')}\n"
    bonds = Bonds([Step(call="f", args=("x",), gives=("out", "dx"))])
    found = unfilled(ast.parse(text).body[0], bonds, "f", ["dx"])
    return [(each.output, each.line) for each in found]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param("dx", id="whole"),
        pytest.param("dx[1:-1]", id="a part of it"),
        pytest.param("dx / len(x)", id="divided"),
    ],
)
def test_the_line_that_sets_a_result_to_zero_is_told_where_nothing_fills_it(end: str) -> None:
    """The array is made, and the loop puts its numbers elsewhere."""
    body = f"""
    dx = np.zeros_like(x)
    for i in range(len(x)):
        other = 2 * x[i]
    return x, {end}
    """
    assert _unfilled(body) == [("dx", 3)]


def test_a_result_that_something_is_put_into_is_filled() -> None:
    """Also by a function that is given the array."""
    assert _unfilled("dx = np.zeros(3)\nnp.add.at(dx, x, 1)\nreturn x, dx") == []
    assert _unfilled("dx = np.zeros(3)\ndx[x] += 1\nreturn x, dx") == []


def test_what_is_put_where_a_mask_forbids_keeps_its_sign() -> None:
    """+1e9 for all that is allowed would pass, and lose the digits of the scores."""
    assert made("n = a + m * -1e9", signs) == set()
    assert "n = 1e9" not in made("n = -1e9", constants)


SIDES = """
def f(h, w, k, p):
    above = (h + 2 * p - k // 2) + 1
    across = (w + 2 * p - k // 2) + 1
    return above, across
"""


def test_lines_of_one_form_are_changed_in_the_same_way() -> None:
    """As the height and the width of a convolution."""
    own = editor(SIDES)
    found = [each for each in own.parallel([brackets]) if len(each.more) == 1]
    edits = {(own.edit(each).statement, own.edit(each).alike) for each in found}
    assert ("above = (h + 2 * p - k) // 2 + 1", (4,)) in edits


PACKED = """
def forward(x, Wx, Wh):
    return x @ Wx, (x, Wh, Wx)

def f(dout, cache):
    x, Wx, Wh = cache
    return dout @ Wx.T
"""


def test_a_cache_is_unpacked_in_the_order_it_was_packed_in() -> None:
    layout = Layout(textwrap.dedent(PACKED))
    ((statement, (_, anew, _)),) = taken_otherwise(layout.by_name["f"].node, layout.tree)
    assert (statement.lineno, ast.unparse(anew)) == (6, "(x, Wh, Wx)")
    assert not [*taken_otherwise(layout.by_name["forward"].node, layout.tree)]


BY_CASE = """
def f(how, a):
    match how:
        case "mean":
            return sum(a) / len(a)
        case "sum":
            return sum(a) / len(a)
"""


def test_what_stands_in_a_case_is_edited_too() -> None:
    own = editor(BY_CASE)
    statement = own.statements[-1]
    (left_out,) = [e for e in own.of(statement, [dropped]) if own.edit(e).kind == "divisor"]
    space = {SWITCH: 0}
    exec(ast.unparse(ast.fix_missing_locations(own.board([left_out]))), space)
    assert (space["f"]("sum", [1, 2]), space["f"]("mean", [1, 2])) == (3, 1.5)


def test_another_default_is_one_of_the_texts_that_are_compared_with() -> None:
    text = "def f(x, how='sum'):\n    return x if how in ('mean', 'sum') else 2 * x\n"
    unit = Layout(text).by_name["f"]
    own = Editor(unit, Scope((), texts=texts_in(unit.node)), defaults=True)
    (default,) = own.defaults
    (other,) = own.of(default, [texts])
    assert own.edit(other).statement == "def f(x, how='mean'):"
