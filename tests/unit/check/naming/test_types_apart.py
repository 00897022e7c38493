"""A case whose inputs are of another type fails by that alone: it neither hides what else is wrong
nor is passed over in what is said to be mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from answered import told

from dlprep.check.naming import diagnose
from dlprep.model.report import NamedMistake

ROOT = Path(__file__).parents[4]

MASKED_BY_GRADIENT = """
import numpy as np

def relu_forward(x):
    return np.where(x > 0, x, 0), x.copy()

def relu_backward(dout, cache):
    x = cache
    dx = np.zeros_like(x)  # of whole numbers where x is
    positive = dout > 0
    dx[positive] = dout[positive]
    return dx
"""
WRITTEN_INTO = """
import numpy as np

def softmax_loss(z, y):
    batch = np.arange(len(y))
    logp = z - np.max(z, axis=-1, keepdims=True)
    logp -= np.log(np.sum(np.exp(logp), axis=-1, keepdims=True))  # refused of whole numbers
    p = np.exp(logp, out=logp)
    loss = -np.sum(logp[batch, y]) / len(y)
    dz = p.copy()
    dz[batch, y] -= 1
    return loss, dz / len(y)
"""
SCALED_BY_SIZE = """
import numpy as np

def relu_forward(x):
    return np.where(x > 0, x, 0), x.copy()

def relu_backward(dout, cache):
    dx = np.zeros_like(cache)
    dx[cache > 0] = dout[cache > 0] * 1.25
    return dx
"""
LARGEST_OF_QUERIES = """
import numpy as np

def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -1e9)
    scores = scores - np.max(scores, axis=-2, keepdims=True)
    e = np.exp(scores)
    attn = e / np.sum(e, axis=-1, keepdims=True)
    return attn @ v, attn
"""
MISSPELLED = """
import numpy as np

def sgd_momentum(w, dw, config=None):
    config = {} if config is None else config.copy()
    lr = config.get("lr", 1e-2)
    mu = config.get("momentum", 0.9)
    v = mu * config.get("velocity", np.zeros(w.shape)) - lr * dw
    config["velocity"] = v
    return w + v, config
"""


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search ends by its tries alone, however busy the machine is."""
    monkeypatch.setattr(diagnose, "clocks", lambda _: ())


def mistakes(slug: str, source: str) -> list[NamedMistake]:
    """The mistakes named in the first wrong function of a file."""
    return next(list(each.mistakes) for each in told(slug, source).values() if each.mistakes)


def test_a_result_of_whole_numbers_does_not_hide_the_mistake() -> None:
    (mistake,) = mistakes("relu-fb", MASKED_BY_GRADIENT)
    assert mistake.code == "mask-of-upstream"


def test_what_is_mended_names_the_case_that_is_not() -> None:
    """The line gives whole numbers of whole numbers still, whatever the factor."""
    (mistake,) = mistakes("relu-fb", SCALED_BY_SIZE)
    assert (mistake.source, mistake.line) == ("repair", 9)
    assert [each.en for each in mistake.but] == ["integer input"]


def test_an_array_that_is_written_into_is_told_beside_a_type_that_is_refused() -> None:
    (mistake,) = mistakes("softmax-ce-fb", WRITTEN_INTO)
    assert mistake.effect is not None
    assert (mistake.effect.code, mistake.line) == ("cause.shared", 8)
    assert mistake.fix == "p = np.exp(logp)"


def test_a_line_with_a_use_is_mended_and_not_left_out() -> None:
    """Without the line all is right but large scores, with another axis those as well."""
    (mistake,) = mistakes("sdpa-fwd", LARGEST_OF_QUERIES)
    assert mistake.fix == "scores = scores - np.max(scores, axis=-1, keepdims=True)"
    assert mistake.but == ()


def test_a_key_that_is_asked_for_with_a_default_may_be_misspelled() -> None:
    (mistake,) = mistakes("sgd-momentum", MISSPELLED)
    assert mistake.line == 6
    assert mistake.fix is not None
    assert "learning_rate" in mistake.fix
