"""Edits of one place: proposals, the board that holds many of them, and their words."""

from __future__ import annotations

import ast
import textwrap
from types import CodeType
from typing import Any

import numpy as np
import pytest

from dlprep.check.edits.arithmetic import (
    complements,
    constants,
    dropped,
    operators,
    ranges,
    siblings,
    signs,
    slices,
    transposes,
)
from dlprep.check.edits.axes import axes, shaped
from dlprep.check.edits.brackets import brackets
from dlprep.check.edits.calls import calls, counts, matrices, others, wrapped
from dlprep.check.edits.change import Rule, Scope
from dlprep.check.edits.contents import keys_in
from dlprep.check.edits.editor import Edit, Editor
from dlprep.check.edits.moves import Moves
from dlprep.check.edits.picking import mispicked, picked, stacked, weighted
from dlprep.check.edits.rules import ALIKE, MISTAKES, REPAIRS
from dlprep.check.edits.variables import (
    doubled,
    emptied,
    exchanged,
    fields,
    in_turn,
    indices,
    keys,
    masks,
    merged,
    names,
    remade,
    returned,
    scaled,
    slopes,
    throughout,
)
from dlprep.check.running.program import SWITCH
from dlprep.check.source.units import Layout
from dlprep.view.texts.effect import TEXTS

FUNCTION = '''
def f(x, y):
    """The docstring."""
    total = 0.0
    for i in range(len(x)):
        total += x[i] * y[i]
    return total / len(x)
'''


def editor(text: str, scope: Scope | None = None) -> Editor:
    return Editor(Layout(textwrap.dedent(text)).by_name["f"], scope)


def compiled(board: ast.Module) -> CodeType:
    return compile(ast.fix_missing_locations(board), "board", "exec")


def statements(text: str, *rules: Rule, scope: Scope | None = None) -> set[str]:
    """What a one-line function's statement may become."""
    made = editor(f"def f(a, b, p, n):\n    {text}\n", scope)
    return {made.edit(each).statement for each in made.of(made.statements[0], rules)}


def headers(text: str, rule: Rule, scope: Scope) -> set[str]:
    """What the header of a block may become."""
    made = editor(f"def f(a, b, p, n):\n    {text}\n", scope)
    (block,) = (each for each in made.statements if isinstance(each, ast.For))
    return {made.edit(each).statement for each in made.of(block, [rule])}


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        pytest.param("c = a * b", dropped, {"c = a", "c = b"}, id="a factor is left out"),
        pytest.param("c = a / n", dropped, {"c = a", "c = 1.0 / n"}, id="a divisor is left out"),
        pytest.param("c = a if n else b", dropped, {"c = a", "c = b"}, id="a branch is left out"),
        pytest.param(
            "c = a - b", signs, {"c = a + b", "c = b - a", "c = -(a - b)"}, id="a sign is flipped"
        ),
        pytest.param("c = a.T", transposes, {"c = a"}, id="a transpose is lost"),
        pytest.param("c = np.exp(a)", calls, {"c = a", "c = np.expm1(a)"}, id="a call is lost"),
    ],
)
def test_a_rule_proposes_what_people_write(text: str, rule: Rule, expected: set[str]) -> None:
    """One place changes, the rest of the statement stays."""
    assert statements(text, rule) == expected


