"""Laws of expressions: what is shown reads back, and reading never does anything else."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dlprep.expr import arrays, fold
from dlprep.expr.gradient import gradients
from dlprep.expr.graph import FUNCTIONS, OPERATORS, Node, apply, constant, in_order, name, number
from dlprep.expr.pretty import pretty
from dlprep.expr.scalar import evaluate
from dlprep.expr.show import show
from dlprep.formula.reader import read_expression
from dlprep.model.message import DlprepError

NAMES = ("x", "lr", "w_1", "σ")
LEAVES = st.one_of(
    st.integers(0, 10**6).map(number),
    st.floats(0, 1e12, allow_nan=False).map(number),
    st.sampled_from(NAMES).map(name),
    st.sampled_from(["pi", "e"]).map(constant),
)


def _bigger(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    binary = st.sampled_from(sorted(OPERATORS - {"neg", "not"}))
    calls = st.sampled_from([each for each, (least, _) in FUNCTIONS.items() if least == 1])
    return st.one_of(
        st.builds(apply, binary, inner, inner),
        st.builds(apply, st.sampled_from(["neg", "not"]), inner),
        st.builds(apply, calls, inner),
        st.builds(lambda a, b, c: apply("if", a, b, c), inner, inner, inner),
    )


EXPRESSIONS = st.recursive(LEAVES, _bigger, max_leaves=12)


@given(EXPRESSIONS)
@settings(max_examples=150, deadline=None)
def test_what_is_shown_reads_back_as_the_same_node(node: Node) -> None:
    """read(show(e)) is e, unless a limit of the reader forbids e."""
    read = _read(show(node))
    assert read is node or read in {"formula.power-too-large", "formula.too-deep"}


def _read(text: str) -> Node | str:
    """The expression, or the code of the complaint."""
    try:
        return read_expression(text, NAMES)
    except DlprepError as refused:
        return refused.messages[0].code


@given(EXPRESSIONS, st.dictionaries(st.sampled_from(NAMES), st.floats(), min_size=len(NAMES)))
@settings(max_examples=150, deadline=None)
def test_evaluation_is_total(node: Node, env: dict[str, float]) -> None:
    """Any expression has a number at any point, infinities and nan included."""
    assert isinstance(evaluate(node, env), int | float)


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read_or_refused_with_a_message(text: str) -> None:
    """Reading either gives an expression or a fault of the reader, whatever the text."""
    read = _read(text)
    if isinstance(read, str):
        assert read.startswith("formula.")
    else:
        assert isinstance(evaluate(read, dict.fromkeys(NAMES, 1.0)), int | float)


SMOOTH = ("exp", "tanh", "sin", "cos", "sigmoid", "softplus", "erf", "cosh")


def _smoother(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    binary = st.sampled_from(["add", "sub", "mul", "div"])
    return st.one_of(
        st.builds(apply, binary, inner, inner),
        st.builds(apply, st.sampled_from(["neg", *SMOOTH]), inner),
    )


SMOOTH_LEAVES = st.one_of(st.integers(0, 4).map(number), st.sampled_from(NAMES).map(name))
SMOOTH_EXPRESSIONS = st.recursive(SMOOTH_LEAVES, _smoother, max_leaves=10)
POINTS = st.fixed_dictionaries({each: st.floats(-1.5, 1.5) for each in NAMES})
FOLDED = {"add": fold.add, "sub": fold.sub, "mul": fold.mul, "div": fold.div, "neg": fold.neg}


def _tame(nodes: list[Node], env: dict[str, float]) -> None:
    """Leave out points where rounding or overflow would drown the law."""
    values = [abs(evaluate(node, env)) for node in nodes]
    assume(all(value == 0 or 1e-3 < value < 1e3 for value in values))


@given(SMOOTH_EXPRESSIONS, POINTS)
@settings(max_examples=150, deadline=None)
def test_folding_keeps_the_value(node: Node, env: dict[str, float]) -> None:
    """The folded expression has the same value wherever the other has one."""
    _tame(in_order(node), env)
    folded: dict[Node, Node] = {}
    for part in in_order(node):
        args = [folded[arg] for arg in part.args]
        if not args:
            folded[part] = part
        else:
            folded[part] = (
                FOLDED[part.op](*args) if part.op in FOLDED else fold.call(part.op, *args)
            )
    value = evaluate(node, env)
    assert abs(evaluate(folded[node], env) - value) <= 1e-9 * (1 + abs(value))


@given(EXPRESSIONS, POINTS)
@settings(max_examples=150, deadline=None)
def test_arrays_and_scalars_agree(node: Node, env: dict[str, float]) -> None:
    """Where the scalar value is finite all the way, the array value is the same."""
    assume(all(np.isfinite(float(evaluate(part, env))) for part in in_order(node)))
    assume(
        not any(part.op in {"floordiv", "mod", "round", "floor", "ceil"} for part in in_order(node))
    )
    ((value,),) = arrays.evaluate([node], {each: np.array([at]) for each, at in env.items()})
    expected = float(evaluate(node, env))
    assert abs(value - expected) <= 1e-9 * (1 + abs(expected))


@given(SMOOTH_EXPRESSIONS, POINTS)
@settings(max_examples=100, deadline=None)
def test_gradients_are_slopes(node: Node, env: dict[str, float]) -> None:
    """Along a random direction the derivative is what central differences give."""
    _tame(in_order(node), env)
    slopes = gradients(node, [name(each) for each in NAMES])
    directional = sum(evaluate(slope, env) for slope in slopes)
    h = 1e-5
    above, below = (
        evaluate(node, {each: at + step for each, at in env.items()}) for step in (h, -h)
    )
    assume(abs(directional) < 1e4)
    assert abs((above - below) / (2 * h) - directional) <= 1e-3 * (1 + abs(directional))


@given(SMOOTH_EXPRESSIONS, POINTS)
@settings(max_examples=100, deadline=None)
def test_what_is_pretty_reads_back_as_the_same_value(node: Node, env: dict[str, float]) -> None:
    """Without roots, entries and fraction signs the reader understands the notation on paper."""
    assume(not any(part.op == "sigmoid" for part in in_order(node)))  # σ is a name here
    assume(all(np.isfinite(float(evaluate(part, env))) for part in in_order(node)))
    read = _read(pretty(node))
    assert isinstance(read, Node)
    value = evaluate(node, env)
    assert abs(evaluate(read, env) - value) <= 1e-9 * (1 + abs(value))
