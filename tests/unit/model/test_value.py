"""Frozen values behave as dataclasses do."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from dlprep.model.item import Choice, Item
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    kind: ClassVar[str] = "point"

    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Point):
    name: str


def test_values_are_made_by_position_and_by_name() -> None:
    """Defaults fill in, and each value gets a list of its own."""
    assert Point(1) == Point(x=1, y=0, tags=[])
    assert Point(1).tags is not Point(1).tags
    assert Named(1, 2, name="p") == Named(x=1, y=2, name="p")


@pytest.mark.parametrize(
    ("args", "given", "complaint"),
    [
        ((), {}, "Point: x is missing"),
        ((1,), {"z": 2}, "Point: z"),
        ((1, 2, [], 4), {}, "Point: too many values"),
    ],
)
def test_wrong_arguments_are_type_errors(
    args: tuple[object, ...], given: dict[str, object], complaint: str
) -> None:
    """What is missing or unknown is named."""
    with pytest.raises(TypeError, match=complaint):
        Point(*args, **given)  # type: ignore[arg-type]


def test_values_cannot_be_changed() -> None:
    """Neither a field nor a new name can be set."""
    for name in ("x", "other"):
        with pytest.raises(FrozenInstanceError, match=name):
            setattr(Point(1), name, 2)
    with pytest.raises(FrozenInstanceError, match="x"):
        del Point(1).x  # type: ignore[misc]
    assert not hasattr(Point(1), "__dict__")


def test_values_of_two_classes_are_never_equal() -> None:
    """Equality asks for the same class."""
    assert Point(1) != Named(1, name="p")
    assert Point(1) != (1, 0, [])


def test_equal_values_hash_alike() -> None:
    """Values without lists can be keys."""
    assert hash(Point(1, 2, ())) == hash(Point(1, 2, ()))  # type: ignore[arg-type]
    assert repr(Named(1, name="p")) == "Named(x=1, y=0, tags=[], name='p')"


def test_the_tools_of_dataclasses_work() -> None:
    """`fields`, `replace`, `asdict`, copies and pickles."""
    value = Named(1, name="p")
    assert is_dataclass(Item)
    assert [each.name for each in fields(Choice)][:3] == ["id", "leaf", "topic"]
    assert replace(value, x=5) == Named(5, name="p")
    assert asdict(value) == {"x": 1, "y": 0, "tags": [], "name": "p"}
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_values_match_by_position_and_by_name() -> None:
    """Only positional fields match by position."""
    match Named(1, 2, name="p"):
        case Named(x, y, name=name):
            assert (x, y, name) == (1, 2, "p")
        case _:
            pytest.fail("no match")
