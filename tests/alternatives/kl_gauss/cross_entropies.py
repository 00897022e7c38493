"""KL as cross-entropy less entropy, in all three."""

import numpy as np


def cross_entropy(p, q):
    kept = np.flatnonzero(p)
    return -np.sum(p[kept] * np.log(q[kept]))


def discrete_entropy(p):
    return cross_entropy(p, p)


def discrete_kl(p, q):
    return cross_entropy(p, q) - discrete_entropy(p)


def normal_cross_entropy(mu1, S1, mu2, S2):
    k = mu1.size
    second_moment = S1 + np.outer(mu1 - mu2, mu1 - mu2)
    quadratic = np.trace(np.linalg.solve(S2, second_moment))
    return 0.5 * (k * np.log(2 * np.pi) + np.linalg.slogdet(S2).logabsdet + quadratic)


def kl_gaussian(mu1, S1, mu2, S2):
    return normal_cross_entropy(mu1, S1, mu2, S2) - normal_cross_entropy(mu1, S1, mu1, S1)
