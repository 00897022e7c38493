"""torch agrees with the worked solutions about weights of losses and layers, about branches, and
about words that are swapped, deleted and inserted."""

import numpy as np
import pytest
from beside_torch import RNG, assert_layer, assert_loss, assert_same, leaves, normal, solution

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


def test_weight_normalisation() -> None:
    """`torch._weight_norm`, where axis 1 is that of the output units, and its autograd."""
    layer = solution("weightnorm-fb")
    assert_layer(
        layer.weightnorm_forward,
        layer.weightnorm_backward,
        lambda v, g: torch._weight_norm(v, g[None, :], 1),
        [normal(5, 3), normal(3)],
    )


def test_parallel_branches() -> None:
    """`conv2d` with padding, `relu` and `cat` along the channels, with autograd."""
    layer, x = solution("inception-concat-fb"), normal(2, 3, 5, 4)
    shapes = [[(2, 3, 1, 1)], [(2, 3, 1, 1), (4, 2, 3, 3)], [(1, 3, 5, 5)]]
    branches = [[normal(*shape) for shape in each] for each in shapes]
    out, cache = layer.inception_forward(x, branches)
    upstream = normal(*out.shape)
    dx, dbranches = layer.inception_backward(upstream, cache)
    (image,), kernels = leaves(x), [leaves(*each) for each in branches]
    ends = []
    for each in kernels:
        hidden = image
        for w in each:
            hidden = functional.conv2d(hidden, w, padding=w.shape[-1] // 2).relu()
        ends.append(hidden)
    theirs = torch.cat(ends, 1)
    wanted = [image, *(w for each in kernels for w in each)]
    grads = torch.autograd.grad(theirs, wanted, torch.tensor(upstream))
    ours = [dw for each in dbranches for dw in each]
    assert_same((out, dx, *ours), (theirs, *grads))


def test_newton_steps() -> None:
    """Autograd, twice; without damping, steps end where the gradient is zero."""
    functions, X, w = solution("newton-step"), normal(40, 3), normal(3)
    y = RNG.integers(0, 2, 40).astype(float)

    def value(w: torch.Tensor) -> torch.Tensor:
        logits = torch.tensor(X) @ w
        return functional.binary_cross_entropy_with_logits(logits, torch.tensor(y))

    at = leaves(w)[0]
    (grad,) = torch.autograd.grad(value(at), at)
    hess = torch.autograd.functional.hessian(value, at)
    assert_same(functions.logistic_derivatives(X, y, w), (value(at), grad, hess))
    damped = torch.linalg.solve(hess + 0.3 * torch.eye(3, dtype=torch.float64), grad)
    assert_same((functions.newton_step(X, y, w, 0.3),), (at - damped,))
    found = 0 * w
    for _ in range(12):
        found = functions.newton_step(X, y, found, 0.0)
    assert abs(functions.logistic_derivatives(X, y, found)[1]).max() < 1e-12


@pytest.mark.parametrize("p", [0.3, 0.8])
def test_dropped_weights(p: float) -> None:
    """`linear` with the weights that the identity reveals; so many are dropped as of `dropout`."""
    layer, W, b = solution("dropconnect-fwd"), normal(60, 50), normal(50)
    revealed, cache = layer.dropconnect_forward(np.eye(60), W, b, p, True)
    used = (revealed - b) / W
    assert np.mean(np.abs(used) < 1e-9) == pytest.approx(p, abs=0.05)
    upstream, mask = normal(60, 50), torch.tensor(used)
    x, weights, biases = leaves(np.eye(60), W, b)
    theirs = functional.linear(x, (weights * mask).T, biases)
    grads = torch.autograd.grad(theirs, (x, weights, biases), torch.tensor(upstream))
    assert_same((revealed, *layer.dropconnect_backward(upstream, cache)), (theirs, *grads))
    calm = functional.dropout(torch.ones(60, 50, dtype=torch.float64), p)
    assert sorted(set(used.round(9).ravel())) == pytest.approx(sorted(set(calm.ravel().tolist())))


def test_dropped_branches() -> None:
    """`dropout1d` drops whole rows as often; autograd through the gates that show."""
    block, x, fx = solution("stochastic-depth"), normal(4000, 3), normal(4000, 3)
    out, cache = block.stochastic_depth_forward(x, fx, 0.7, True)
    gates = torch.tensor((out - x) / fx)[:, :1].round(decimals=9)
    rows = torch.nn.functional.dropout1d(torch.ones(1, 4000, 3), 0.3)[0, :, 0] != 0
    assert float((gates != 0).double().mean()) == pytest.approx(
        float(rows.double().mean()), abs=0.06
    )
    assert gates.unique().tolist() == pytest.approx([0.0, 1 / 0.7])
    upstream, (x_t, fx_t) = normal(4000, 3), leaves(x, fx)
    exact = (gates != 0).double() / 0.7
    theirs = x_t + exact * fx_t
    grads = torch.autograd.grad(theirs, (x_t, fx_t), torch.tensor(upstream))
    ours = block.stochastic_depth_backward(upstream, cache)
    assert_same(ours, grads)
    calm, cache = block.stochastic_depth_forward(x, fx, 0.7, False)
    assert_same(
        (calm, *block.stochastic_depth_backward(upstream, cache)),
        (x_t + fx_t, *[torch.tensor(upstream)] * 2),
    )


def test_words_at_random() -> None:
    """All `combinations` of places are swapped, words go as often as in `bernoulli`, and new ones
    come to all places."""
    functions, words, count = solution("eda-text"), ["a", "b", "c", "d"], 4000
    pairs = torch.combinations(torch.arange(4)).tolist()
    swaps = [functions.random_swap(words, 1) for _ in range(count)]
    moved = [[i for i in range(4) if each[i] != words[i]] for each in swaps]
    assert [moved.count(pair) / count for pair in pairs] == pytest.approx([1 / 6] * 6, abs=0.04)
    kept = torch.bernoulli(torch.full((count, 4), 0.6)).sum(1).clamp(min=1)
    ours = [len(functions.random_deletion(words, 0.4)) for _ in range(count)]
    assert np.mean(ours) == pytest.approx(float(kept.mean()), abs=0.15)
    longer = [functions.random_insertion(words, 1, {"b": ["new"]}) for _ in range(count)]
    places = torch.bincount(torch.tensor([each.index("new") for each in longer])) / count
    assert places.tolist() == pytest.approx([0.2] * 5, abs=0.05)
