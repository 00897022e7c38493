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


@pytest.mark.parametrize("t", [1, 4])
def test_reverse_step(t: int) -> None:
    """The posterior is the normal distribution of both steps, conditioned on the later one."""
    ddpm, betas = solution("ddpm-p-step"), RNG.uniform(0.05, 0.4, 5)
    x0, xt, eps, z = (normal(2, 1, 2, 3) for _ in range(4))
    kept, root = torch.cumprod(1 - torch.tensor(betas), 0), np.sqrt(1 - betas[t])
    before, covariance = kept[t - 1], root * (1 - kept[t - 1])
    spread = torch.stack([1 - before, covariance, covariance, 1 - kept[t]]).reshape(2, 2)
    joint = torch.distributions.MultivariateNormal(torch.zeros(2, dtype=torch.float64), spread)
    mean = before.sqrt() * torch.tensor(x0)
    ahead = torch.tensor(xt) - root * mean
    theirs = (mean + spread[0, 1] / spread[1, 1] * ahead, 1 / joint.precision_matrix[0, 0])
    assert_same(ddpm.q_posterior(x0, xt, t, betas), theirs)
    clean = ddpm.predict_x0(xt, eps, t, betas)
    mean, variance = (torch.tensor(each) for each in ddpm.q_posterior(clean, xt, t, betas))
    stepped = mean + variance.sqrt() * torch.tensor(z)
    assert_same((ddpm.p_sample(xt, eps, t, betas, z),), (stepped,))


def test_implicit_sampling() -> None:
    """With the true noise a step stays on the line of `lerp`, and with η = 1 it is DDPM's."""
    ddim, betas = solution("ddim-cfg"), RNG.uniform(0.05, 0.4, 6)
    x0, eps, z = (normal(2, 1, 2, 3) for _ in range(3))
    kept = np.cumprod(1 - betas)
    noised = [np.sqrt(a) * x0 + np.sqrt(1 - a) * eps for a in (*kept, 1.0)]
    for s in (3, 1, -1):
        stepped = ddim.ddim_step(noised[4], eps, 4, s, betas, 0.0, z)
        assert_same((stepped,), (torch.tensor(noised[s]),))
    as_ddpm = solution("ddpm-p-step").p_sample(noised[4], eps, 4, betas, z)
    stepped = ddim.ddim_step(noised[4], eps, 4, 3, betas, 1.0, z)
    assert_same((stepped,), (torch.tensor(as_ddpm),))
    guided = torch.lerp(torch.tensor(eps), torch.tensor(z), 2.5)
    assert_same((ddim.cfg(z, eps, 2.5),), (guided,))


def test_flow_matching() -> None:
    """`lerp`, `mse_loss` with the derivative of the path as target, and Euler steps."""
    flow, x0, x1 = solution("flow-matching-loss"), normal(4, 3), normal(4, 3)
    t, predicted = RNG.random(4), normal(4, 3)
    start, end = torch.tensor(x0), torch.tensor(x1)
    assert_same((flow.interpolate(x0, x1, t),), (torch.lerp(start, end, torch.tensor(t)[:, None]),))
    assert_loss(
        flow.cfm_loss(predicted, x0, x1),
        lambda v: functional.mse_loss(v, end - start),
        predicted,
    )
    a, b = normal(3, 3), normal(3)
    x = start
    for k in range(5):
        x = x + (x @ torch.tensor(a) + 0.2 * k * torch.tensor(b)) / 5
    assert_same((flow.euler_sample(flow.linear_field(a, b), x0, 5),), (x,))


def test_normal_likelihood() -> None:
    """`cov` without correction, and `MultivariateNormal.log_prob`."""
    functions, x = solution("mlm-nll-gauss"), normal(7, 3)
    rows = torch.tensor(x)
    assert_same(functions.gaussian_mle(x), (rows.mean(0), torch.cov(rows.T, correction=0)))
    mean, spread = normal(3), covariance(3)
    model = torch.distributions.MultivariateNormal(torch.tensor(mean), torch.tensor(spread))
    ours = functions.gaussian_nll(x, mean, spread)
    assert_same((ours,), (-model.log_prob(rows).mean(),))


def test_character_network() -> None:
    """`rnn_tanh_cell` and `softmax`, fed with text or with what `searchsorted` draws."""
    functions, sizes = solution("char-rnn-sample"), {"Wxh": (4, 6), "Whh": (4, 4), "Why": (6, 4)}
    params = {name: normal(*shape) for name, shape in sizes.items()}
    params |= {"bh": normal(4, 1), "by": normal(6, 1)}
    own = {name: torch.tensor(each) for name, each in params.items()}

    def step(ix, h):  # noqa: ANN001, ANN202
        x = functional.one_hot(torch.tensor([ix]), 6).double()
        h = torch.rnn_tanh_cell(x, h, own["Wxh"], own["Whh"], own["bh"][:, 0], 0 * own["bh"][:, 0])
        return h, torch.softmax(h @ own["Why"].T + own["by"].T, dim=1)[0]

    text, h0 = [2, 0, 5, 5], normal(4, 1)
    h, rows = torch.tensor(h0).T, []
    for ix in text:
        h, p = step(ix, h)
        rows.append(p)
    ours = functions.char_rnn_forward(np.array(text), h0, params)
    assert_same(ours, (torch.stack(rows), h.T))
    h, ix, drawn, uniforms = torch.tensor(h0).T, 3, [], RNG.random(9)
    for u in uniforms:
        h, p = step(ix, h)
        ix = int(torch.searchsorted(p.cumsum(0), u, right=True))
        drawn.append(ix)
    assert functions.sample_chars(h0, 3, uniforms, params).tolist() == drawn
