"""torch agrees with the worked solutions for measures of a classifier."""

import numpy as np
import pytest
from beside_torch import RNG, assert_same, normal, solution

torch = pytest.importorskip("torch")
functional = torch.nn.functional

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


def test_adversarial_steps() -> None:
    """Signs of autograd's gradient, projections by `clamp`."""
    functions = solution("fgsm")
    x, w = RNG.random((3, 8)), RNG.standard_normal(8)
    images = torch.tensor(x, requires_grad=True)
    (grad,) = torch.autograd.grad((images @ torch.tensor(w)).tanh().sum(), images)
    attacked = (images + 0.2 * grad.sign()).clamp(0, 1)
    ours = functions.fgsm(x, grad.numpy(), 0.2)
    assert_same((ours,), (attacked,))
    moved = (attacked + 0.15 * grad.sign()).clamp(images - 0.2, images + 0.2).clamp(0, 1)
    assert_same((functions.pgd_step(ours, x, grad.numpy(), 0.15, 0.2),), (moved,))


def test_schedules() -> None:
    """`CosineAnnealingLR`, `ExponentialLR` and `StepLR` behind a `LinearLR`."""
    lr_at = solution("lr-schedules").lr_at
    schedulers = torch.optim.lr_scheduler
    later = {
        "cosine": lambda o: schedulers.CosineAnnealingLR(o, 15, eta_min=0.05),
        "exponential": lambda o: schedulers.ExponentialLR(o, 0.8),
        "step": lambda o: schedulers.StepLR(o, 4, 0.8),
    }
    for kind, make in later.items():
        optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.4)
        ramp = schedulers.LinearLR(optimiser, start_factor=0.2, total_iters=4)
        both = schedulers.SequentialLR(optimiser, [ramp, make(optimiser)], milestones=[5])
        for step in range(20):
            ours = lr_at(step, kind, 0.4, 5, 20, gamma=0.8, period=4, floor=0.05)
            assert ours == pytest.approx(optimiser.param_groups[0]["lr"])
            optimiser.step()
            both.step()


def test_accumulated_gradients() -> None:
    """Weighted losses collect in `grad` until the step; an all-reduce of unequal batches."""
    functions = solution("grad-accum")
    X, y, w = RNG.standard_normal((13, 3)), RNG.standard_normal(13), RNG.standard_normal(3)
    weights = torch.tensor(w, requires_grad=True)
    optimiser = torch.optim.SGD([weights], lr=0.1)
    parts = list(zip(torch.tensor(X).split(3), torch.tensor(y).split(3), strict=True))
    for group in (parts[:2], parts[2:4], parts[4:]):
        samples = sum(len(labels) for _, labels in group)
        for rows, labels in group:
            (((rows @ weights - labels) ** 2).sum() / samples).backward()
        optimiser.step()
        optimiser.zero_grad()
    assert_same((functions.train_epoch(X, y, w, 0.1, 3, 2),), (weights,))
    grads = [functions.batch_gradient(X[a:b], y[a:b], w)[1] for a, b in ((0, 5), (5, 13))]
    whole = functions.batch_gradient(X, y, w)[1]
    assert_same((functions.average_gradients(grads, [5, 8]),), (torch.tensor(whole),))


def test_numerical_gradients() -> None:
    """Autograd of the same functions, to the error of the central difference."""
    functions = solution("grad-check")
    x, A, df = (RNG.standard_normal(shape) for shape in ((3, 4), (4, 5), (3, 5)))
    tensor, weights = torch.tensor(x, requires_grad=True), torch.tensor(A)
    ours = functions.eval_numerical_gradient(lambda v: float(np.sum(np.sin(v) * v)), x)
    (theirs,) = torch.autograd.grad((torch.sin(tensor) * tensor).sum(), tensor)
    assert functions.rel_error(ours, theirs.numpy()) < 1e-7
    ours = functions.eval_numerical_gradient_array(lambda v: np.tanh(v @ A), x, df)
    (theirs,) = torch.autograd.grad((tensor @ weights).tanh(), tensor, torch.tensor(df))
    assert functions.rel_error(ours, theirs.numpy()) < 1e-7


