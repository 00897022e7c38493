"""A variational autoencoder: the reparametrisation, and the negative ELBO with its gradients.

Conventions: logvar = log σ²; reconstruction is the binary cross-entropy of logits; both terms are
sums over the features and means over the N samples; natural logarithm; the prior is N(0, I).
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray]


def reparameterize(mu: np.ndarray, logvar: np.ndarray, eps: np.ndarray) -> tuple[np.ndarray, Cache]:
    """A sample of N(μ, σ²) as a function of its parameters: z = μ + σ ⊙ ε with σ = exp(½ logvar).

    mu, logvar: (N, Z); eps: the noise, N(0, 1) of shape (N, Z). Returns z (N, Z) and a cache.

    >>> z, _ = reparameterize(np.array([[1.0]]), np.array([[np.log(4.0)]]), np.array([[0.5]]))
    >>> z.tolist()
    [[2.0]]
    """
    sigma = np.exp(0.5 * logvar)
    # mistake variance-for-sigma: sigma = np.exp(logvar)
    # mistake log-deviation-for-log-variance: sigma = np.exp(2.0 * logvar)
    # mistake logvar-not-exponentiated: sigma = logvar
    # mistake logvar-not-exponentiated: sigma = np.sqrt(np.abs(logvar))
    # mistake exponent-sign: sigma = np.exp(-0.5 * logvar)
    z = mu + sigma * eps
    # mistake noise-missing: z = mu + sigma
    # mistake sigma-missing: z = mu + eps
    # mistake mean-of-posterior-missing: z = sigma * eps
    # mistake noise-scales-mean: z = (mu + sigma) * eps
    # mistake sign-flipped: z = mu - sigma * eps
    return z, (sigma, eps)


def reparameterize_backward(dz: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of μ and log σ² through a sample; the noise is a constant.

    dz: upstream gradient ∂L/∂z (N, Z); cache: what `reparameterize` stored.
    Returns dmu and dlogvar, both (N, Z).

    >>> _, cache = reparameterize(np.array([[1.0]]), np.array([[np.log(4.0)]]), np.array([[0.5]]))
    >>> [round(float(each[0, 0]), 4) for each in reparameterize_backward(np.array([[3.0]]), cache)]
    [3.0, 1.5]
    """
    sigma, eps = cache
    dlogvar = 0.5 * dz * eps * sigma
    # mistake half-dropped: dlogvar = dz * eps * sigma
    # mistake gradient-of-deviation: dlogvar = dz * eps
    # mistake noise-missing: dlogvar = 0.5 * dz * sigma
    # mistake inner-derivative-missing: dlogvar = 0.5 * dz * eps
    # mistake sign-flipped: dlogvar = -0.5 * dz * eps * sigma
    # mistake square-kept: dlogvar = 0.5 * dz * eps * sigma**2
    return dz, dlogvar
    # mistake noise-on-mean-gradient: return dz * eps, dlogvar
    # mistake sigma-on-mean-gradient: return dz * sigma, dlogvar


