"""torch agrees with the worked solutions of the first building blocks."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from beside_torch import assert_layer, assert_loss, assert_same, leaves, normal, solution

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


@pytest.mark.parametrize("lam", [0.0, 0.7])
def test_ridge_regression(lam: float) -> None:
    """At the solution the objective has no slope, in the weights and in the bias."""
    functions, X, y = solution("lin-reg-normal"), normal(9, 3) + 1, normal(9) + 2
    w, (w_b, b) = functions.linreg_fit(X, y, lam), functions.linreg_fit_intercept(X, y, lam)
    for parameters in ((w, np.zeros(())), (w_b, np.asarray(b))):
        w_t, b_t = leaves(*parameters)
        objective = ((torch.tensor(X) @ w_t + b_t - torch.tensor(y)) ** 2).sum() + lam * w_t @ w_t
        slopes = torch.autograd.grad(objective, [w_t, b_t])
        free = slopes if parameters[0] is w_b else slopes[:1]
        assert max(float(each.abs().max()) for each in free) < 1e-10


def test_perceptron() -> None:
    """Steps of SGD on max(0, −y·score), whose slope at 0 is taken from the side of a mistake."""
    X, y = normal(12, 3), np.sign(normal(12))
    w_t, b_t, updates = torch.zeros(3).double(), torch.zeros(()).double(), 0
    for x_n, y_n in [*zip(torch.tensor(X), y, strict=True)] * 4:
        w_t, b_t = (each.detach().requires_grad_() for each in (w_t, b_t))
        margin = y_n * (w_t @ x_n + b_t)
        if margin <= 0:
            updates += 1
            dw, db = torch.autograd.grad(-margin, [w_t, b_t])
            w_t, b_t = w_t - dw, b_t - db
    w, b, n_updates = solution("perceptron-train").perceptron_fit(X, y, 4)
    assert n_updates == updates
    assert_same((w, b), (w_t, b_t))


@pytest.mark.parametrize("max_norm", [0.5, 100.0])
def test_clipping_by_the_global_norm(max_norm: float) -> None:
    """`clip_grad_norm_`, which adds 1e-6 to the norm it divides by."""
    grads = [normal(3, 4), normal(4), normal(2, 3, 2)]
    clipped, total = solution("clip-grad-norm").clip_grad_norm(grads, max_norm)
    tensors = leaves(*grads)
    for tensor, grad in zip(tensors, grads, strict=True):
        tensor.grad = torch.tensor(grad)
    theirs = torch.nn.utils.clip_grad_norm_(tensors, max_norm)
    assert_same((total,), (theirs,))
    for ours, tensor in zip(clipped, tensors, strict=True):
        np.testing.assert_allclose(ours, tensor.grad.numpy(), rtol=1e-5)


def test_gelu_and_silu() -> None:
    """`gelu` in both forms, and `silu`."""
    ours = solution("gelu-silu-fb")
    for form in ("none", "tanh"):
        assert_layer(
            lambda x, form=form: ours.gelu_forward(x, form),
            ours.gelu_backward,
            lambda x, form=form: functional.gelu(x, approximate=form),
            [2 * normal(4, 5)],
        )
    assert_layer(ours.silu_forward, ours.silu_backward, functional.silu, [2 * normal(4, 5)])


def test_soft_threshold() -> None:
    """`softshrink`, and a step of ISTA."""
    functions, w, dw = solution("soft-threshold"), 2 * normal(3, 4), normal(3, 4)
    assert_same((functions.prox_l1(w, 0.7),), (functional.softshrink(torch.tensor(w), 0.7),))
    theirs = functional.softshrink(torch.tensor(w - 0.3 * dw), 0.3 * 2.0)
    assert_same((functions.ista_step(w, dw, 0.3, 2.0),), (theirs,))


def test_tree_splitting() -> None:
    """Entropies of `Categorical`, and the best of all splits that the samples allow."""
    functions, X = solution("tree-gain"), normal(12, 3)
    y = np.random.default_rng(5).integers(0, 3, 12)

    def entropy(labels: np.ndarray) -> float:
        counts = torch.tensor(np.unique(labels, return_counts=True)[1]).double()
        return torch.distributions.Categorical(counts).entropy().item() / np.log(2)

    def gain(feature: int, threshold: float) -> float:
        left = X[:, feature] <= threshold
        parts = [(left.mean(), y[left]), ((~left).mean(), y[~left])]
        return entropy(y) - sum(share * entropy(part) for share, part in parts if share)

    gains = {(j, t): gain(j, t) for j in range(3) for t in X[:, j]}
    for (feature, threshold), expected in gains.items():
        ours = functions.information_gain(X, y, feature, threshold)
        assert ours == pytest.approx(expected, abs=1e-12)
    feature, threshold, best = functions.best_split(X, y)
    assert best == pytest.approx(max(gains.values()))
    assert gain(feature, threshold) == pytest.approx(best)
    pairs = torch.tensor(y)[:, None] == torch.tensor(y)
    assert functions.gini(y) == pytest.approx(1 - pairs.double().mean().item())


@pytest.mark.parametrize("activation", ["relu", "tanh"])
@pytest.mark.parametrize("widths", [(4, 3), (4, 6, 5, 3), (3, 3, 3, 3, 3)])
def test_multilayer_perceptron(widths: tuple[int, ...], activation: str) -> None:
    """Linear layers and `cross_entropy`, and autograd."""
    X, y = normal(7, widths[0]), np.random.default_rng(6).integers(0, widths[-1], 7)
    pairs = [*pairwise(widths)]
    weights, biases = [normal(*pair) for pair in pairs], [normal(pair[1]) for pair in pairs]
    loss, dweights, dbiases = solution("mlp-l-layer").mlp_loss(X, y, weights, biases, activation)

    def value(*tensors: torch.Tensor) -> torch.Tensor:
        out = torch.tensor(X)
        for layer, (w, b) in enumerate(zip(tensors[::2], tensors[1::2], strict=True)):
            out = getattr(torch, activation)(out) if layer else out
            out = out @ w + b
        return functional.cross_entropy(out, torch.tensor(y))

    ordered = [each for pair in zip(weights, biases, strict=True) for each in pair]
    grads = [each for pair in zip(dweights, dbiases, strict=True) for each in pair]
    assert_loss((loss, *grads), value, *ordered)


def test_scalar_automatic_differentiation() -> None:
    """Every operation, shared nodes, and two outputs that share leaves, on numbers and tensors."""

    def outputs(x: Any, y: Any) -> tuple[Any, Any]:
        shared = (x * y + 2 * x - 1).tanh() * (3 - y)
        longer = (shared * 0.5).exp() / (y + 4) + shared**3
        return (longer * shared - (-x)).relu() + 1 / y, y + x * x

    scalar = solution("autograd-scalar").Value
    for x, y in ((0.7, 1.3), (-1.1, 0.6), (0.4, -2.0)):
        numbers, tensors = (scalar(x), scalar(y)), leaves(np.asarray(x), np.asarray(y))
        for ours, theirs in zip(outputs(*numbers), outputs(*tensors), strict=True):
            ours.backward()
            theirs.backward()
            assert_same((ours.data,), (theirs,))
        assert_same(tuple(each.grad for each in numbers), tuple(each.grad for each in tensors))


def test_principal_components() -> None:
    """Eigenvectors of `torch.cov`, up to sign; the reconstruction is their projection."""
    functions, X = solution("pca-svd"), normal(9, 5) + 3
    Z, components, variances = functions.pca(X, 3)
    values, vectors = torch.linalg.eigh(torch.cov(torch.tensor(X).T))
    values, vectors = values.flip(0), vectors.flip(1)[:, :3]
    signs = torch.sign((vectors * torch.tensor(components)).sum(dim=0))
    centred = torch.tensor(X) - torch.tensor(X).mean(dim=0)
    assert_same((components, variances), (vectors * signs, values[:3]))
    assert_same((Z,), (centred @ vectors * signs,))
    assert_same((functions.explained_variance_ratio(X, 3),), (values[:3] / values.sum(),))
    theirs = centred @ vectors @ vectors.T + torch.tensor(X).mean(dim=0)
    assert_same((functions.pca_reconstruct(X, 3),), (theirs,))


def test_k_means_and_nearest_neighbours() -> None:
    """`cdist`, means by label, and the votes of `topk` counted by `bincount`."""
    functions, X, Z, start = solution("kmeans-knn"), normal(12, 3), normal(7, 3), normal(4, 3)
    start[3] += 50  # never the nearest
    x_t, z_t, centers_t = map(torch.tensor, (X, Z, start))
    assert_same((functions.squared_distances(X, Z),), (torch.cdist(x_t, z_t) ** 2,))
    for _ in range(3):
        own = torch.cdist(x_t, centers_t).argmin(dim=1)
        for k in own.unique():
            centers_t[k] = x_t[own == k].mean(dim=0)
    nearest = torch.cdist(x_t, centers_t).min(dim=1)
    theirs = (centers_t, nearest.indices, (nearest.values**2).sum())
    assert_same(functions.kmeans(X, start, 3), theirs)
    y = np.random.default_rng(8).integers(0, 3, 12)
    near = torch.cdist(z_t, x_t).topk(4, largest=False).indices
    votes = torch.stack([torch.bincount(row, minlength=3) for row in torch.tensor(y)[near]])
    theirs = torch.tensor([row.tolist().index(row.max()) for row in votes])
    assert_same((functions.knn_predict(X, y, Z, 4),), (theirs,))


def test_kernel_svm() -> None:
    """Kernels by `cdist`; bias and decision follow from the slope of the dual objective."""
    functions, X, Z = solution("kernel-svm-dual"), normal(8, 3), normal(5, 3)
    x_t, z_t = torch.tensor(X), torch.tensor(Z)
    kernels = {
        "linear": x_t @ z_t.T,
        "poly": (0.3 * x_t @ z_t.T + 0.5) ** 2,
        "rbf": torch.exp(-0.3 * torch.cdist(x_t, z_t) ** 2),
    }
    for kind, theirs in kernels.items():
        assert_same((functions.kernel_matrix(X, Z, kind, 0.3, 2, 0.5),), (theirs,))
    alpha, y = np.array([0.0, 1, 4, 2, 0, 4, 3, 1]), np.sign(normal(8))
    K = functions.kernel_matrix(X, X, "rbf", 0.3)
    (alpha_t,) = leaves(alpha)
    signed = alpha_t * torch.tensor(y)
    dual = alpha_t.sum() - 0.5 * signed @ torch.tensor(K) @ signed
    assert_same((functions.dual_objective(alpha, y, K),), (dual,))
    (slope,) = torch.autograd.grad(dual, alpha_t)  # 1 − y·(f − b)
    b = (torch.tensor(y) * slope)[torch.tensor((alpha > 0) & (alpha < 4))].mean()
    assert_same((functions.svm_bias(alpha, y, K, 4.0),), (b,))
    f = torch.tensor(y) * (1 - slope) + 0.7
    assert_same((functions.svm_decision(alpha, y, K, 0.7),), (f,))


def test_regression_tree() -> None:
    """With depth 1 the best of all ways to cut one feature in two; deeper trees fit better."""
    functions, X, y = solution("decision-tree"), normal(14, 3), normal(14)
    x_t, y_t = torch.tensor(X), torch.tensor(y)
    errors = [((y_t - y_t.mean()) ** 2).sum().item()]
    for column in x_t.T:
        order = column.argsort()
        for cut in range(1, 14):
            parts = y_t[order].split([cut, 14 - cut])
            errors.append(sum(((part - part.mean()) ** 2).sum().item() for part in parts))
    fitted = [functions.predict_tree(functions.fit_tree(X, y, d), X) for d in range(15)]
    ours = [((torch.tensor(each) - y_t) ** 2).sum().item() for each in fitted]
    assert ours[:2] == pytest.approx([errors[0], min(errors)])
    assert ours == sorted(ours, reverse=True)
    assert ours[-1] == pytest.approx(0.0)


def test_power_iteration() -> None:
    """`eig` and `svd` give what many rounds come to, up to the sign of the vectors."""
    functions = solution("power-iteration")
    A = torch.tensor(np.triu(normal(4, 4), 1) + np.diag([1.0, -3.0, 0.5, 2.0]))
    lam, v = functions.power_iteration(A.numpy(), normal(4), 150)
    eigenvalues, vectors = torch.linalg.eig(A)
    first = eigenvalues.abs().argmax()
    theirs = vectors[:, first].real
    sign = np.sign(float(theirs @ torch.tensor(v)))
    assert_same((lam, v * sign), (eigenvalues[first].real, theirs))

    left, _, right = torch.linalg.svd(torch.tensor(normal(3, 5)))
    W = left @ torch.diag(torch.tensor([4.0, 1.0, 0.5]).double()) @ right[:3]
    sigma, u, v = functions.spectral_norm(W.numpy(), normal(3), 60)
    sign = np.sign(float(left[:, 0] @ torch.tensor(u)))
    assert_same((sigma, u * sign, v * sign), (torch.linalg.matrix_norm(W, 2), left[:, 0], right[0]))
