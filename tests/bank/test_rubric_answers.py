"""Answers as people give them: what the rubrics see in them is what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from shipped import BANK

from dlprep.answer.rubric import Reader
from dlprep.bank.index import Bank
from dlprep.bank.reader import Node, Scalar, Series, Table, read_yaml
from dlprep.model.item import Short

SPOKEN = Path(__file__).parents[1] / "data" / "spoken_answers.yaml"


def plain(node: Node) -> Any:
    match node:
        case Table():
            return {key: plain(entry) for key, entry in node.entries.items()}
        case Series():
            return [plain(each) for each in node.items]
        case Scalar():
            return node.text


@cache
def spoken() -> list[Mapping[str, Any]]:
    tree, faults = read_yaml(SPOKEN.read_bytes(), SPOKEN.name)
    assert not faults
    answers = plain(tree)["answers"] if tree is not None else []
    assert isinstance(answers, list)
    return answers


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


@pytest.mark.parametrize("number", range(62))
def test_the_points_that_are_made_are_found(bank: Bank, number: int) -> None:
    """Of each answer the rubric finds the points it makes and no others."""
    answer = spoken()[number]
    item = bank.item(answer["item"])
    assert isinstance(item, Short)
    reading = Reader(item, bank.lexicon).read(answer["text"])
    found = {seen.point.key for seen in reading.sightings if seen.state == "found"}
    assert found == set(answer["says"])


def test_every_question_in_sentences_has_answers_of_its_own(bank: Bank) -> None:
    """Two answers or more for each of the questions that have a rubric here."""
    told = [answer["item"] for answer in spoken()]
    assert len(told) == 62
    assert {item_id for item_id in told if told.count(item_id) < 2} == set()
    assert set(told) <= {item.id for item in questions(bank)}


def questions(bank: Bank) -> Iterator[Short]:
    for header in bank.all_headers():
        item = bank.get(header.id)
        if isinstance(item, Short) and item.is_ruled:
            yield item
