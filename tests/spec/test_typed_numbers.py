"""What people type where a number, a vector or a shape is asked for."""

from __future__ import annotations

import pytest

from dlprep.answer.typed import read_numbers
from dlprep.model.message import DlprepError
from dlprep.view.messages import words


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("0.75", None, 0.75),
        ("3/4", None, 0.75),
        ("1e-3", None, 0.001),
        ("3×10⁻³", None, 0.003),
        ("3*10^-3", None, 0.003),
        ("7*7*64", None, 3136),
        ("3,136", None, 3136),
        ("1,234,567.5", None, 1234567.5),
        ("３１３６", None, 3136),
        ("−0.5", None, -0.5),
        ("12.5%", None, 0.125),
        ("12.5 %", "%", 12.5),
        ("12.5", "%", 12.5),
        ("98 MB", "MB", 98),
        ("98mb", "MB", 98),
        ("w = 0.3", None, 0.3),
        ("≈ 0.3", None, 0.3),
        ("约0.3", None, 0.3),
        ("sqrt(16)", None, 4),
        ("log(e)", None, 1),
        ("(5)", None, 5),
        ("[5]", None, 5),
        ("(64,)", None, 64),
        ("(1+2)*(3+4)", None, 21),
    ],
)
def test_one_number(text: str, unit: str | None, value: float) -> None:
    """Decimals, powers, fractions, per cent, units and small sums are all numbers."""
    assert read_numbers(text, count=1, unit=unit) == (pytest.approx(value),)


@pytest.mark.parametrize(
    "text",
    [
        "(8, 3, 32, 32)",
        "[8,3,32,32]",
        "8, 3, 32, 32",
        "8 3 32 32",
        "8x3x32x32",
        "8×3×32×32",
        "8 × 3 × 32 × 32",
        "８×３×３２×３２",
        "（8，3，32，32）",
        "(8, 3, 4*8, 64/2)",
        "8; 3; 32; 32",
    ],
)
def test_a_shape(text: str) -> None:
    """A shape may stand in brackets, between commas, crosses or spaces."""
    assert read_numbers(text, count=4) == (8, 3, 32, 32)


def test_signs_in_a_vector() -> None:
    """A minus after a space begins the next component where every word is a number."""
    assert read_numbers("1 -2", count=2) == (1, -2)
    assert read_numbers("(1/2, -0.5)", count=2) == (0.5, -0.5)


def test_another_count_is_for_the_grader() -> None:
    """Too few or too many components are read all the same."""
    assert read_numbers("5", count=3) == (5,)
    assert read_numbers("1, 2, 3", count=2) == (1, 2, 3)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "there is no answer yet"),
        ("   ", "there is no answer yet"),
        ("1/0", "this does not come to a finite number"),
        ("1 < 2", "a number is asked for, not a comparison"),
        ("abc", "`abc` is no number; write one such as 0.75, 3/4 or 1e-3"),
        ("(1, 2", "the parenthesis in column 1 is not closed by column 3"),
        ("1 + ", "the expression breaks off in column 4: a number is missing"),
        ("(1, 2 +)", "the expression breaks off in column 8: a number is missing"),
        ("9**9**9", "column 2: the exponent is too large, at most 10000"),
        ("1" * 501, "the answer is too long: 501 characters, at most 500"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_column(text: str, complaint: str) -> None:
    """The column counts in the text as typed."""
    with pytest.raises(DlprepError) as caught:
        read_numbers(text, count=1)
    assert words(caught.value.messages[0], "en") == complaint
