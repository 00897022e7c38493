"""torch agrees with the worked solutions of the first building blocks."""

import numpy as np
import pytest
from beside_torch import assert_loss, assert_same, normal, solution

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_softmax_and_its_logarithm(axis: int) -> None:
    """`softmax` and `log_softmax`, near and far from 0."""
    ours = solution("softmax-stable")
    for scale in (1.0, 1000.0):
        z = scale * normal(3, 4, 5)
        ahead = torch.tensor(z)
        theirs = (ahead.softmax(axis), ahead.log_softmax(axis))
        assert_same((ours.softmax(z, axis), ours.log_softmax(z, axis)), theirs)


@pytest.mark.parametrize("axis", [0, 1, -1])
def test_log_sum_exp(axis: int) -> None:
    """`logsumexp`, with entries at −∞ and with nothing else."""
    for scale, masked in ((1.0, 0.0), (1000.0, 0.3), (1.0, 1.0)):
        z = np.where(
            np.random.default_rng(3).random((3, 4, 5)) < masked, -np.inf, scale * normal(3, 4, 5)
        )
        ours = solution("logsumexp").logsumexp(z, axis)
        assert_same((ours,), (torch.tensor(z).logsumexp(axis),))


def test_linear_regression() -> None:
    """`mse_loss` of a linear layer, and autograd."""
    X, y, w, b = normal(7, 3), normal(7), normal(3), np.asarray(0.4)
    ours = solution("lin-reg-grad").linear_regression_loss(X, y, w, b)
    x_t, y_t = torch.tensor(X), torch.tensor(y)
    assert_loss(ours, lambda w, b: functional.mse_loss(x_t @ w + b, y_t), w, b)
