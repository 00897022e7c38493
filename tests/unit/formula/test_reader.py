"""Text becomes an expression, or a complaint with its column."""

from __future__ import annotations

import pytest

from dlprep.expr.show import show
from dlprep.formula.reader import read_expression
from dlprep.model.message import DlprepError
from dlprep.view.messages import words

NAMES = {"a", "b", "lr"}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1+2*3", "1 + 2 * 3"),
        ("(1+2)*3", "(1 + 2) * 3"),
        ("a-b-1", "a - b - 1"),
        ("a-(b-1)", "a - (b - 1)"),
        ("2**3**2", "2**3**2"),
        ("(2**3)**2", "(2**3)**2"),
        ("-a**2", "-a**2"),
        ("(-a)**2", "(-a)**2"),
        ("2^10", "2**10"),
        ("a²", "a**2"),
        ("10⁻³", "10**-3"),
        ("2**-1", "2**-1"),
        ("0 < a < 1", "0 < a and a < 1"),
        ("0 < a <= b < 1", "0 < a and (a <= b and b < 1)"),
        ("not a == b and a", "not a == b and a"),
        ("if(a>0, a, -a)", "if(a > 0, a, -a)"),
        ("１２．５＋ａ", "12.5 + a"),
        ("（3）× 2", "3 * 2"),
        ("a≤b", "a <= b"),
        ("−3 ÷ 4", "-3 / 4"),
        ("1e-3", "0.001"),
        (".5", "0.5"),
        ("π", "pi"),
    ],
)
def test_reads(text: str, read: str) -> None:
    """Operators bind as in Python; `^`, superscripts and full-width signs are understood."""
    assert show(read_expression(text, NAMES)) == read


def test_a_parameter_called_e_is_not_the_constant() -> None:
    """A declared name wins over a constant."""
    assert read_expression("e", {"e"}).op == "name"
    assert read_expression("e").op == "constant"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "the expression is empty"),
        ("1 +", "the expression breaks off in column 4: a number is missing"),
        ("1 + * 2", "column 5: expected a number, a name or a parenthesis, found `*`"),
        ("2 3", "column 3: an operator is missing before `3`"),
        ("2(3)", "column 2: an operator is missing before `(`"),
        ("(1 + 2", "the parenthesis in column 1 is not closed by column 7"),
        ("1\x1b[31m", "column 2: cannot read the character `U+001B`"),
        ("1 + $", "column 5: cannot read the character `$`"),
        ("rl", "column 1: `rl` is not defined; did you mean lr?"),
        ("zzz", "column 1: `zzz` is not defined"),
        ("sigmiod(1)", "column 1: `sigmiod` is not a function; did you mean sigmoid, sign?"),
        ("a(1)", "column 1: `a` is not a function; write `*` to multiply"),
        ("1 + sqrt", "column 5: the function `sqrt` needs parentheses, as in `sqrt(2)`"),
        ("exp(1, 2)", "column 1: `exp` takes 1 argument(s), got 2"),
        ("a = b", "column 3: cannot read the character `=`"),
        ("__import__('os')", "column 12: cannot read the character `'`"),
        ("a.real", "column 2: cannot read the character `.`"),
        ("a[0]", "column 2: cannot read the character `[`"),
    ],
)
def test_complains_with_the_column(text: str, complaint: str) -> None:
    """The complaint names the column, what was found and what is near."""
    with pytest.raises(DlprepError) as caught:
        read_expression(text, NAMES)
    assert words(caught.value.messages[0], "en") == complaint


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("9**9**9", "column 2: the exponent is too large, at most 10000"),
        ("9**-(9**9)", "column 2: the exponent is too large, at most 10000"),
        ("2**(1/0)", "column 2: the exponent is too large, at most 10000"),
        ("(" * 400, "column 51: nested too deeply, at most 50 levels"),
        ("-" * 900 + "1", "column 51: nested too deeply, at most 50 levels"),
        ("not " * 200 + "1", "column 201: nested too deeply, at most 50 levels"),
        ("1" * 60, "the number in column 1 is too long: at most 40 characters"),
        ("a⁹" + "⁹" * 60, "the number in column 2 is too long: at most 40 characters"),
        ("1+" * 600, "the expression is too long: 1200 characters, at most 1000"),
    ],
)
def test_hostile_input_meets_a_limit(text: str, complaint: str) -> None:
    """Length, depth, digits and constant powers are bounded before they cost time."""
    with pytest.raises(DlprepError) as caught:
        read_expression(text, NAMES)
    assert words(caught.value.messages[0], "en") == complaint
