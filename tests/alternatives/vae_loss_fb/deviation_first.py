"""Works with σ throughout and turns to log σ² by the chain rule at the end."""

import numpy as np


def reparametrize(mu, logvar, eps):
    std = np.sqrt(np.exp(logvar))
    return mu + std * eps, {"std": std, "eps": eps}


def reparametrize_backward(dz, cache):
    dstd = dz * cache["eps"]
    return dz.copy(), dstd * cache["std"] / 2


def vae_loss_function(logits, x, mu, logvar):
    N = len(x)
    std = np.sqrt(np.exp(logvar))
    e = np.exp(-np.abs(logits))
    recon = np.sum(np.maximum(logits, 0) - logits * x + np.log1p(e))
    kl = np.sum(-np.log(std) + (std**2 + mu**2) / 2 - 0.5)
    p = np.where(logits >= 0, 1 / (1 + e), e / (1 + e))
    dstd = (std - 1 / std) / N
    return (recon + kl) / N, (p - x) / N, mu / N, dstd * std / 2
