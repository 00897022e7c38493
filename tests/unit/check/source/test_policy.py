"""What counts as another method than the task asks for, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from alternatives import FILES
from shipped import BANK

from dlprep.check.source.policy import breach
from dlprep.model.item import Code

ROOT = Path(__file__).parents[4]


def exercise(name: str) -> Code:
    item = BANK.item(name)
    assert isinstance(item, Code)
    return item


GRADIENT = exercise("code.softmax-ce-fb")
LOSS = "import numpy as np\ndef loss(z): return np.square(z).sum()\n"


def said(source: str) -> tuple[str, object] | None:
    message = breach(GRADIENT, source.encode())
    return (message.code.removeprefix("check.policy."), message.values["line"]) if message else None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("(loss(z + h) - loss(z - h)) / (2 * h)", ("differences", 5), id="central"),
        pytest.param("(loss(z + h) - loss(z)) / h", ("differences", 5), id="forward"),
        pytest.param("(loss(z + 1e-6) - loss(z)) / 1e-6", ("differences", 5), id="a plain step"),
        pytest.param("loss(z + 1e-30j).imag / 1e-30", ("complex-step", 5), id="a complex step"),
        pytest.param("np.imag(loss(z + 1j * h)) / h", ("complex-step", 5), id="the same by NumPy"),
        pytest.param("(loss(z) - loss(-z)) / len(z)", None, id="a difference over a size"),
        pytest.param("(np.exp(z) - np.exp(-z)) / 1e-3", None, id="of NumPy's functions"),
        pytest.param("(loss(z) - np.sum(z)) / h", None, id="of two functions"),
        pytest.param("(z - z.mean()) / h", None, id="of no function"),
        pytest.param("np.fft.fft(z).imag / h", None, id="an imaginary part of no own function"),
    ],
)
def test_numerical_derivatives(body: str, expected: tuple[str, int] | None) -> None:
    """A difference of one function's values over a tiny step; an imaginary part over a step."""
    assert said(f"{LOSS}def grad(z):\n    h = 1e-5\n    return {body}\n") == expected


def test_values_may_have_names_first() -> None:
    """`up`, `down` and the step are looked up, a step given as default argument too."""
    source = f"""{LOSS}
def grad(z, step=1e-4):
    up, down = loss(z + step), loss(z - step)
    change = up - down
    return change / (2 * step)
"""
    assert said(source) == ("differences", 7)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("import torch", ("module", 1)),
        ("from jax import numpy as np", ("module", 1)),
        ("import autograd.numpy as np", ("module", 1)),
        ("from dlprep.check import judge", ("module", 1)),
        ("from torchlike import x", None),
        ("import numpy as torch", None),
    ],
)
def test_modules_that_differentiate(line: str, expected: tuple[str, int] | None) -> None:
    """They are named by the module that is meant, not by a name that looks like it."""
    assert said(line + "\n") == expected


def test_where_no_gradient_is_asked_for_only_dlprep_itself_is_out_of_bounds() -> None:
    """An optimiser step may be checked against another library."""
    adam = exercise("code.adam-adamw")
    assert not adam.gradients
    assert breach(adam, b"import torch\n") is None
    assert breach(adam, b"import dlprep\n") is not None


def test_broken_source_breaks_no_rule() -> None:
    """That it is no Python is said elsewhere."""
    assert breach(GRADIENT, b"def (:\n") is None


def test_no_right_answer_is_turned_down() -> None:
    """Neither the solutions nor any independently written right answer; PyTorch itself is what the
    exercises in it are about."""
    files = [*FILES, *(ROOT / "solutions").glob("*.py")]
    files = [file for file in files if not file.name.startswith("torch_")]
    assert len(files) > 40
    assert [file.name for file in files if breach(GRADIENT, file.read_bytes())] == []