def test_image_quality() -> None:
    """`mse_loss`, `var` and `cov`."""
    functions = solution("psnr-ssim")
    x, y = RNG.integers(0, 256, (2, 4, 5)).astype(np.uint8)
    a, b = torch.tensor(x).double(), torch.tensor(y).double()
    decibels = 20 * torch.log10(255 / torch.nn.functional.mse_loss(a, b).sqrt())
    covariances = torch.cov(torch.stack([a.ravel(), b.ravel()]), correction=0)
    c1, c2 = 2.55**2, 7.65**2
    light = (2 * a.mean() * b.mean() + c1) / (a.mean() ** 2 + b.mean() ** 2 + c1)
    ssim = light * (2 * covariances[0, 1] + c2) / (covariances.trace() + c2)
    assert_same((functions.psnr(x, y), functions.ssim_global(x, y)), (decibels, ssim))


def test_pruning() -> None:
    """`prune.l1_unstructured`, `prune.global_unstructured` and `prune.ln_structured`."""
    functions, prune = solution("prune-mask"), pytest.importorskip("torch.nn.utils.prune")
    layers = [torch.nn.Conv2d(3, 6, 2).double(), torch.nn.Conv2d(6, 4, 3).double()]
    weights = [each.weight.detach().numpy().copy() for each in layers]
    prune.global_unstructured(
        [(each, "weight") for each in layers], prune.L1Unstructured, None, amount=72
    )
    assert_same(tuple(functions.global_prune(weights, 0.25)), tuple(e.weight for e in layers))
    layer = torch.nn.Conv2d(3, 6, 2).double()
    W, b = layer.weight.detach().numpy().copy(), layer.bias.detach().numpy().copy()
    prune.l1_unstructured(layer, "weight", amount=36)
    assert_same(functions.magnitude_prune(W, 0.5), (layer.weight, layer.weight_mask))
    fresh = torch.nn.Conv2d(3, 6, 2).double()
    fresh.weight.data = torch.tensor(W)
    prune.ln_structured(fresh, "weight", amount=2, n=1, dim=0)
    kept = fresh.weight.abs().sum((1, 2, 3)) > 0
    ours = functions.filter_prune(W, b, weights[1], 2)
    theirs = (fresh.weight[kept], torch.tensor(b)[kept], torch.tensor(weights[1])[:, kept])
    assert_same(ours, theirs)


def test_quantisation() -> None:
    """`fake_quantize_per_channel_affine` with our scales, and the ends of the range by their
    definition."""
    functions = solution("quant-int8")
    x, other = RNG.standard_normal((4, 9)) + 0.5, 3 * RNG.standard_normal((4, 9))
    scale, zero = functions.quant_params(x, axis=0)
    low, high = np.minimum(x.min(1), 0), np.maximum(x.max(1), 0)
    np.testing.assert_allclose(scale[:, 0], (high - low) / 255)
    theirs = torch.fake_quantize_per_channel_affine(
        torch.tensor(other, dtype=torch.float32),
        torch.tensor(scale[:, 0], dtype=torch.float32),
        torch.tensor(zero[:, 0], dtype=torch.int32),
        0,
        0,
        255,
    )
    ours = functions.dequantize(functions.quantize(other, scale, zero), scale, zero)
    np.testing.assert_allclose(ours, theirs.numpy(), rtol=1e-5, atol=1e-6)


def test_distribution_of_the_next_token() -> None:
    """`topk` and sorted cumulative sums on log-probabilities."""
    probs = solution("sampling-decode").next_token_probs
    logits = RNG.standard_normal(12)
    scaled = torch.tensor(logits) / 1.3
    kept = torch.full_like(scaled, -torch.inf)
    values, places = scaled.topk(7)
    kept[places] = values
    ordered, order = kept.softmax(0).sort(descending=True)
    nucleus = int((ordered.cumsum(0) < 0.8).sum()) + 1
    theirs = torch.zeros_like(scaled)
    theirs[order[:nucleus]] = ordered[:nucleus] / ordered[:nucleus].sum()
    assert_same((probs(logits, 1.3, 7, 0.8),), (theirs,))


def test_prototypes() -> None:
    """`cdist` to the means, squared and negated."""
    support, query = RNG.standard_normal((3, 4, 5)), RNG.standard_normal((6, 5))
    ours = solution("prototypical-logits").prototypical_logits(support, query)
    theirs = -(torch.cdist(torch.tensor(query), torch.tensor(support).mean(1)) ** 2)
    assert_same((ours,), (theirs,))


