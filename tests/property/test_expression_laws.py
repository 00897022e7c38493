"""Laws of expressions: what is shown reads back, and reading never does anything else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dlprep.expr.graph import FUNCTIONS, OPERATORS, Node, apply, constant, name, number
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
