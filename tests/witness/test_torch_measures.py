"""torch agrees with the worked solutions for measures of a classifier."""

import numpy as np
import pytest
from beside_torch import RNG, assert_same, solution

torch = pytest.importorskip("torch")

pytestmark = pytest.mark.witness


def test_precision_recall_and_f1() -> None:
    """Products of one-hot tensors hold all counts; F1 is the harmonic mean of the other two."""
    functions = solution("metrics-prf")
    y_true, y_pred = RNG.integers(0, 4, 40), RNG.integers(0, 4, 40)
    true, pred = (
        torch.nn.functional.one_hot(torch.tensor(each), 4).double() for each in (y_true, y_pred)
    )
    counts = true.T @ pred
    assert_same((functions.confusion_matrix(y_true, y_pred, 4),), (counts,))
    assert functions.accuracy(y_true, y_pred) == pytest.approx(float(counts.trace() / 40))
    precision, recall = counts.diagonal() / counts.sum(0), counts.diagonal() / counts.sum(1)
    f1 = 2 / (1 / precision + 1 / recall)
    for average, weights in ((None, torch.eye(4).double()), ("macro", torch.full((4,), 0.25))):
        ours = functions.precision_recall_f1(y_true, y_pred, 4, average)
        assert_same(ours, tuple(weights.double() @ each for each in (precision, recall, f1)))
    ours = functions.precision_recall_f1(y_true, y_pred, 4, "weighted")
    support = counts.sum(1) / 40
    assert_same(ours, tuple(support @ each for each in (precision, recall, f1)))
    micro = functions.precision_recall_f1(y_true, y_pred, 4, "micro")
    assert_same(micro, (counts.trace() / 40,) * 3)


def test_ranking() -> None:
    """The ROC curve traced threshold by threshold and its trapezoids; the steps of precision."""
    functions = solution("roc-auc")
    y, scores = (np.arange(30) % 3 == 0).astype(int), RNG.integers(0, 12, 30)
    y_t, s_t = torch.tensor(y).bool(), torch.tensor(scores)
    called = s_t[None] >= s_t.unique().flip(0)[:, None]
    tpr = called[:, y_t].double().mean(1)
    fpr = called[:, ~y_t].double().mean(1)
    zero = torch.zeros(1, dtype=torch.float64)
    area = torch.trapezoid(torch.cat([zero, tpr]), torch.cat([zero, fpr]))
    steps = torch.diff(tpr, prepend=zero)
    ap = (steps * called[:, y_t].sum(1) / called.sum(1)).sum()
    ours = (functions.roc_auc_score(y, scores), functions.average_precision_score(y, scores))
    assert_same(ours, (area, ap))