@pytest.mark.parametrize(
    ("text", "rule", "wanted"),
    [
        pytest.param("c = a @ b", transposes, "c = a @ b.T", id="a transpose is added"),
        pytest.param("c = a * (1 - p)", complements, "c = a * p", id="the complement is lost"),
        pytest.param(
            "c = a.transpose(0, 2, 3, 1)", axes, "c = a.transpose((0, 3, 1, 2))", id="other axes"
        ),
        pytest.param(
            "c = a.reshape(n, 2, 3)",
            axes,
            "c = a.reshape(n, 3, 2).transpose(0, 2, 1)",
            id="a reshape without its transpose",
        ),
        pytest.param(
            "c = a.reshape(-1, n).T", axes, "c = a.reshape(n, -1)", id="a reshape turned round"
        ),
        pytest.param(
            "c = a[np.arange(n), b]", mispicked, "c = a[:, b]", id="all rows for one entry each"
        ),
        pytest.param(
            "c = a[:, b]", picked, "c = a[np.arange(len(b)), b]", id="one entry of each row"
        ),
        pytest.param("c = np.where(p, a, 0.0)", mispicked, "c = a[p]", id="what a mask leaves"),
        pytest.param("c = a[p > 0]", picked, "c = a * (p > 0)", id="what a mask keeps"),
        pytest.param(
            "c = a.transpose(0, 2, 1)",
            mispicked,
            "c = np.reshape(a, a.transpose(0, 2, 1).shape)",
            id="a reshape for a transpose",
        ),
        pytest.param(
            "c = a.reshape(2, n, -1)", picked, "c = np.swapaxes(a, -1, -2)", id="a transpose for it"
        ),
        pytest.param("c = a", weighted, "c = a * p[:, None]", id="a factor of each row"),
        pytest.param(
            "c[n // a, n % a] += p", throughout, "c[n // b, n % b] += p", id="in a whole index"
        ),
        pytest.param("c[a] += p", names, "c[b] += p", id="where something is added to"),
        pytest.param("c = a - b", stacked, "c = a - b[:, None]", id="a number for each row"),
        pytest.param("c = np.dot(a, b)", stacked, "c = a @ b", id="products of stacks"),
        pytest.param("c = a.T", stacked, "c = np.swapaxes(a, -1, -2)", id="the last axes alone"),
        pytest.param("c = 0 < a < n", operators, "c = 0 <= a < n", id="a bound in a chain"),
        pytest.param("c = a[p] * n", names, "c = b * n", id="another variable for an entry"),
        pytest.param("c -= a[p] * n", emptied, "c -= 1.0", id="one for all that is computed"),
        pytest.param("c = np.sum(a, axis=0)", calls, "c = np.mean(a, axis=0)", id="mean for sum"),
        pytest.param("c = np.sum(a, axis=0)", calls, "c = np.sum(a, axis=1)", id="another axis"),
        pytest.param("c = 1.0 * a", constants, "c = 2.0 * a", id="another number"),
        pytest.param(
            "c = np.einsum('nd,dm->nm', a, b)",
            constants,
            "c = np.einsum('nd,md->nm', a, b)",
            id="other letters of einsum",
        ),
        pytest.param("c = a * b + p", names, "c = a * n + p", id="another variable"),
        pytest.param("c = a * b + b", exchanged, "c = b * a + a", id="two variables exchanged"),
        pytest.param(
            "c = p * a + (1 - p) * b", exchanged, "c = (1.0 - p) * a + p * b", id="p for 1 − p"
        ),
        pytest.param("return (a, b)", exchanged, "return (b, a)", id="two results exchanged"),
        pytest.param("c = a", wrapped, "c = np.sqrt(a)", id="a function more"),
        pytest.param("c = np.exp(a)", signs, "c = np.exp(-a)", id="the sign of an argument"),
        pytest.param("c = a.sum()", signs, "c = (-a).sum()", id="the sign of what is summed"),
        pytest.param("c = a / len(b)", counts, "c = a / b.size", id="entries for samples"),
        pytest.param("c = a / b.size", counts, "c = a / b.shape[0]", id="samples for entries"),
        pytest.param("range(1, n)", ranges, "range(n)", id="a range from its start"),
        pytest.param("range(n)", ranges, "range(1, n)", id="a range without its start"),
        pytest.param(
            "c = a if n else b", exchanged, "c = b if n else a", id="two branches exchanged"
        ),
        pytest.param("c = f(a, b)", exchanged, "c = f(b, a)", id="two arguments exchanged"),
        pytest.param("c = np.sqrt(a + b)", brackets, "c = np.sqrt(a) + b", id="out of the root"),
        pytest.param("c = np.tanh(a) + b", brackets, "c = np.tanh(a + b)", id="into the call"),
        pytest.param(
            "c = a + np.tanh(b)", brackets, "c = np.tanh(a + b)", id="into it from before"
        ),
        pytest.param("c = a.sum() ** 2", brackets, "c = (a ** 2).sum()", id="square before sum"),
        pytest.param("c = (a + b) / n", brackets, "c = a + b / n", id="one term divided"),
        pytest.param("c = a + b / n", brackets, "c = (a + b) / n", id="both terms divided"),
        pytest.param("c = p * (a - b)", brackets, "c = p * a - b", id="a factor of one term"),
        pytest.param("c = p * a - b", brackets, "c = p * (a - b)", id="a factor of both"),
        pytest.param("c = a / b * n", brackets, "c = a / (b * n)", id="divided by both"),
        pytest.param(
            "c = np.einsum('nd,km->dm', a, b)",
            constants,
            "c = np.einsum('nd,nm->dm', a, b)",
            id="another letter of einsum",
        ),
        pytest.param("c = a > b.mean()", operators, "c = a > 0", id="a bound of 0"),
        pytest.param("c = a[:, ::n]", siblings, "c = a[::n, ::n]", id="a slice like its neighbour"),
        pytest.param(
            "c = np.pad(a, [(p, p), (0, 0)])",
            siblings,
            "c = np.pad(a, [(p, p), (p, p)])",
            id="a pair like its neighbour",
        ),
        pytest.param("c = a[n] * b[p]", indices, "c = a[p] * b[n]", id="indices exchanged"),
        pytest.param(
            "c = np.sum(np.log(a))", exchanged, "c = np.log(np.sum(a))", id="one call in another"
        ),
        pytest.param("c = {**a, **b}", merged, "c = {**b, **a}", id="the other has the last word"),
        pytest.param("c = dict(a, **b)", merged, "c = dict(b, **a)", id="the same by a call"),
        pytest.param("c = a | b", merged, "c = b | a", id="the same by a bar"),
        pytest.param("c = b * (1 - a ** 2)", complements, "c = b * a", id="a slope for its value"),
        pytest.param(
            "c = p * a - b / n", brackets, "c = p * (a - b / n)", id="around the last two"
        ),
        pytest.param("c = p * a - b * n", brackets, "c = (p * a - b) * n", id="around the first"),
        pytest.param("c = p * a @ b + n", brackets, "c = p * (a @ b + n)", id="after a factor"),
        pytest.param("c = n + p * a - b", brackets, "c = n + p * (a - b)", id="in a longer sum"),
        pytest.param(
            "c = a.sum(0) * b.sum(0)", brackets, "c = (a * b).sum(0)", id="the sum of products"
        ),
        pytest.param(
            "c = np.sum(a * b)", brackets, "c = np.sum(a) * np.sum(b)", id="the product of sums"
        ),
        pytest.param("c = 1 - a ** 2", brackets, "c = (1 - a) ** 2", id="the square of all"),
        pytest.param(
            "c = a * p * (1 - p)", throughout, "c = a * b * (1 - b)", id="another one throughout"
        ),
        pytest.param(
            "c = np.eye(n) - a", matrices, "c = np.diag(p) - a", id="a diagonal for the identity"
        ),
        pytest.param(
            "c = np.diag(p) - a", matrices, "c = np.eye(len(p)) - a", id="the identity for it"
        ),
        pytest.param("c = a", slopes, "c = a / (p * (1 - p))", id="a slope too many"),
        pytest.param("c = a * b", masks, "c = a * (b > 0)", id="values where their mask belongs"),
        pytest.param("c = a + (b - 1)", remade, "c = a * b", id="another formula of the two"),
        pytest.param("c = a.sum(1) ** 2", exchanged, "c = (a ** 2).sum(1)", id="a sum of squares"),
        pytest.param(
            "c = np.sum(a, axis=1) ** 2", exchanged, "c = np.sum(a ** 2, axis=1)", id="with np"
        ),
        pytest.param("c = a", shaped, "c = a.reshape(b.shape)", id="in another's shape"),
        pytest.param(
            "c = a.reshape(n, -1)", axes, "c = np.swapaxes(a, 0, 1).reshape(n, -1)", id="turned"
        ),
        pytest.param("c = a[:len(b)]", slices, "c = a[b]", id="those places, not as many"),
        pytest.param("a[0, 0] = 1.0", constants, "a[-1, -1] = 1.0", id="the other corner"),
    ],
)
def test_among_the_proposals_is_the_likely_one(text: str, rule: Rule, wanted: str) -> None:
    """Rules propose more than one form; the one that people write is among them."""
    assert wanted in statements(text, rule)