def vae_loss(
    logits: np.ndarray, x: np.ndarray, mu: np.ndarray, logvar: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray, np.ndarray]:
    """Negative ELBO of a batch, and its gradients.

    L = 1/N Σ_n (Σ_d BCE[n, d] + KL[n]),  BCE = log(1 + exp(l)) − l·x for a logit l
    KL[n] = ½ Σ_j (mu² + exp(logvar) − 1 − logvar), which is KL(N(μ, σ²) ‖ N(0, I))

    logits, x: (N, D), x in [0, 1]; mu, logvar: (N, Z). Returns the loss (a number), dlogits (N, D),
    and dmu and dlogvar (N, Z) of the KL term.

    >>> zero = np.zeros((1, 1))
    >>> loss, dlogits, dmu, dlogvar = vae_loss(zero, zero + 1.0, zero + 2.0, zero)
    >>> round(float(loss), 4), dlogits.tolist(), dmu.tolist(), dlogvar.tolist()
    (2.6931, [[-0.5]], [[2.0]], [[0.0]])
    """
    n = x.shape[0]
    bce = np.logaddexp(0.0, logits) - logits * x  # no exponential can overflow
    # mistake exp-overflows: bce = np.log(1.0 + np.exp(logits)) - logits * x
    # mistake label-term-sign: bce = np.logaddexp(0.0, logits) + logits * x
    # mistake negative-term-dropped: bce = x * np.logaddexp(0.0, -logits)
    # mistake squared-error-for-cross-entropy: bce = (1.0 / (1.0 + np.exp(-logits)) - x) ** 2
    kl = 0.5 * (mu**2 + np.exp(logvar) - 1.0 - logvar)
    # mistake kl-sign/both: kl = -0.5 * (mu**2 + np.exp(logvar) - 1.0 - logvar)
    # mistake kl-sign: kl = -0.5 * (mu**2 + np.exp(logvar) - 1.0 - logvar)
    # mistake half-dropped/both: kl = mu**2 + np.exp(logvar) - 1.0 - logvar
    # mistake half-dropped: kl = mu**2 + np.exp(logvar) - 1.0 - logvar
    # mistake kl-missing/both: kl = 0.0 * mu
    # mistake log-deviation-for-log-variance/both: kl = 0.5 * (mu**2 + np.exp(2.0 * logvar) - 1.0 - 2.0 * logvar)
    # mistake logvar-not-exponentiated: kl = 0.5 * (mu**2 + logvar - 1.0 - np.log(np.abs(logvar) + 1e-8))
    # mistake minus-one-dropped: kl = 0.5 * (mu**2 + np.exp(logvar) - logvar)
    # mistake sign-flipped: kl = 0.5 * (mu**2 + np.exp(logvar) - 1.0 + logvar)
    # mistake square-missing: kl = 0.5 * (mu + np.exp(logvar) - 1.0 - logvar)
    # mistake reverse-kl: kl = 0.5 * ((1.0 + mu**2) * np.exp(-logvar) - 1.0 + logvar)
    loss = (np.sum(bce) + np.sum(kl)) / n
    # mistake averaged-over-pixels/both: loss = np.mean(bce) + np.sum(kl) / n
    # mistake averaged-over-pixels: loss = np.mean(bce) + np.sum(kl) / n
    # mistake kl-averaged-over-latents/both: loss = np.sum(bce) / n + np.mean(kl)
    # mistake all-averaged/both: loss = np.mean(bce) + np.mean(kl)
    # mistake all-averaged: loss = np.mean(bce) + np.mean(kl)
    # mistake loss-mean-missing: loss = np.sum(bce) + np.sum(kl)
    # mistake kl-not-averaged/both: loss = np.sum(bce) / n + np.sum(kl)
    # convention reduction-sum instead of reduction-mean: loss = np.sum(bce) + np.sum(kl)

    sigmoid = np.exp(-np.logaddexp(0.0, -logits))
    dlogits = (sigmoid - x) / n
    # mistake mean-missing: dlogits = sigmoid - x
    # mistake sign-flipped: dlogits = (x - sigmoid) / n
    # mistake averaged-over-pixels/both: dlogits = (sigmoid - x) / x.size
    # mistake all-averaged/both: dlogits = (sigmoid - x) / x.size
    # mistake onehot-not-subtracted: dlogits = sigmoid / n
    # mistake activation-slope-kept: dlogits = (sigmoid - x) * sigmoid * (1.0 - sigmoid) / n
    # convention reduction-sum instead of reduction-mean: dlogits = sigmoid - x
    dmu = mu / n
    # mistake kl-sign/both: dmu = -mu / n
    # mistake half-dropped/both: dmu = 2.0 * mu / n
    # mistake kl-missing/both: dmu = 0.0 * mu
    # mistake kl-averaged-over-latents/both: dmu = mu / mu.size
    # mistake all-averaged/both: dmu = mu / mu.size
    # mistake kl-not-averaged/both: dmu = mu
    # mistake mean-missing: dmu = mu
    # mistake half-kept: dmu = 0.5 * mu / n
    # convention reduction-sum instead of reduction-mean: dmu = mu
    dlogvar = 0.5 * (np.exp(logvar) - 1.0) / n
    # mistake kl-sign/both: dlogvar = -0.5 * (np.exp(logvar) - 1.0) / n
    # mistake half-dropped/both: dlogvar = (np.exp(logvar) - 1.0) / n
    # mistake kl-missing/both: dlogvar = 0.0 * mu
    # mistake log-deviation-for-log-variance/both: dlogvar = (np.exp(2.0 * logvar) - 1.0) / n
    # mistake kl-averaged-over-latents/both: dlogvar = 0.5 * (np.exp(logvar) - 1.0) / mu.size
    # mistake all-averaged/both: dlogvar = 0.5 * (np.exp(logvar) - 1.0) / mu.size
    # mistake kl-not-averaged/both: dlogvar = 0.5 * (np.exp(logvar) - 1.0)
    # mistake mean-missing: dlogvar = 0.5 * (np.exp(logvar) - 1.0)
    # mistake half-dropped: dlogvar = (np.exp(logvar) - 1.0) / n
    # mistake minus-one-dropped: dlogvar = 0.5 * np.exp(logvar) / n
    # mistake gradient-of-variance: dlogvar = 0.5 * (1.0 - np.exp(-logvar)) / n
    # convention reduction-sum instead of reduction-mean: dlogvar = 0.5 * (np.exp(logvar) - 1.0)
    return loss, dlogits, dmu, dlogvar
