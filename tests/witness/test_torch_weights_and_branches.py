"""torch agrees with the worked solutions about weights of losses and layers, and about branches."""

import numpy as np
import pytest
from beside_torch import RNG, assert_loss, normal, solution

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


@pytest.mark.parametrize("weights", [RNG.uniform(0.2, 4, 4), np.ones(4), np.full(4, 3.0)])
def test_class_weights(weights: np.ndarray) -> None:
    """`cross_entropy(weight=…)`, whose mean is that of the weights."""
    z, y = normal(7, 4), RNG.integers(0, 4, 7)
    assert_loss(
        solution("weighted-ce").weighted_softmax_loss(z, y, weights),
        lambda z: functional.cross_entropy(z, torch.tensor(y), torch.tensor(weights)),
        z,
    )
