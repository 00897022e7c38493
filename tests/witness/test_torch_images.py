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
