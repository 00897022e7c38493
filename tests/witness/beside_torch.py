"""Worked solutions and torch side by side: the same numbers, the same gradients."""

import runpy
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

torch = pytest.importorskip("torch")

SOLUTIONS = Path(__file__).parents[2] / "solutions"
RNG = np.random.default_rng(30)
CLOSE = {"rtol": 1e-9, "atol": 1e-12}  # float64 on both sides; only the order of summation differs


def solution(slug: str) -> SimpleNamespace:
    return SimpleNamespace(**runpy.run_path(str(SOLUTIONS / f"{slug.replace('-', '_')}.py")))


def normal(*shape: int) -> np.ndarray:
    return RNG.standard_normal(shape)


def leaves(*arrays: np.ndarray) -> list:
    """Tensors that collect gradients."""
    return [torch.tensor(array, requires_grad=True) for array in arrays]


def assert_same(ours: tuple, theirs: tuple) -> None:
    for mine, tensor in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(mine, tensor.detach().numpy(), **CLOSE)


def assert_loss(ours: tuple, value: Callable, *wanted: np.ndarray) -> None:
    """Our (loss, gradients…) are torch's `value(*tensors)` and its gradients."""
    tensors = leaves(*wanted)
    theirs = value(*tensors)
    assert_same(ours, (theirs, *torch.autograd.grad(theirs, tensors)))


def assert_layer(
    forward: Callable, backward: Callable, value: Callable, arrays: list[np.ndarray]
) -> None:
    """Our outputs and gradients are torch's, for random upstream gradients."""
    *outs, cache = forward(*arrays)
    upstream = [normal(*out.shape) for out in outs]
    grads = backward(*upstream, cache)
    tensors = leaves(*arrays)
    theirs = value(*tensors)
    theirs = theirs if isinstance(theirs, tuple) else (theirs,)
    wanted = torch.autograd.grad(theirs, tensors, [torch.tensor(each) for each in upstream])
    assert_same(tuple(outs), theirs)
    assert_same(grads if isinstance(grads, tuple) else (grads,), wanted)


def steps(ours: Callable, config: dict, optimiser: Callable, count: int = 5) -> None:
    """Five steps of ours and of a torch optimiser stay together."""
    w = normal(3, 4)
    (tensor,) = leaves(w)
    theirs = optimiser([tensor])
    for number in range(count):
        gradient = normal(3, 4) * (number != 2)  # one step without a gradient
        w, config = ours(w, gradient, config)
        tensor.grad = torch.tensor(gradient)
        theirs.step()
        assert_same((w,), (tensor,))