@pytest.mark.parametrize(
    ("text", "rule", "scope", "wanted"),
    [
        pytest.param(
            "a[:, b] -= 1",
            indices,
            Scope((), counters=("n",)),
            "a[n, b] -= 1",
            id="one of all rows",
        ),
        pytest.param(
            "c = a[n, b]",
            in_turn,
            Scope(("a", "p"), counters=("n",)),
            "c = p[b]",
            id="what the turn has made",
        ),
        pytest.param(
            "a['v'] = b", keys, Scope((), keys=("v", "velocity")), "a['velocity'] = b", id="a key"
        ),
    ],
)
def test_what_a_place_may_be_depends_on_what_stands_around(
    text: str, rule: Rule, scope: Scope, wanted: str
) -> None:
    """Variables of loops and keys of dictionaries are those of the same function."""
    assert wanted in statements(text, rule, scope=scope)


def test_keys_are_those_that_are_read_or_written() -> None:
    """Entries and `get` tell them; other texts are no keys."""
    text = "def f(a, b):\n    a['v'] = b.get('velocity')\n    raise ValueError('no')\n"
    assert keys_in(Layout(text).by_name["f"].node) == ("v", "velocity")


def test_an_index_is_told_with_what_it_is_taken_of() -> None:
    """A variable of a loop says little by itself."""
    made = editor("def f(a, b):\n    c = a[b]\n", Scope(("b", "n")))
    told = [made.edit(each) for each in made.of(made.statements[0], [names])]
    assert ("a[b]", "a[n]") in {(each.old, each.new) for each in told}
    assert "n" in {each.new for each in told}  # for the entry as a whole


