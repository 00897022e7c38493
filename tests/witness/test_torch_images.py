"""torch agrees with the worked solutions for images: pooling, normalisation, convolutions."""

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
