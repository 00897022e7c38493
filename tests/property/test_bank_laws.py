"""Laws of the bank: what is stored comes back, and no bytes make the reader fall over."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dlprep.bank.codec import decode, encode
from dlprep.bank.load import load_items
from dlprep.bank.locate import find_roots, item_files
from dlprep.bank.reader import core_value, read_yaml
from dlprep.view.messages import words

FILES = list(item_files(find_roots(None)))


@given(st.binary(max_size=200) | st.text("[]{}:-&*!|>'\"#,? \nab01.", max_size=80).map(str.encode))
def test_any_bytes_give_a_tree_or_a_fault(data: bytes) -> None:
    """The reader is total, and every fault can be said."""
    tree, faults = read_yaml(data, "q.yaml")
    assert all(words(fault, "zh") for fault in faults)
    assert tree is not None or faults or not data.decode("utf-8-sig").strip() or b"#" in data


@given(st.integers() | st.floats(allow_nan=False))
def test_numbers_are_read_as_they_are_written(number: float) -> None:
    """Python's own way of writing a number is read as that number."""
    word = repr(number).replace("inf", ".inf")
    assert core_value(word) == number


def test_items_survive_the_index() -> None:
    """Decoding what was encoded gives an equal item, for every shipped item."""
    for file in FILES:
        for sourced in load_items(Path(file)).items:
            stored = json.loads(json.dumps(encode(sourced.item)))
            assert decode(type(sourced.item), stored) == sourced.item
