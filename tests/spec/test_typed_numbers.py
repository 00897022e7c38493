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
        ("1.2 M", None, 1.2e6),
        ("1.2M", None, 1.2e6),
        ("3k", None, 3000),
        ("25.6 million", None, 25.6e6),
        ("7B", None, 7e9),
        ("2.4万", None, 24000),
        ("1.2 亿", None, 1.2e8),
        ("３ 百万", None, 3e6),
        ("两万五千", None, 25000),
        ("三十二", None, 32),
        ("一点五亿", None, 1.5e8),
        ("三分之一", None, 1 / 3),
        ("百分之十二点五", None, 0.125),
        ("12.5％", None, 0.125),
        ("25 个参数", None, 25),
        ("1,000 parameters", None, 1000),
        ("12 层", None, 12),
        ("1 234 567", None, 1234567),
        ("1_000_000", None, 1e6),
        ("0.33 左右", None, 0.33),
        ("98 000 KB", "MB", 98),
        ("0.098 GB", "MB", 98),
        ("98 M", "MB", 98),
        ("98 million B", "MB", 98),
        ("98000000", "B", 98e6),
        ("93 MiB", "MiB", 93),
        ("1024 KiB", "MiB", 1),
        ("1 KiB", "B", 1024),
        ("3.8 GFLOPs", "FLOPs", 3.8e9),
        ("250 µs", "ms", 0.25),
        ("0.25 秒", "ms", 250),
        ("2 min", "s", 120),
        ("12.5 percent", "%", 12.5),
        ("5 ms", None, 5),
        ("2 GB", None, 2e9),
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
        "(N, C, H, W) = (8, 3, 32, 32)",
        "N = 8, C = 3, H = 32, W = 32",
        "torch.Size([8, 3, 32, 32])",
        "[8，3，32，32]",
        "８、３、３２、３２",
        "8*3*32*32",
        "8 X 3 X 32 X 32",
    ],
)
def test_a_shape(text: str) -> None:
    """A shape may stand in brackets, between commas, crosses or spaces."""
    assert read_numbers(text, count=4) == (8, 3, 32, 32)


def test_a_unit_that_measures_something_else_is_named() -> None:
    """Milliseconds are no megabytes, and the question says what it asks for."""
    with pytest.raises(DlprepError) as caught:
        read_numbers("98 ms", count=1, unit="MB")
    assert words(caught.value.messages[0], "en") == (
        "the answer is asked in MB; `ms` measures something else"
    )


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
