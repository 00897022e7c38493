"""Every numeric key has a second witness: the question answered again, from its prompt alone.

A witness gets the numbers that the prompt shows and computes the answer in NumPy by definition
(loops, softmax written out, finite differences for gradients). It never sees the key's expression.
"""

import random

import numpy as np
import pytest
from numeric_witnesses import WITNESSES
from shipped import BANK

from dlprep.answer.numeric import draw
from dlprep.bank.select import Filter
from dlprep.model.item import Numeric

DRAWS = 100
HEADERS = BANK.all_headers(Filter(kinds=frozenset({"numeric"})))
NUMERIC = [item for h in HEADERS if isinstance(item := BANK.item(h.id), Numeric)]


@pytest.mark.parametrize("item", NUMERIC, ids=lambda item: item.id)
def test_the_key_agrees_with_an_independent_computation(item: Numeric) -> None:
    """Key and witness agree to a tenth of the tolerance that a typed answer gets, 100 draws."""
    assert item.id in WITNESSES, "a numeric question needs a witness in numeric_witnesses.py"
    for seed in range(DRAWS):
        drawn = draw(item, random.Random(seed))
        expected = np.atleast_1d(WITNESSES[item.id](**drawn.values))
        np.testing.assert_allclose(
            drawn.answer,
            expected,
            rtol=max(item.tolerance.rel / 10, 1e-9),
            atol=max(item.tolerance.abs / 10, 1e-9),
            err_msg=f"{item.id}, drawn {drawn.values}",
        )


def test_no_witness_is_left_over() -> None:
    """A witness of a question that has gone is dead code."""
    assert set(WITNESSES) - {item.id for item in NUMERIC} == set()
