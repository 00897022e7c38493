"""torch agrees with the worked solutions for images: pooling, normalisation, convolutions."""

import numpy as np
import pytest
from beside_torch import CLOSE, RNG, assert_layer, assert_same, normal, solution

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


def conv_param(stride: int, pad: int) -> dict[str, int]:
    return {"stride": stride, "pad": pad}


def test_batchnorm_of_images() -> None:
    """`batch_norm` in training; the running variance of torch is unbiased."""
    layer = solution("bn2d-fb")
    start = {"running_mean": normal(3), "running_var": 1.0 + RNG.random(3)}
    param = {"mode": "train", "eps": 0.1, "momentum": 0.9, **start}
    mean, var = (torch.tensor(each) for each in start.values())
    assert_layer(
        lambda *a: layer.spatial_batchnorm_forward(*a, param),
        layer.spatial_batchnorm_backward,
        lambda x, gamma, beta: functional.batch_norm(
            x, mean, var, gamma, beta, training=True, momentum=0.1, eps=0.1
        ),
        [2.0 * normal(2, 3, 4, 5) + 1.0, normal(3), normal(3)],
    )
    ours = param["running_var"] - 0.9 * start["running_var"]
    theirs = var.numpy() - 0.9 * start["running_var"]
    assert_same((param["running_mean"],), (mean,))
    np.testing.assert_allclose(theirs, ours * 40 / 39, **CLOSE)


def test_layernorm() -> None:
    """`layer_norm` over the last axis."""
    layer = solution("ln-fb")
    assert_layer(
        lambda *a: layer.layernorm_forward(*a, {"eps": 0.1}),
        layer.layernorm_backward,
        lambda x, gamma, beta: functional.layer_norm(x, (5,), gamma, beta, eps=0.1),
        [normal(3, 5), normal(5), normal(5)],
    )


@pytest.mark.parametrize("groups", [1, 2, 6])
def test_groupnorm(groups: int) -> None:
    """`group_norm`, whose γ and β are vectors."""
    layer = solution("groupnorm-fwd")
    assert_layer(
        lambda *a: layer.spatial_groupnorm_forward(*a, groups, {"eps": 0.1}),
        layer.spatial_groupnorm_backward,
        lambda x, g, b: functional.group_norm(x, groups, g.ravel(), b.ravel(), eps=0.1),
        [normal(2, 6, 3, 4), normal(1, 6, 1, 1), normal(1, 6, 1, 1)],
    )


def test_rmsnorm() -> None:
    """`rms_norm` over the last axis."""
    layer = solution("rmsnorm-fb")
    assert_layer(
        lambda *a: layer.rmsnorm_forward(*a, 0.1),
        layer.rmsnorm_backward,
        lambda x, gamma: functional.rms_norm(x, (5,), gamma, eps=0.1),
        [normal(2, 3, 5), normal(5)],
    )


@pytest.mark.parametrize("stride", [1, 2, 3])
def test_max_pooling(stride: int) -> None:
    """`max_pool2d` with a window that is not square."""
    layer, param = solution("maxpool-fb"), {"pool_height": 3, "pool_width": 2, "stride": stride}
    assert_layer(
        lambda x: layer.max_pool_forward_naive(x, param),
        layer.max_pool_backward_naive,
        lambda x: functional.max_pool2d(x, (3, 2), stride),
        [normal(2, 3, 7, 6)],
    )


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 1)])
def test_average_pooling(stride: int, pad: int) -> None:
    """`avg_pool2d`, which counts padded zeros, and the mean of a channel."""
    layer = solution("avgpool-gap-fb")
    param = {"pool_height": 3, "pool_width": 2, **conv_param(stride, pad)}
    x = normal(2, 3, 7, 6)
    assert_layer(
        lambda x: layer.avg_pool_forward(x, param),
        layer.avg_pool_backward,
        lambda x: functional.avg_pool2d(x, (3, 2), stride, pad),
        [x],
    )
    whole = (layer.global_avg_pool_forward, layer.global_avg_pool_backward)
    assert_layer(*whole, lambda x: functional.adaptive_avg_pool2d(x, 1).flatten(1), [x])


