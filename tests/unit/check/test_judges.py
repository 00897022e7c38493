"""Other ways to be right than value by value."""

from __future__ import annotations

import numpy as np
import pytest

from dlprep.check.judges import Property, aligned, holds

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


def dropped(rate: float, scale: float, x: np.ndarray, seed: int) -> np.ndarray:
    return np.where(np.random.default_rng(seed).random(x.shape) < rate, 0.0, x * scale)


def test_dropout_is_known_by_its_rate_and_scale() -> None:
    """The mask is recovered from out and x; a missing scale or a swapped rate is seen."""
    x = RNG.uniform(1, 2, (50, 40))
    right = [dropped(0.3, 1 / 0.7, x, seed) for seed in range(8)]
    rate, scale = Property("zero-rate", 0.3), Property("mask-scale", 1 / 0.7)
    assert holds(rate, right)
    assert holds(scale, right, x)
    assert not holds(scale, [dropped(0.3, 1.0, x, seed) for seed in range(8)], x)
    assert not holds(rate, [dropped(0.7, 1 / 0.7, x, seed) for seed in range(8)])
    assert not holds(scale, [dropped(0.3, 1 / 0.7, x, 1)] * 8, x)


def test_initialisers_are_known_by_their_moments() -> None:
    """Mean and deviation over all seeds; twice the variance is seen."""
    draws = [np.random.default_rng(seed).normal(0, 0.1, (30, 30)) for seed in range(6)]
    assert holds(Property("mean", 0.0), draws)
    assert holds(Property("deviation", 0.1), draws)
    assert not holds(Property("deviation", 0.1), [each * 2**0.5 for each in draws])
    assert not holds(Property("mean", 0.0), [each + 0.02 for each in draws])


def test_sampling_is_known_by_its_frequencies() -> None:
    """Each class as often as its probability says."""
    p = (0.2, 0.5, 0.3)
    draws = [np.random.default_rng(seed).choice(3, 400, p=p) for seed in range(5)]
    assert holds(Property("frequencies", p), draws)
    assert not holds(Property("frequencies", (0.3, 0.4, 0.3)), draws)
