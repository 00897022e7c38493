"""The JSON Schema of question files, from the same shapes that the converter reads by."""

from __future__ import annotations

import inspect
from typing import Any

from dlprep.bank.shape import Field, Many, Mapping, Maybe, OneOf, Record, Shape, Word, fields_of
from dlprep.model.event import Json
from dlprep.model.item import KINDS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
_WORDS: dict[str, Json] = {
    "text": ["string", "number"],
    "integer": "integer",
    "number": "number",
    "truth": "boolean",
    "any": ["string", "number", "boolean", "null"],
}


def json_schema() -> dict[str, Json]:
    """The schema of one file of items; each kind has its own definition."""
    definitions: dict[str, Json] = {}
    branches: list[Json] = []
    for kind, cls in KINDS.items():
        _define(cls, definitions, kind)
        chosen: Json = {"properties": {"kind": {"const": kind}}, "required": ["kind"]}
        branches.append({"if": chosen, "then": {"$ref": f"#/$defs/{cls.__name__}"}})
    item: Json = {
        "type": "object",
        "properties": {"kind": {"enum": list(KINDS)}},
        "required": ["id", "kind"],
        "allOf": branches,
    }
    return {
        "$schema": DRAFT,
        "title": "dlprep questions",
        "type": "object",
        "properties": {"leaf": {"type": "string"}, "items": {"type": "array", "items": item}},
        "required": ["items"],
        "additionalProperties": False,
        "$defs": definitions,
    }


def _define(cls: type[Any], definitions: dict[str, Json], kind: str | None = None) -> None:
    if cls.__name__ in definitions:
        return
    definitions[cls.__name__] = {}  # holds the place while a class that contains itself is read
    fields = fields_of(cls)
    properties: dict[str, Json] = {field.key: _property(field, definitions) for field in fields}
    # The leaf stands once at the top of the file and may be left out of an item.
    required = [f.key for f in fields if f.required and not (kind and f.key == "leaf")]
    names: list[Json] = ["kind", *required] if kind else [*required]
    if kind:
        properties = {"kind": {"const": kind}, **properties}
    definitions[cls.__name__] = {
        "type": "object",
        "description": inspect.getdoc(cls) or "",
        "properties": properties,
        "required": names,
        "additionalProperties": False,
    }


def _property(field: Field, definitions: dict[str, Json]) -> Json:
    schema = _schema(field.shape, definitions)
    plain = isinstance(field.default, (bool, int, float, str))
    if isinstance(schema, dict) and plain and "$ref" not in schema:
        return {**schema, "default": field.default}  # type: ignore[dict-item]
    return schema


def _schema(shape: Shape, definitions: dict[str, Json]) -> Json:
    match shape:
        case Word(type_, low, high):
            limits: dict[str, Json] = {} if low is None else {"minimum": low, "maximum": high}
            return {"type": _WORDS[type_], **limits}
        case OneOf(words):
            return {"enum": list(words)}
        case Maybe(inner):
            return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
        case Many(inner, length):
            sizes: dict[str, Json] = (
                {} if length is None else {"minItems": length, "maxItems": length}
            )
            return {"type": "array", "items": _schema(inner, definitions), **sizes}
        case Mapping(inner):
            return {"type": "object", "additionalProperties": _schema(inner, definitions)}
        case Record(cls, neutral):
            _define(cls, definitions)
            reference: Json = {"$ref": f"#/$defs/{cls.__name__}"}
            return {"anyOf": [{"type": "string"}, reference]} if neutral else reference
