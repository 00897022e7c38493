"""torch agrees with the worked solutions for images: pooling, normalisation, convolutions."""

import numpy as np
import pytest
from beside_torch import RNG, assert_same, normal, solution

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


def test_folded_batchnorm() -> None:
    """`fuse_conv_bn_weights`, and one convolution in place of two layers."""
    w, b, beta, mean = normal(4, 3, 3, 2), normal(4), normal(4), normal(4)
    gamma, var = normal(4), 0.5 + RNG.random(4)
    ours = solution("bn-fold").fold_batchnorm(w, b, gamma, beta, mean, var, 0.1)
    w_t, b_t, gamma_t, beta_t, mean_t, var_t = map(torch.tensor, (w, b, gamma, beta, mean, var))
    fused = torch.nn.utils.fusion.fuse_conv_bn_weights(
        w_t, b_t, mean_t, var_t, 0.1, gamma_t, beta_t
    )
    assert_same(ours, fused)
    x = torch.tensor(normal(2, 3, 5, 6))
    apart = functional.batch_norm(
        functional.conv2d(x, w_t, b_t), mean_t, var_t, gamma_t, beta_t, eps=0.1
    )
    together = functional.conv2d(x, *map(torch.tensor, ours))
    assert_same((together.numpy(),), (apart,))


def test_arithmetic_of_convolutions() -> None:
    """Shape and parameters of `Conv2d`; multiply-adds from its weights and its output."""
    count = solution("conv-out-size")
    for c, f, k, stride, pad, dilation, groups in ((3, 6, 5, 1, 0, 1, 1), (8, 4, 3, 2, 3, 2, 4)):
        layer = torch.nn.Conv2d(c, f, k, stride, pad, dilation, groups)
        out = layer(torch.zeros(1, c, 17, 20))
        for side, size in zip((17, 20), out.shape[2:], strict=True):
            assert count.conv_output_size(side, k, stride, pad, dilation) == size
        parameters = sum(each.numel() for each in layer.parameters())
        assert count.conv_params(c, f, k, groups=groups) == parameters
        macs = out.numel() * layer.weight[0].numel()
        assert count.conv_macs(17, 20, c, f, k, stride, pad, dilation, groups) == macs


def test_receptive_field() -> None:
    """The pixels that have a gradient, first to last, for two neighbouring units."""
    layers = [(3, 2, 1, 1), (4, 1, 2, 3), (2, 3, 1, 1), (3, 1, 0, 2)]
    ranges = []
    for unit in (8, 9):
        x = torch.zeros(1, 1, 300, requires_grad=True)
        out = x
        for kernel, stride, pad, dilation in layers:
            ones = torch.ones(1, 1, kernel)
            out = functional.conv1d(out, ones, stride=stride, padding=pad, dilation=dilation)
        out[0, 0, unit].backward()
        places = x.grad[0, 0].nonzero().ravel().tolist()
        ranges.append((min(places), max(places)))
    (first, last), (next_first, _) = ranges
    jump = next_first - first
    ours = solution("receptive-field").receptive_field(layers)
    assert ours == (last - first + 1, jump, first - 8 * jump)


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 1), (3, 2)])
def test_transposed_convolution(stride: int, pad: int) -> None:
    """`conv_transpose2d`."""
    x, w, b = normal(2, 3, 4, 5), normal(3, 4, 5, 4), normal(4)
    ours = solution("transposed-conv").conv_transpose2d(x, w, b, stride, pad)
    theirs = functional.conv_transpose2d(*map(torch.tensor, (x, w, b)), stride, pad)
    assert_same((ours,), (theirs,))


def test_detection() -> None:
    """IoU counted in pixels of masks, and what NMS and AP are by their definitions."""
    functions = solution("iou-nms-map")
    corners = torch.randint(0, 8, (12, 2), generator=torch.Generator().manual_seed(1))
    sides = torch.randint(1, 8, (12, 2), generator=torch.Generator().manual_seed(2))
    boxes = torch.cat([corners, corners + sides], dim=1)
    masks = torch.zeros(12, 16, 16, dtype=torch.bool)
    for mask, (x1, y1, x2, y2) in zip(masks, boxes.tolist(), strict=True):
        mask[y1:y2, x1:x2] = True
    both = (masks[:, None] & masks[None]).sum(dim=(2, 3)).double()
    iou = both / (masks[:, None] | masks[None]).sum(dim=(2, 3))
    floats = boxes.double().numpy()
    assert_same((functions.box_iou(floats, floats),), (iou,))
    scores = RNG.random(12)
    kept = functions.nms(floats, scores, 0.2).tolist()
    for box in range(12):
        rivals = [each for each in kept if scores[each] > scores[box] and iou[each, box] > 0.2]
        assert (box in kept) == (not rivals)
    assert kept == sorted(kept, key=lambda each: -scores[each])
    # the true boxes are hit in the ranks 1, 3 and 4, and one is missed
    truths, far = floats[:4] + 100 * np.arange(4)[:, None], floats[:1] - 1000
    found = [truths[0], far[0], truths[2], truths[1], truths[1]]
    ap = functions.average_precision(np.stack(found), -RNG.random(5).cumsum(), truths)
    assert ap == pytest.approx((1 + 3 / 4 + 3 / 4) / 4)


def test_small_network() -> None:
    """`conv2d`, `max_pool2d` and `linear` one after the other, also for an odd size."""
    sizes = {"W1": (6, 1, 5, 5), "W2": (16, 6, 5, 5), "W3": (400, 12), "W4": (12, 8), "W5": (8, 10)}
    params = {name: 0.3 * normal(*shape) for name, shape in sizes.items()}
    params |= {f"b{n}": normal(size) for n, size in enumerate((6, 16, 12, 8, 10), start=1)}
    x, p = normal(3, 1, 29, 28), {name: torch.tensor(each) for name, each in params.items()}
    h = functional.relu(functional.conv2d(torch.tensor(x), p["W1"], p["b1"], padding=2))
    h = functional.max_pool2d(h, 2)
    h = functional.max_pool2d(functional.relu(functional.conv2d(h, p["W2"], p["b2"])), 2)
    for number in (3, 4, 5):
        h = functional.linear(h.flatten(1), p[f"W{number}"].T, p[f"b{number}"])
        h = functional.relu(h) if number < 5 else h
    assert_same((solution("lenet-forward").lenet_forward(x, params),), (h,))
