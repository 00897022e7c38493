"""The JSON Schema says what the reader accepts."""

from __future__ import annotations

from dataclasses import fields

import pytest

from dlprep.bank.json_schema import json_schema
from dlprep.model.item import KINDS, Item

DEFINITIONS = json_schema()["$defs"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_described(kind: str) -> None:
    """Each kind has a definition with all its fields, and takes no others."""
    cls: type[Item] = KINDS[kind]
    found = DEFINITIONS[cls.__name__]  # type: ignore[index,call-overload]
    assert found["properties"].keys() == {"kind"} | {field.name for field in fields(cls)}
    assert found["additionalProperties"] is False
    assert {"kind", "id", "prompt", "explanation"} <= set(found["required"])
    assert "leaf" not in found["required"]


def test_limits_words_and_keys_come_along() -> None:
    """Ranges, allowed words and YAML keys are those of the annotations."""
    card, symbol = DEFINITIONS["Card"], DEFINITIONS["Symbol"]  # type: ignore[index,call-overload]
    assert card["properties"]["difficulty"] == {"type": "integer", "minimum": 1, "maximum": 5}
    assert card["properties"]["verified"]["enum"][0] == "computed"
    assert card["properties"]["reverse"] == {"type": "boolean", "default": False}
    assert "is" in symbol["properties"]
    assert "is_" not in symbol["properties"]
    assert DEFINITIONS["Param"]["properties"]["int"]["anyOf"][0]["minItems"] == 2  # type: ignore[index,call-overload]


def test_classes_that_contain_themselves_are_described_once() -> None:
    """A drawing may hold further drawings."""
    entries = DEFINITIONS["Draw"]["properties"]["entries"]  # type: ignore[index,call-overload]
    assert entries == {"type": "object", "additionalProperties": {"$ref": "#/$defs/Draw"}}


def test_properties_of_chance_are_described() -> None:
    """What must hold of a random output: the kind is one of four words, the rest has defaults."""
    described = DEFINITIONS["Property"]  # type: ignore[index,call-overload]
    assert described["required"] == ["of", "is"]
    words = ["dropout-of", "same-mask", "moments", "frequencies"]
    assert described["properties"]["is"] == {"enum": words}
    assert described["properties"]["scale"]["default"] == "1"