def test_zeros_are_nothing_to_calculate_with() -> None:
    """Twice as much of them would only be of another type."""
    assert statements("c = np.zeros_like(a)", doubled) == set()


def test_what_a_proposal_may_speak_of_is_given() -> None:
    """Sizes, helpers and shapes come from outside; variables of other shapes are left alone."""
    scope = Scope(names=("a", "b", "p"), sizes=("a.shape[0]",), functions=("sigmoid",))
    assert "c = a / a.shape[0]" in statements("c = a", scaled, scope=scope)
    assert "c = sigmoid(a)" in statements("c = a", others, scope=scope)
    assert "c = sigmoid(a.T).T" in statements("c = sigmoid(a)", others, scope=scope)
    looped = scope._replace(counters=("p", "n"))
    assert "c = a[p, n]" in statements("c = a[p, 0]", indices, scope=looped)
    assert statements("c = a[p, b]", indices, scope=looped) == {"c = a[n, b]"}
    ranged = scope._replace(ranges=("range(b)", "range(n)"))
    assert "for a in range(n):" in headers("for a in range(b):\n        pass", ranges, ranged)
    shaped = scope._replace(shapes={"a": (3,), "b": (3,), "p": (2,)})
    assert statements("c = a", names, scope=shaped) == {"c = b"}


