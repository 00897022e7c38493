"""The Gaussian terms from eigenvalues; the discrete ones in plain Python."""

import math

import numpy as np


def entropy(p):
    return math.fsum(-float(v) * math.log(v) for v in p if v > 0)


def kl_discrete(p, q):
    return math.fsum(float(a) * math.log(a / b) for a, b in zip(p, q, strict=True) if a > 0)


def kl_mvn(mu1, S1, mu2, S2):
    precision = np.linalg.inv(S2)
    d = np.subtract(mu1, mu2)
    values1, values2 = np.linalg.eigvalsh(S1), np.linalg.eigvalsh(S2)
    terms = [
        np.einsum("ij,ji->", precision, S1),
        np.einsum("i,ij,j->", d, precision, d),
        -float(d.shape[0]),
        np.log(values2).sum() - np.log(values1).sum(),
    ]
    return sum(terms) / 2
