"""The product of each round is carried over, so that the quotient needs no further one."""

import numpy as np


def power_iteration(A, v, iters):
    product = A.dot(v)
    for _ in range(iters):
        v = product / np.sqrt(np.sum(product**2))
        product = A.dot(v)
    return np.dot(v, product), v


def spectral_norm(W, u, iters):
    for _ in range(iters):
        right = np.einsum("mn,m->n", W, u)
        right /= np.sqrt(right @ right)
        left = np.einsum("mn,n->m", W, right)
        sigma = np.sqrt(left @ left)
        u = left / sigma
    return sigma, u, right
