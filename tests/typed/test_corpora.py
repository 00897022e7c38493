"""The corpora hold what they say: enough rows, unique names, references that have a value."""

import math

import numpy as np
import pytest
from typed_rows import (
    Row,
    hostile_text,
    points,
    read_derivations,
    read_rows,
    value,
)

SIZES = {
    "reader.jsonl": 320,
    "pairs_equal.jsonl": 520,
    "pairs_different.jsonl": 520,
    "hostile.jsonl": 60,
}


@pytest.mark.parametrize(("name", "size"), SIZES.items())
def test_corpora_are_large_enough_and_name_each_row_once(name: str, size: int) -> None:
    """A corpus has at least the rows its measurement asks for, each with an id of its own."""
    ids = [row.id for row in read_rows(name)]
    assert len(ids) >= size
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", ["pairs_equal.jsonl", "pairs_different.jsonl"])
def test_no_pair_compares_a_text_with_itself(name: str) -> None:
    """Two sides are typed in two ways; what is equal sign by sign measures nothing."""
    assert [row.id for row in read_rows(name) if row.fields["a"] == row.fields["b"]] == []


def test_references_of_the_reader_have_a_value() -> None:
    """What a text means is a finite real number, or an array of such, on drawn values."""
    without = [
        row.id for row in read_rows("reader.jsonl") if "ref" in row.fields and not _has_value(row)
    ]
    assert without == []


def _has_value(row: Row) -> bool:
    reference = row.fields["ref"]
    values = [
        value(reference, point, "float") for point in points(row, [reference], "float", count=2)
    ]
    return all(np.all(np.isfinite(np.asarray(drawn, dtype=float))) for drawn in values)


def test_a_column_lies_in_its_text_or_just_behind_it() -> None:
    """Columns count characters from 1; what is cut off is missed one column behind the end."""
    unreadable = [row for row in read_rows("reader.jsonl") if row.fields.get("unreadable")]
    assert len(unreadable) >= 40
    for row in unreadable:
        assert all(
            1 <= column <= len(row.fields["text"]) + 1 for column in row.fields["columns"]
        ), row.id


def test_hostile_texts_are_built_from_their_parts() -> None:
    """A row of parts is each part so many times; the longest has a million characters."""
    lengths = [len(hostile_text(row)) for row in read_rows("hostile.jsonl")]
    assert max(lengths) >= 1_000_000
    assert math.prod(lengths) == 0, "the empty text is one of them"


def test_each_derivation_has_enough_variants() -> None:
    """Twelve derivations of five to ten lines, with ten wrong lines and five rewritings each."""
    derivations = read_derivations()
    assert len(derivations) >= 12
    for derivation in derivations:
        assert 5 <= len(derivation.worked.lines) <= 10
        assert len(derivation.wrong) >= 10
        assert len(derivation.right) >= 5
