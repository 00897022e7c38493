"""In the variable x/√ᾱ, where a deterministic step moves along ε by the change of noise level."""

import numpy as np


def cfg_guidance(eps_c, eps_u, w):
    stacked = np.stack([eps_c, eps_u])
    return np.tensordot(np.array([w, 1.0 - w]), stacked, axes=1)


def ddim_step(xt, eps, t, s, betas, eta, z):
    def kept(step):
        return np.exp(np.log1p(-betas[: step + 1]).sum())

    a, b = kept(t), kept(s)
    noise_now, noise_then = np.sqrt(1 / a - 1), np.sqrt(1 / b - 1)
    clean = xt / np.sqrt(a) - noise_now * eps
    fresh = eta * noise_then / noise_now * np.sqrt(1 / a - 1 / b)
    old = np.sqrt(noise_then**2 - fresh**2)
    return np.sqrt(b) * (clean + old * eps + fresh * z)
