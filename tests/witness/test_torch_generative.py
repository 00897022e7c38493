"""torch agrees with the worked solutions of divergences and of generative models."""

import numpy as np
import pytest
from beside_torch import RNG, assert_layer, assert_loss, assert_same, normal, solution

torch = pytest.importorskip("torch")
functional = torch.nn.functional

pytestmark = pytest.mark.witness


def covariance(size: int) -> np.ndarray:
    half = normal(size, size)
    return half @ half.T + np.eye(size)


def test_divergences() -> None:
    """`torch.distributions` has both divergences and the entropy."""
    functions, divergence = solution("kl-gauss"), torch.distributions.kl_divergence
    p, q = RNG.dirichlet(np.ones(5)), RNG.dirichlet(np.ones(5))
    first, second = (torch.distributions.Categorical(torch.tensor(each)) for each in (p, q))
    theirs = (first.entropy(), divergence(first, second))
    assert_same((functions.entropy(p), functions.kl_discrete(p, q)), theirs)
    means, spreads = (normal(4), normal(4)), (covariance(4), covariance(4))
    one, other = (
        torch.distributions.MultivariateNormal(torch.tensor(mean), torch.tensor(spread))
        for mean, spread in zip(means, spreads, strict=True)
    )
    ours = functions.kl_gauss(means[0], spreads[0], means[1], spreads[1])
    assert_same((ours,), (divergence(one, other),))


def test_variational_autoencoder() -> None:
    """`binary_cross_entropy_with_logits`, `kl_divergence`, and autograd through the sample."""
    vae, x = solution("vae-loss-fb"), RNG.random((4, 6))

    def value(logits, mu, logvar):  # noqa: ANN001, ANN202 - torch is not there where types are checked
        bce = functional.binary_cross_entropy_with_logits(logits, torch.tensor(x), reduction="none")
        posterior = torch.distributions.Normal(mu, (0.5 * logvar).exp())
        kl = torch.distributions.kl_divergence(posterior, torch.distributions.Normal(0.0, 1.0))
        return (bce.sum() + kl.sum()) / 4

    logits, mu, logvar, eps = normal(4, 6), normal(4, 3), normal(4, 3), normal(4, 3)
    assert_loss(vae.vae_loss(logits, x, mu, logvar), value, logits, mu, logvar)
    assert_layer(
        lambda mu, logvar: vae.reparameterize(mu, logvar, eps),
        vae.reparameterize_backward,
        lambda mu, logvar: mu + (0.5 * logvar).exp() * torch.tensor(eps),
        [mu, logvar],
    )


def test_adversarial_losses() -> None:
    """`binary_cross_entropy_with_logits` with the labels that each player gives."""
    gan, bce = solution("gan-loss-fb"), functional.binary_cross_entropy_with_logits
    real, fake = normal(4), normal(6)

    def judge(r, f):  # noqa: ANN001, ANN202
        return bce(r, torch.ones_like(r)) + bce(f, torch.zeros_like(f))

    players = {
        "minimax": (judge, lambda f: -bce(f, torch.zeros_like(f))),
        "non-saturating": (judge, lambda f: bce(f, torch.ones_like(f))),
        "wgan": (lambda r, f: f.mean() - r.mean(), lambda f: -f.mean()),
    }
    for mode, (discriminator, generator) in players.items():
        assert_loss(gan.discriminator_loss(real, fake, mode), discriminator, real, fake)
        assert_loss(gan.generator_loss(fake, mode), generator, fake)


def test_noising() -> None:
    """`cumprod`, the step-by-step chain of means and variances, and `mse_loss`."""
    ddpm, betas = solution("ddpm-q-sample"), RNG.uniform(0.05, 0.4, 6)
    alphabar = ddpm.alphas_bar(betas)
    assert_same((alphabar,), (torch.cumprod(1 - torch.tensor(betas), 0),))
    mean, variance = 1.0, 0.0
    for beta in betas[:4]:
        mean, variance = np.sqrt(1 - beta) * mean, (1 - beta) * variance + beta
    x0, eps = normal(1, 2, 3, 2), normal(1, 2, 3, 2)
    jumped = ddpm.q_sample(x0, np.array([3]), eps, alphabar)
    np.testing.assert_allclose(jumped, mean * x0 + np.sqrt(variance) * eps, rtol=1e-12)
    predicted = normal(3, 2, 2, 4)
    target = normal(3, 2, 2, 4)
    assert_loss(
        ddpm.ddpm_loss(predicted, target),
        lambda each: functional.mse_loss(each, torch.tensor(target)),
        predicted,
    )
