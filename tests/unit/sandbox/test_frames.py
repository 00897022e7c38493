"""Frames carry plain values exactly, and a frame that is not ours is refused."""

from __future__ import annotations

import copy
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays, scalar_dtypes

from dlprep.sandbox.frames import (
    DTYPES,
    PREFIX,
    Foreign,
    FrameError,
    Header,
    Value,
    alike,
    lengths,
    pack,
    unpack,
)


def through(value: Value) -> Value:
    """The value as it arrives."""
    frame = pack({"case": 1}, value)
    head, payload = lengths(frame[: PREFIX.size], cap=1 << 30)
    body = frame[PREFIX.size :]
    assert len(body) == head + payload
    header, arrived = unpack(body[:head], body[head:])
    assert header == {"case": 1}
    return arrived


def refuse(header: Header, payload: bytes = b"") -> str:
    """Why a forged frame is refused."""
    with pytest.raises(FrameError) as error:
        unpack(json.dumps(header).encode(), payload)
    return str(error.value)


SCALARS = st.none() | st.booleans() | st.text() | st.floats() | st.integers(-(2**63) + 1, 2**63 - 1)


@given(
    st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
        max_leaves=10,
    )
)
def test_plain_trees_arrive_as_they_were(value: Value) -> None:
    """None, booleans, numbers with every bit, text, lists and dictionaries."""
    assert repr(through(value)) == repr(value)


@given(
    arrays(
        scalar_dtypes().filter(lambda d: d.newbyteorder("<").str in DTYPES),
        array_shapes(min_dims=0, min_side=0),
    )
)
def test_arrays_arrive_bit_by_bit(array: np.ndarray) -> None:
    """Any whitelisted dtype and shape, 0-d and empty ones too; what arrives can be written to."""
    arrived = through({"x": array})["x"]
    assert arrived.shape == array.shape
    assert arrived.tobytes() == array.astype(arrived.dtype).tobytes()
    assert arrived.flags.writeable


@pytest.mark.parametrize(
    ("value", "type_name"),
    [
        pytest.param(np.zeros(2, object), "ndarray of object", id="object array"),
        pytest.param(np.array(["a"]), "ndarray of <U1", id="array of text"),
        pytest.param(1 << 64, "int", id="a huge integer"),
        pytest.param({1: 2}, "dict", id="keys that are not text"),
        pytest.param(iter(()), "tuple_iterator", id="an iterator"),
    ],
)
def test_other_values_travel_by_name_only(value: Value, type_name: str) -> None:
    """What is not plain does not travel; the report can still say what it was."""
    arrived = through([value])[0]
    assert isinstance(arrived, Foreign)
    assert arrived.type == type_name


def test_extended_precision_travels_as_double() -> None:
    """It has more digits than are compared, and is no other type for that."""
    arrived = through([np.array([1.5, 2.0], np.longdouble)])[0]
    assert arrived.dtype == np.float64
    assert arrived.tolist() == [1.5, 2.0]


@pytest.mark.parametrize("value", [[0.0] * 100_000, "x" * 1_000_000, {"a" * 70_000: "b" * 70_000}])
def test_what_no_header_holds_travels_by_name_only(value: Value) -> None:
    """Very many parts and very long texts are named instead of counted out."""
    assert "a very large structure" in repr(through(value))


def test_endless_structures_are_cut() -> None:
    """A list in itself, or a very deep one, becomes a name."""
    loop: list[Value] = []
    loop.append(loop)
    assert "Foreign(type='a very large structure')" in repr(through(loop))


TREE = ["array", 0]


@pytest.mark.parametrize(
    ("header", "payload"),
    [
        pytest.param({"tree": TREE, "arrays": [["|O", [1]]]}, bytes(8), id="object dtype"),
        pytest.param({"tree": TREE, "arrays": [["<f8", [-1]]]}, b"", id="negative size"),
        pytest.param({"tree": TREE, "arrays": [["<f8", [True]]]}, bytes(8), id="a boolean as size"),
        pytest.param({"tree": TREE, "arrays": [["<f8", [2]]]}, bytes(8), id="too few bytes"),
        pytest.param({"tree": TREE, "arrays": [["<f8", [1]]]}, bytes(9), id="too many bytes"),
        pytest.param(
            {"tree": TREE, "arrays": [["<f8", [0, 1 << 39, 1 << 39]]]}, b"", id="impossible empty"
        ),
        pytest.param({"tree": TREE, "arrays": [["<f8", [1] * 9]]}, bytes(8), id="nine axes"),
        pytest.param(
            {"tree": ["plain", None], "arrays": [["<f8", [1]]]}, bytes(8), id="unused array"
        ),
        pytest.param(
            {"tree": ["list", [TREE, TREE]], "arrays": [["<f8", [1]]]},
            bytes(8),
            id="array used twice",
        ),
        pytest.param({"tree": ["array", 7], "arrays": []}, b"", id="no such array"),
        pytest.param({"tree": ["plain", {"a": 1}], "arrays": []}, b"", id="a plain table"),
        pytest.param({"tree": ["plain", 1 << 70], "arrays": []}, b"", id="a huge integer"),
        pytest.param({"tree": ["float", "one"], "arrays": []}, b"", id="a number in words"),
        pytest.param({"tree": ["dict", [["a"]]], "arrays": []}, b"", id="a key without value"),
        pytest.param({"tree": ["call", "os.system"], "arrays": []}, b"", id="an unknown node"),
        pytest.param({"arrays": []}, b"", id="no tree"),
        pytest.param({"tree": TREE}, b"", id="no arrays"),
    ],
)
def test_forged_headers_are_refused(header: Header, payload: bytes) -> None:
    """Nothing in a header is taken on trust."""
    assert refuse(header, payload)


def test_forged_prefixes_are_refused() -> None:
    """Another magic word, an enormous header, or a payload above the cap."""
    with pytest.raises(FrameError, match="prefix"):
        lengths(PREFIX.pack(b"EVIL", 10, 10), 100)
    with pytest.raises(FrameError, match="prefix"):
        lengths(PREFIX.pack(b"DLP1", 1 << 31, 10), 100)
    with pytest.raises(OverflowError):
        lengths(PREFIX.pack(b"DLP1", 10, 1 << 60), 100)


def test_a_header_that_is_no_table_is_refused() -> None:
    """Lists, broken JSON and very deep JSON are all bad frames."""
    for head in (b"[]", b"{", b"[" * 100_000, b"\xff"):
        with pytest.raises(FrameError, match="header"):
            unpack(head, b"")


def test_deep_trees_are_refused() -> None:
    """A tree deeper than ours can be was not written by us."""
    tree: list[Value] = ["plain", 1]
    for _ in range(30):
        tree = ["list", [tree]]
    assert refuse({"tree": tree, "arrays": []}) == "depth"


ALIKE = (
    1.0,
    1,
    True,
    "1",
    None,
    np.arange(3.0),
    np.arange(3),
    np.arange(6.0)[::2],
    np.array([0.0, np.nan]),
    np.array([-0.0, np.nan]),
    {"a": np.arange(3.0), "b": 1},
    {"b": 1, "a": np.arange(3.0)},
    [np.arange(3.0), 1],
    Foreign("Tensor"),
)


@pytest.mark.parametrize("one", ALIKE)
def test_values_are_alike_that_travel_as_the_same_bytes(one: Value) -> None:
    """NaN is like itself, −0 not like 0; how an array lies in memory does not count."""
    for other in ALIKE:
        assert alike(one, other) == (pack({}, one) == pack({}, other))
    assert alike(one, copy.deepcopy(one))