def test_a_board_holds_many_edits_and_a_switch() -> None:
    """One compiled function stands for all of them, and with no choice for the original."""
    made = editor(FUNCTION)
    (summed,) = [each for each in made.statements if isinstance(each, ast.AugAssign)]
    proposals = [*made.of(summed, [dropped]), *made.whole(summed)]
    namespace: dict[str, object] = {SWITCH: -1}
    exec(compiled(made.board(proposals)), namespace)
    x, y = np.array([1.0, 2.0]), np.array([3.0, 5.0])
    results = {}
    for number, proposal in [(-1, None), *enumerate(proposals)]:
        namespace[SWITCH] = number
        text = made.edit(proposal).statement if proposal else "as it was"
        results[text] = float(namespace["f"](x, y))  # type: ignore[operator]
    assert results == {
        "as it was": 6.5,
        "total += x[i]": 1.5,
        "total += y[i]": 4.0,
        "": 0.0,
        "total = x[i] * y[i]": 5.0,
        "total -= x[i] * y[i]": -6.5,
        "total *= x[i] * y[i]": 0.0,
        "total /= x[i] * y[i]": 0.0,
    }


def test_the_header_of_a_loop_is_edited_in_its_place() -> None:
    """The switch stands in the header, so that the body is there once."""
    made = editor(FUNCTION)
    (loop,) = [each for each in made.statements if isinstance(each, ast.For)]
    proposals = [*made.of(loop, MISTAKES)]
    texts = [made.edit(each).statement for each in proposals]
    namespace: dict[str, object] = {SWITCH: texts.index("for i in len(x):")}
    exec(compiled(made.board(proposals)), namespace)
    with pytest.raises(TypeError, match="not iterable"):
        namespace["f"]([1.0], [1.0])  # type: ignore[operator]


def test_an_edit_in_words() -> None:
    """The line of the file, the statement as it would be, what gave way to what."""
    made = editor("import numpy as np\n\n\ndef f(a, n):\n    return a / n\n")
    proposal = next(iter(made.of(made.statements[0], [dropped])))
    assert made.edit(proposal) == Edit("divisor", 5, "return a", "n", "", is_whole=True)


def test_another_sign_of_assignment_is_told_by_the_statements() -> None:
    """The variable alone says nothing of what is done to it."""
    made = editor("def f(dz, n):\n    dz /= n\n    return dz\n")
    edits = [made.edit(each) for each in made.whole(made.statements[0])]
    told = {(each.old, each.new) for each in edits if each.kind == "replaced"}
    assert told == {("dz /= n", f"dz {sign}= n") for sign in "+-*"}


def test_no_effect_is_told_with_an_empty_word() -> None:
    """Every sentence has all that it speaks of, whatever is edited in a solution."""
    units = [unit for source in _solutions()[::3] for unit in Layout(source).units]
    for made in map(Editor, units):
        for statement in made.statements:
            for each in (*made.of(statement, MISTAKES), *made.whole(statement)):
                edit = made.edit(each)
                sentence = TEXTS[f"effect.{edit.kind}"]
                assert edit.old, edit
                assert edit.new or "{new}" not in sentence.en + sentence.zh, edit


def test_a_slice_is_told_with_its_array() -> None:
    """A colon alone says nothing."""
    made = editor("def f(a, n):\n    return a[:, 1:n]\n")
    said = {(edit.old, edit.new) for edit in map(made.edit, made.of(made.statements[0], [slices]))}
    assert ("a[:, 1:n]", "a[:, 1:]") in said


def test_every_proposal_for_real_code_compiles() -> None:
    """A board that does not compile would hide all its edits."""
    for file in sorted(_solutions()):
        for unit in Layout(file).units:
            made = Editor(unit, Scope(("x", "w"), ("x.shape[0]",), (0.9,), ("g",), ("x[i]",)))
            for rules in ([*MISTAKES], *REPAIRS):
                found = [each for one in made.statements for each in made.of(one, rules)]
                compiled(made.board(found[::7]))
            moves = Moves(unit.node)
            found = [*made.everywhere(ALIKE)]
            found += (each for one in made.statements for each in moves.of(one))
            found += (each for one in made.statements for each in moves.copies(one))
            found += (each for one in made.statements for each in moves.renames(one))
            compiled(made.board(found[::3]))
            assert all(made.edit(each).line for each in found)


