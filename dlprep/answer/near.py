"""What is nearly right about a wrong number: rounded too early, a unit or a sign away."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from dlprep.model.item import Tolerance
from dlprep.model.message import Message

Vector = tuple[float, ...]

CLOSE = 0.02  # off by less than this share of the key: rounded too early rather than wrong
_EXACTLY = Tolerance(rel=2e-3)
_POWERS = (-12, -9, -6, -3, -2, -1, 1, 2, 3, 6, 9, 12)
_MOST_DIGITS = 12
_LITERAL = re.compile(r"[-+]?\s*(\d*)(?:\.(\d*))?(?:e[-+]?\d+)?\s*\S{0,6}", re.IGNORECASE)


def near(values: Vector, key: Vector, tolerance: Tolerance) -> bool:
    """Whether every component lies within the tolerance of the key's."""
    return len(values) == len(key) and all(
        abs(value - right) <= max(tolerance.rel * abs(right), tolerance.abs)
        for value, right in zip(values, key, strict=True)
    )


def near_miss(
    values: Vector, key: Vector, tolerance: Tolerance, *, typed: str, unit: str | None
) -> Message | None:
    """What a wrong answer missed by, if it is a slip that has a name. `typed` is the answer as it
    was typed."""
    if len(values) != len(key):
        return Message("answer.count", {"expected": len(key), "got": len(values)})
    misses = (_rounded(values, key, tolerance, typed), *_slips(values, key, unit))
    return next((miss for miss in misses if miss is not None), None)


def _rounded(values: Vector, key: Vector, tolerance: Tolerance, typed: str) -> Message | None:
    """The right method, with too few digits kept."""
    if not near(values, key, Tolerance(rel=CLOSE)):
        return None
    digits = significant(typed)
    enough = _needed(key[0], tolerance) if len(key) == 1 and key[0] else None
    if digits and enough and digits < enough and values[0] == _to_digits(key[0], digits):
        return Message("answer.rounded", {"digits": digits, "needed": enough})
    return Message("answer.close", {"percent": f"{tolerance.rel * 100:.3g}"})


def significant(typed: str) -> int | None:
    """How many significant digits a typed number has; None for anything but a plain number.

    >>> significant("0.330"), significant("-12.5 %"), significant("1/3")
    (3, 3, None)
    """
    found = _LITERAL.fullmatch(typed.strip())
    if found is None or "/" in typed or "*" in typed:
        return None
    digits = f"{found[1]}{found[2] or ''}".lstrip("0")
    return len(digits) or None


def _needed(key: float, tolerance: Tolerance) -> int:
    """The fewest significant digits with which the rounded key counts as right."""
    fitting = (
        digits
        for digits in range(1, _MOST_DIGITS)
        if near((_to_digits(key, digits),), (key,), tolerance)
    )
    return next(fitting, _MOST_DIGITS)


def _to_digits(value: float, digits: int) -> float:
    return float(f"{value:.{digits - 1}e}")


def _slips(values: Vector, key: Vector, unit: str | None) -> Iterator[Message | None]:
    if len(key) > 1 and values != key and sorted(values) == sorted(key):
        yield Message("answer.order")
    if near(tuple(-value for value in values), key, _EXACTLY):
        yield Message("answer.sign")
    ratio = _ratio(values, key)
    if ratio is None:
        yield _one_off(values, key)
        return
    yield _by_power(ratio, unit)
    yield _by_binary(ratio)
    yield _one_off(values, key)


def _ratio(values: Vector, key: Vector) -> float | None:
    """The factor by which every component is off; None where there is no common one."""
    if not all(key) or not all(values):
        return None
    ratios = [value / right for value, right in zip(values, key, strict=True)]
    return ratios[0] if near(tuple(ratios), (ratios[0],) * len(ratios), _EXACTLY) else None


def _by_power(ratio: float, unit: str | None) -> Message | None:
    for power in _POWERS:
        if math.isclose(ratio, 10.0**power, rel_tol=2e-3):
            if unit == "%" and power == -2:
                return Message("answer.percent-asked")
            side = "large" if power > 0 else "small"
            return Message(f"answer.too-{side}", {"power": f"{10 ** abs(power):,}"})
    return None


def _by_binary(ratio: float) -> Message | None:
    """1024 counted as 1000, or the reverse."""
    for power in (1, 2, 3, 4):
        for each in (1.024**power, 1.024**-power):
            if math.isclose(ratio, each, rel_tol=1e-3):
                return Message("answer.binary")
    return None


def _one_off(values: Vector, key: Vector) -> Message | None:
    """Whole numbers of which some are one too many or too few."""
    if not all(float(number).is_integer() for number in (*values, *key)):
        return None
    differences = [abs(value - right) for value, right in zip(values, key, strict=True)]
    if max(differences) == 1 and min(map(abs, key)) > 1:
        return Message("answer.one-off")
    return None