def test_augmentation() -> None:
    """`flip`, a crop that leaves no choice, the mean and deviation of channels, and `lerp`."""
    functions = solution("augment-flip-crop")
    x, y = RNG.random((3, 2, 4, 5)), np.eye(4)[[0, 3, 1]]
    tensor, order = torch.tensor(x), [2, 0, 1]
    assert_same((functions.hflip(x),), (tensor.flip(3),))
    square = functions.random_crop(x[..., :4], 6, 1)
    assert_same((square,), (torch.nn.functional.pad(tensor[..., :4], (1, 1, 1, 1)),))
    std, mean = torch.std_mean(tensor / 255, dim=(0, 2, 3))
    ours = functions.normalize_images(x, mean.numpy(), std.numpy())
    assert_same(
        (ours.mean(axis=(0, 2, 3)) + 1, ours.std(axis=(0, 2, 3), ddof=1)), (torch.ones(2),) * 2
    )
    theirs = (
        torch.lerp(tensor[order], tensor, 0.3),
        torch.lerp(torch.tensor(y[order]), torch.tensor(y), 0.3),
    )
    assert_same(functions.mixup(x, y, 0.3, np.array(order)), theirs)


def test_folds() -> None:
    """`tensor_split` gives the same runs; `std_mean` of the training rows."""
    functions = solution("stratified-kfold")
    for (train, test), run in zip(
        functions.kfold(23, 4), torch.arange(23).tensor_split(4), strict=True
    ):
        assert test.tolist() == run.tolist()
        assert sorted([*train, *test]) == [*range(23)]
    X, train, test = RNG.standard_normal((9, 3)), np.arange(6), np.arange(6, 9)
    std, mean = torch.std_mean(torch.tensor(X[train]), dim=0, correction=0)
    theirs = tuple((torch.tensor(X[part]) - mean) / std for part in (train, test))
    assert_same(functions.standardize_fold(X, train, test), theirs)


def test_smote() -> None:
    """By `cdist` and `topk`, what is added lies on a segment to one of the two nearest."""
    few, many = RNG.standard_normal((6, 3)), RNG.standard_normal((9, 3))
    y = np.repeat([1, 0], [6, 9])
    rows, labels = solution("smote-resample").smote(np.concatenate([few, many]), y, 2, 30)
    assert labels.tolist() == [*y, *[1] * 30]
    start, new = torch.tensor(few), torch.tensor(rows[15:])
    nearest = torch.cdist(start, start).fill_diagonal_(torch.inf).topk(2, largest=False).indices
    ends = start[nearest]
    detour = (new[:, None, None] - start[:, None]).norm(dim=-1) + (new[:, None, None] - ends).norm(
        dim=-1
    )
    excess = detour - (ends - start[:, None]).norm(dim=-1)
    assert excess.flatten(1).amin(1).max() < 1e-9


def test_perplexity_and_bleu() -> None:
    """`cross_entropy` that ignores padding; n-grams as rows of `unfold`, counted by `unique`."""
    functions = solution("perplexity-bleu")
    logits, words = torch.tensor(normal(3, 5, 6)), torch.tensor(RNG.integers(0, 6, (3, 5)))
    mask = torch.arange(5) < torch.tensor([5, 2, 3])[:, None]
    logp = logits.log_softmax(2).gather(2, words[:, :, None])[:, :, 0]
    flat = words.where(mask, -100).flatten()
    theirs = functional.cross_entropy(logits.flatten(0, 1), flat, ignore_index=-100).exp()
    assert_same((functions.perplexity(logp.numpy(), mask.numpy()),), (theirs,))

    candidates, references = RNG.integers(0, 3, (4, 8)), RNG.integers(0, 3, (4, 2, 10))
    log_score = torch.tensor(1 - 10 / 8)
    for n in (1, 2):
        matches = 0
        for candidate, several in zip(candidates, references, strict=True):
            kinds, counts = (
                torch.tensor(candidate).unfold(0, n, 1).unique(dim=0, return_counts=True)
            )
            runs = torch.tensor(several).unfold(1, n, 1)
            most = (runs[:, :, None] == kinds).all(3).sum(1).amax(0)
            matches += torch.minimum(counts, most).sum()
        log_score = log_score + (matches / (4 * (8 - n + 1))).log() / 2
    ours = functions.corpus_bleu(candidates.tolist(), references.tolist(), 2)
    assert ours == pytest.approx(float(log_score.exp()), rel=1e-6)
