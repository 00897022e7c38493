"""YAML 1.2 with lines: what plain PyYAML gets wrong, and every fault with its place."""

from __future__ import annotations

import math
import re

import pytest

from dlprep.bank.reader import MAX_BYTES, MAX_DEPTH, Scalar, Table, core_value, read_yaml
from dlprep.view.messages import words


def faults(text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [words(message, "en") for message in read_yaml(data, "q.yaml")[1]]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("1e-3", 0.001),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("0x1F", 31),
        ("0o17", 15),
        ("017", 17),
        ("+3", 3),
        ("-2.5", -2.5),
        (".5", 0.5),
        ("1_000", "1_000"),
        ("2024-01-01", "2024-01-01"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("-.inf", -math.inf),
        ("-", "-"),
        ("1e", "1e"),
        (".", "."),
    ],
)
def test_core_schema(word: str, value: object) -> None:
    """An unquoted word means what YAML 1.2 says, not what YAML 1.1 did."""
    assert core_value(word) == value
    assert type(core_value(word)) is type(value)


def test_a_quoted_word_is_text() -> None:
    """Quotes make text of anything."""
    assert Scalar("1e-3", plain=False, line=1).value() == "1e-3"


def test_lines_are_kept() -> None:
    """Every node and key knows the line on which it stands, from 1."""
    tree, found = read_yaml(b"a: 1\nb:\n  - x\n  - y\n", "q.yaml")
    assert not found
    assert isinstance(tree, Table)
    assert tree.key_lines == {"a": 1, "b": 2}
    assert [each.line for each in tree.entries["b"].items] == [3, 4]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: 1\nb: 2\na: 3\n", "q.yaml:3: the key `a` stands twice; first on line 1"),
        ("a: &x 1\n", "q.yaml:1: the anchor `&x` is not allowed; remove it"),
        ("a: !!int 1\n", "q.yaml:1: the tag `tag:yaml.org,2002:int` is not allowed; remove it"),
        ("? [a]\n: 1\n", "q.yaml:1: expected a word as key"),
        ("a: 1\n---\nb: 2\n", "q.yaml:2: a file holds one YAML document; what follows `---`"),
        ("a: [1\nb: 2\n", "q.yaml:2: this is not YAML: "),
        ("a: '\n", "q.yaml:2: this is not YAML: "),
        ("- a: 1\n\tb: 2\n", "q.yaml:2: this is not YAML: indent by spaces, not by tabs"),
        ("a: 1\nb: \x01\n", "q.yaml:2: contains a control character that YAML does not allow"),
        (b"a: 1\nb: \xff\n", "q.yaml:2: the file is not UTF-8 text"),
        ("[" * 40 + "]" * 40, f"q.yaml:1: nested more than {MAX_DEPTH} levels deep"),
        (b" " * (MAX_BYTES + 1), "q.yaml: the file is larger than 4 MB; split it into several"),
    ],
)
def test_faults_say_where_and_what(text: str | bytes, said: str) -> None:
    """Each fault names file and line, and what is wrong there."""
    assert any(each.startswith(said) for each in faults(text)), faults(text)


def test_aliases_are_refused() -> None:
    """An alias is named with its own line; a bomb of aliases is never expanded."""
    said = faults("a: &x [1]\nb: [*x, *x]\n")
    assert said[1:] == ["q.yaml:2: the alias `*x` is not allowed; write it out"] * 2


def test_a_million_brackets_do_not_crash() -> None:
    """Depth is limited before the interpreter's stack is."""
    assert faults("[" * 1_000_000)


def test_a_byte_order_mark_is_passed_over() -> None:
    """Files of editors that write a BOM are read like any other."""
    tree, found = read_yaml(b"\xef\xbb\xbfa: 1\r\n", "q.yaml")
    assert isinstance(tree, Table)
    assert list(tree.entries) == ["a"]
    assert not found


def test_the_complaints_of_the_parser_are_said_in_both_languages() -> None:
    """Each wording of ours is one that the parser really uses."""
    slips = [
        *("a: [", "a: [1 2", "a: {x: 1", "a:\n  b: 1\n c: 2", "a: b: c", "a: 1\na", "a: @x"),
        *('a: "x', "a: - b", "a: |\n x\n\ty"),
    ]
    said = {words(read_yaml(slip.encode(), "f")[1][-1], "zh") for slip in slips}
    assert len(said) == len(slips)
    assert not any(re.search("found|expected|allowed", sentence) for sentence in said)
