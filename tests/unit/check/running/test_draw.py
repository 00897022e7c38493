"""Inputs drawn from their declarations."""

from __future__ import annotations

import numpy as np
import pytest

from dlprep.check.running.draw import draw_value, size
from dlprep.model.exercise import Draw
from dlprep.model.message import DlprepError

SIZES = {"N": 6, "C": 5}


def drawn(**fields: object) -> np.ndarray:
    return draw_value(Draw(**fields), SIZES, np.random.default_rng(1))  # type: ignore[arg-type]


def test_sizes_are_whole_numbers_of_expressions() -> None:
    """Shapes may be computed; a fraction is the author's slip."""
    assert size("N", SIZES) == 6
    assert size("(N + 2*C - 3)//2 + 1", SIZES) == 7
    with pytest.raises(DlprepError) as error:
        size("N/4", SIZES)
    assert error.value.messages[0].code == "check.not-whole"


def test_every_way_keeps_its_promise() -> None:
    """Ranges, rows and types are what docs/exercises.md says."""
    shape = ("N", "C")
    assert drawn(draw="normal", shape=shape, scale=0.0, shift=3.0).tolist() == [[3.0] * 5] * 6
    uniform = drawn(draw="uniform", shape=("1000",), low=-1.0, high=2.0)
    assert -1 <= uniform.min() < -0.9
    assert 1.9 < uniform.max() < 2
    labels = drawn(draw="labels", shape=("1000",), classes="C")
    assert set(labels.tolist()) == set(range(5))
    assert drawn(draw="one-hot", shape=shape).sum(axis=1).tolist() == [1.0] * 6
    assert set(drawn(draw="binary", shape=("100",)).tolist()) == {0.0, 1.0}
    simplex = drawn(draw="simplex", shape=shape)
    assert (simplex > 0).all()
    assert np.allclose(simplex.sum(axis=1), 1)
    mask = drawn(draw="mask", shape=("100", "4"), rate=0.1)
    assert mask.dtype == bool
    assert mask.any(axis=1).all()
    assert set(drawn(draw="signs", shape=("100",)).tolist()) == {-1.0, 1.0}
    assert drawn(draw="signs", shape=("100",), rate=1.0).tolist() == [1.0] * 100
    x1, y1, x2, y2 = drawn(draw="boxes", shape=("100", "4"), high=10.0).T
    assert (x1 < x2).all()
    assert (y1 < y2).all()
    assert min(x1.min(), y1.min()) >= 0
    assert max(x2.max(), y2.max()) <= 10
    covariance = drawn(draw="covariance", shape=("20", "3", "3"), scale=2.0)
    assert (covariance == covariance.swapaxes(1, 2)).all()
    assert np.linalg.eigvalsh(covariance).min() >= 0.3 * 2.0**2 - 1e-12
    assert drawn(draw="causal", shape=("2", "3", "3"))[1].tolist() == np.tri(3, dtype=bool).tolist()
    assert drawn(draw="value", shape=("2",), value=7.0).tolist() == [7.0, 7.0]


def test_plain_values_and_dictionaries_are_plain() -> None:
    """Without a shape a value is itself; a map holds further draws."""
    assert drawn(draw="value", value="train") == "train"
    entries = {"mode": Draw(draw="value", value="test"), "w": Draw(draw="normal", shape=("C",))}
    made = draw_value(Draw(draw="map", entries=entries), SIZES, np.random.default_rng(1))
    assert made["mode"] == "test"
    assert made["w"].shape == (5,)
    assert drawn(draw="sizes", shape=("N", "2*C", "1")) == (6, 10, 1)
    layers = (Draw(draw="sizes", shape=("3", "C")), Draw(draw="value", value=0.5))
    assert drawn(draw="list", items=layers) == [(3, 5), 0.5]


def test_types_and_exact_zeros() -> None:
    """Integers are rounded, not cut; a share of entries is exactly 0, at least one."""
    assert drawn(draw="normal", shape=("N",), dtype="float32").dtype == np.float32
    whole = drawn(draw="uniform", shape=("100",), low=0.6, high=0.9, dtype="int64")
    assert whole.tolist() == [1] * 100
    assert (drawn(draw="normal", shape=("N",), zeros=0.01) == 0).sum() == 1
    assert (drawn(draw="normal", shape=("N",), zeros=0.5) == 0).sum() == 3
    assert np.isneginf(drawn(draw="normal", shape=("N",), masked=0.5)).sum() == 3


def test_bytes_are_rounded_and_unsigned() -> None:
    """Images of `uint8` hold the nearest whole numbers, which may wrap around."""
    made = drawn(draw="uniform", shape=("200",), low=200.0, high=255.0, dtype="uint8")
    exact = drawn(draw="uniform", shape=("200",), low=200.0, high=255.0)
    assert made.dtype == np.uint8
    assert np.abs(made.astype(float) - exact).max() <= 0.5