STRANGE = """
def f(*a, n, **p):
    b = [c for c in a if c.d and (not n)]
    b = tuple(c.size for c in b) if n else (*a, *b)
    n["x"] += max(*a)
    n[1:2] = lambda c: c - 1
    for c, d in zip(*a): b += c; n = d
    with open(a) as c:
        b, (c, d) = {**p}, (1, 2)
    return {c: d async for c in a} if False else f"{b!r:>{n}}"
""".replace(" async", "")


def test_no_rule_stumbles_over_strange_code() -> None:
    """A learner's file may hold anything; whatever is proposed for it can be written and
    compiled."""
    made = editor(STRANGE, Scope(("a", "b", "c"), ("a.size",), (0.9,), ("g",), ("a[c]",)))
    for rules in ([*MISTAKES], *REPAIRS):
        found = [each for one in made.statements for each in made.of(one, rules)]
        found += [each for one in made.statements for each in made.whole(one)]
        assert all(made.edit(each).kind for each in found)
        compile(ast.unparse(made.board(found)), "board", "exec")
    moves = Moves(made.node)
    found = [*made.everywhere(ALIKE)]
    found += (
        each
        for one in made.statements
        for each in (*moves.of(one), *moves.copies(one), *moves.renames(one))
    )
    compile(ast.unparse(made.board(found)), "board", "exec")


def _solutions() -> list[str]:
    from pathlib import Path

    folder = Path(__file__).parents[4] / "solutions"
    return [file.read_text(encoding="utf-8") for file in folder.glob("*.py")]


def test_a_mended_line_keeps_the_learners_writing() -> None:
    """Quotes, spaces and brackets stay as they are; only what changes is new."""
    made = editor("def f(a, c):\n    c['x'] = (a)*c[\"n\"]  # scaled\n    return a, c['x']\n")
    first, last = made.statements
    (doubled,) = [each for each in made.of(first, [dropped]) if made.edit(each).old == "a"]
    assert made.edit(doubled).statement == "c['x'] = c['n']  # scaled"
    (swapped,) = made.of(last, [returned])
    assert made.edit(swapped).statement == "return c['x'], a"


def test_a_neutral_factor_is_no_edit() -> None:
    """N − 1 becomes N, not N * 1."""
    assert "range(n * 1)" not in statements("range(n - 1)", operators)


TWICE = """
def f(a, b, t):
    c = a / max(t - 1, 1)
    d = b / max(t - 1, 1)
    return c + d
"""


def test_the_same_edit_is_made_wherever_an_expression_stands() -> None:
    """A slip that was copied is mended in both lines; the second is told beside the first."""
    made = editor(TWICE)
    found = {made.edit(each).statement: each for each in made.everywhere([dropped])}
    wanted = found["c = a / max(t, 1)"]
    assert made.edit(wanted).alike == (4,)
    space: dict[str, Any] = {SWITCH: 0}
    exec(compiled(made.board([wanted])), space)
    assert space["f"](6.0, 9.0, 3) == 5.0


def test_all_axes_change_together() -> None:
    """Two reductions of one statement, and those of others."""
    made = editor("def f(a):\n    return (a - a.max(axis=0)) / a.sum(axis=0)\n")
    found = [made.edit(each).statement for each in made.everywhere([constants])]
    assert "return (a - a.max(axis=1)) / a.sum(axis=1)" in found


def test_a_field_may_be_another_one_of_the_same_object() -> None:
    """Also two of them for one another; not those of another object."""
    scope = Scope((), fields=("g.i", "g.f", "h.o"))
    assert statements("c = g.i * a", fields, scope=scope) == {"c = g.f * a"}
    assert "c = g.f * a + g.i * b" in statements("c = g.i * a + g.f * b", fields, scope=scope)


def test_of_a_statement_over_several_lines_the_one_that_changes_is_shown() -> None:
    """The text put there leaves the others as they are."""
    table = Editor(Layout("T = {\n    'a': 1,\n    'b': 2,\n}\n").units[0])
    made = [table.edit(each) for each in table.of(table.statements[0], [constants])]
    assert (3, "'b': 1,") in {(each.line, each.statement) for each in made}
