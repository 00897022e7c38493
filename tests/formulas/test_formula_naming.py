"""A slip that a person makes in a formula of the bank is named, and no false name is told.

The slips are made, and proved, by a mutator that shares no code with the product. This is a sample;
`bench/formula_naming.py` measures all of it.
"""

import random
from collections import Counter
from pathlib import Path

import pytest
from formula_corpus import disagreeing, formulas
from formula_product import said_of, spelled, verdict
from formula_rewritings import rewritings
from formula_truth import slips

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots

ONE_IN = 26  # formulas of the sample
OF_EACH = 4  # slips, and right rewritings, of each formula
FLOOR = 0.85


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    cache: Path = tmp_path_factory.mktemp("cache")
    return Bank.open(find_roots(None, []), cache, lambda _done, _total: None)


def test_the_second_reader_agrees_with_the_bank() -> None:
    """Lines of a worked derivation about one left side have one value for the mutator too."""
    assert disagreeing() == []


def test_slips_are_named_and_none_falsely(bank: Bank) -> None:
    """At most three names, one of them true, for most slips; never names that are all false."""
    chance = random.Random(5)
    counted: Counter[str] = Counter()
    told = []
    for formula in formulas()[::ONE_IN]:
        every = slips(formula)
        for slip in chance.sample(every, min(OF_EACH, len(every))):
            text = spelled(formula, slip.edit.tree, chance)
            said = said_of(bank, formula, text)
            found = verdict(slip, said)
            counted[found] += 1
            if found in {"false", "long", "right", "unread"}:
                told.append((formula.id, slip.edit.kind, text, said))
    assert told == []
    assert counted["named"] >= FLOOR * counted.total()


def test_right_rewritings_are_right(bank: Bank) -> None:
    """Another text of the same value is no mistake."""
    chance = random.Random(6)
    told = []
    for formula in formulas()[::ONE_IN]:
        every = [formula.tree, *rewritings(formula)]
        for tree in chance.sample(every, min(OF_EACH, len(every))):
            text = spelled(formula, tree, chance)
            if (said := said_of(bank, formula, text)).status == "wrong":
                told.append((formula.id, text, said))
    assert told == []
