"""Other ways to be right than value by value."""

from __future__ import annotations

import numpy as np
import pytest

from dlprep.check.grading.judges import aligned
from dlprep.model.exercise import Judge

RNG = np.random.default_rng(7)
VECTORS = RNG.standard_normal((5, 3))


def test_columns_may_point_the_other_way() -> None:
    """An eigenvector is one up to its sign; a column that is another vector stays wrong."""
    turned = VECTORS * np.array([-1.0, 1.0, -1.0])
    assert np.array_equal(aligned("up-to-sign", VECTORS, turned), VECTORS)
    other = VECTORS.copy()
    other[0, 1] += 1
    assert np.array_equal(aligned("up-to-sign", VECTORS, other), other)


@pytest.mark.parametrize("count", [4, 12])
def test_rows_may_stand_in_another_order(count: int) -> None:
    """Cluster centres have no order, however many there are; every row is used once."""
    centres = RNG.standard_normal((count, 3))
    mixed = centres[RNG.permutation(count)]
    assert np.array_equal(aligned("up-to-permutation", centres, mixed), centres)
    twice = centres.copy()
    twice[0] = centres[1]
    assert not np.array_equal(aligned("up-to-permutation", centres, twice), centres)


def test_values_and_other_shapes_are_left_alone() -> None:
    """What cannot be aligned is for the comparison to tell."""
    assert aligned("values", VECTORS, -VECTORS)[0, 0] == -VECTORS[0, 0]
    assert aligned("up-to-sign", VECTORS, VECTORS[:2]).shape == (2, 3)


@pytest.mark.parametrize("judge", ["up-to-sign", "up-to-permutation"])
@pytest.mark.parametrize("kind", ["?", "u1", "i2", "i8", "f2", "f4", "f8", "c16"])
def test_numbers_of_any_kind_are_aligned(judge: Judge, kind: str) -> None:
    """Truth values and unsigned numbers cannot be negated as they are, yet may be handed in."""
    got = aligned(judge, -np.eye(3), np.eye(3).astype(kind))
    expected = -np.eye(3) if judge == "up-to-sign" else np.eye(3)
    assert np.array_equal(got, expected)
    assert kind[0] in "?ui" or got.dtype == np.dtype(kind)