@pytest.mark.parametrize(("stride", "pad"), [(1, 0), (2, 1), (3, 2)])
def test_gradients_of_convolutions(stride: int, pad: int) -> None:
    """`conv2d`, by loops and as a matrix product; `unfold` and `fold` have other layouts."""
    loops, product = solution("conv2d-backward"), solution("im2col-conv")
    for forward, backward in (
        (loops.conv_forward_naive, loops.conv_backward_naive),
        (product.conv_forward_im2col, product.conv_backward_im2col),
    ):
        assert_layer(
            lambda *a, forward=forward: forward(*a, conv_param(stride, pad)),
            backward,
            lambda x, w, b: functional.conv2d(x, w, b, stride, pad),
            [normal(2, 3, 7, 6), normal(4, 3, 3, 2), normal(4)],
        )
    x = normal(2, 3, 7, 6)
    cols = product.im2col(x, 3, 2, stride, pad)
    unfolded = functional.unfold(torch.tensor(x), (3, 2), padding=pad, stride=stride)
    assert_same((cols,), (unfolded.transpose(1, 2).reshape(cols.shape),))
    folded = functional.fold(unfolded, (7, 6), (3, 2), padding=pad, stride=stride)
    assert_same((product.col2im(cols, x.shape, 3, 2, stride, pad),), (folded,))


@pytest.mark.parametrize(
    ("stride", "dilation", "causal"), [(1, 1, False), (2, 3, False), (2, 2, True)]
)
def test_convolution_of_sequences(stride: int, dilation: int, causal: bool) -> None:
    """`conv1d`, for a causal one on an input with zeros in front."""
    layer = solution("conv1d-fb")
    param = {**conv_param(stride, 1), "dilation": dilation, "causal": causal}
    pads = (2 * dilation, 0) if causal else (1, 1)
    assert_layer(
        lambda *a: layer.conv1d_forward(*a, param),
        layer.conv1d_backward,
        lambda x, w, b: functional.conv1d(
            functional.pad(x, pads), w, b, stride=stride, dilation=dilation
        ),
        [normal(2, 3, 9), normal(4, 3, 3), normal(4)],
    )


def test_depthwise_separable_convolution() -> None:
    """`conv2d` with as many groups as channels, and one of 1×1."""
    layer = solution("depthwise-conv")
    assert_layer(
        lambda *a: layer.depthwise_separable_forward(*a, conv_param(2, 1)),
        layer.depthwise_separable_backward,
        lambda x, wd, wp: functional.conv2d(functional.conv2d(x, wd, None, 2, 1, groups=3), wp),
        [normal(2, 3, 7, 6), normal(3, 1, 3, 2), normal(4, 3, 1, 1)],
    )


@pytest.mark.parametrize("projects", [False, True])
def test_residual_block(projects: bool) -> None:
    """Two `conv2d` and a shortcut, with and without a projection."""
    layer = solution("residual-block-fb")
    f = 4 if projects else 3
    shapes = {"W1": (f, 3, 3, 3), "b1": (f,), "W2": (f, f, 3, 3), "b2": (f,)}
    shapes |= {"Wp": (f, 3)} if projects else {}

    def backward(dout: np.ndarray, cache: tuple) -> tuple:
        dx, grads = layer.residual_block_backward(dout, cache)
        return (dx, *(grads[name] for name in shapes))

    def value(x, w1, b1, w2, b2, wp=None):  # noqa: ANN001, ANN202, PLR0917
        hidden = functional.relu(functional.conv2d(x, w1, b1, padding=1))
        short = x if wp is None else functional.conv2d(x, wp[:, :, None, None])
        return functional.relu(functional.conv2d(hidden, w2, b2, padding=1) + short)

    assert_layer(
        lambda x, *p: layer.residual_block_forward(x, dict(zip(shapes, p, strict=True))),
        backward,
        value,
        [normal(2, 3, 4, 5), *(normal(*shape) for shape in shapes.values())],
    )
