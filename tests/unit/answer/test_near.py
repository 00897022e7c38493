"""Slips in wrong numbers that have a name, each with a message of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.answer.near import near_miss, significant
from dlprep.model.item import Tolerance
from dlprep.view.messages import words

TOLERANCE = Tolerance(rel=1e-3)


def said(
    values: tuple[float, ...], key: tuple[float, ...], *, typed: str = "x", unit: str | None = None
) -> str | None:
    miss = near_miss(values, key, TOLERANCE, typed=typed, unit=unit)
    return None if miss is None else words(miss, "en")


@pytest.mark.parametrize(
    ("values", "key", "unit", "message"),
    [
        ((1, 2), (1, 2, 3), None, "the answer has 3 number(s); you gave 2"),
        ((31, 32, 32), (32, 32, 31), None, "the numbers are right, their order is not"),
        ((-0.25,), (0.25,), None, "only the sign is wrong"),
        ((0.125,), (12.5,), "%", "right, but per cent are asked for: times 100"),
        ((0.125,), (12.5,), "MB", "too small by exactly 100"),
        ((98_000,), (98,), "MB", "too large by exactly 1,000"),
        ((98_000_000,), (98,), "MB", "too large by exactly 1,000,000"),
        ((100.352,), (98,), "MiB", "off only by 1024 against 1000"),
        ((93.46,), (98,), "MiB", "off only by 1024 against 1000"),
        ((32, 32, 32), (32, 31, 31), None, "off by one"),
        ((17,), (16,), None, "off by one"),
        ((5,), (3,), None, None),
        ((0,), (3,), None, None),
        ((1, 0), (0, 1), None, "the numbers are right, their order is not"),
    ],
)
def test_a_slip_is_named(
    values: tuple[float, ...], key: tuple[float, ...], unit: str | None, message: str | None
) -> None:
    """Count, order, sign, power of ten, 1024 for 1000, and one too many each have their words."""
    found = said(values, key, unit=unit)
    assert found is None if message is None else (found or "").startswith(message)


def test_rounding_tells_the_digits() -> None:
    """What the key rounds to at the digits that were typed was the right method."""
    assert said((0.67,), (2 / 3,), typed="0.67") == (
        "right method, rounded too early: you kept 2 significant digits, and 3 are needed"
    )
    assert said((0.66,), (2 / 3,), typed="0.66") == (
        "close, but the tolerance is 0.1 %: keep more digits before rounding"
    )


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("0.330", 3), ("12.5%", 3), ("1200", 4), ("1.20e-3", 3), ("1/3", None), ("2*3", None)],
)
def test_significant_digits(typed: str, digits: int | None) -> None:
    """Leading zeros and the power of ten do not count; a sum has none."""
    assert significant(typed) == digits


@given(st.lists(st.floats(allow_nan=False, width=32), min_size=1, max_size=4), st.data())
def test_any_two_vectors_can_be_compared(values: list[float], data: st.DataObject) -> None:
    """No value raises, infinite ones and zeros among them."""
    key = data.draw(st.lists(st.floats(-1e6, 1e6, width=32), min_size=1, max_size=4))
    near_miss(tuple(values), tuple(key), TOLERANCE, typed="1", unit=None)
