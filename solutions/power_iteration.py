"""Power iteration: the dominant eigenvalue of a matrix, and the spectral norm of another.

Conventions: vectors are columns, A·v; a vector is made to have the L2 norm 1 after each product;
exactly `iters` rounds run from the start that is given, without a test of convergence.
"""

import numpy as np


def power_iteration(A: np.ndarray, v: np.ndarray, iters: int) -> tuple[float, np.ndarray]:
    """The eigenvalue of largest magnitude, and its eigenvector, after `iters` rounds.

    v ← A·v / ‖A·v‖ in each round, then λ = vᵀ·A·v

    A: (D, D), not symmetric in general; v: the start (D,), not zero and of any length; iters ≥ 1.
    Returns λ, whose sign is that of the eigenvalue, and v (D,) with ‖v‖ = 1.

    >>> A = np.array([[2.0, 0.0], [0.0, -4.0]])
    >>> lam, v = power_iteration(A, np.array([1.0, 1.0]), 30)
    >>> round(float(lam), 6), np.abs(v).round(6).tolist()
    (-4.0, [0.0, 1.0])
    """
    for _ in range(iters):
        # mistake loop-one-short: for _ in range(iters - 1):
        # mistake loop-one-longer: for _ in range(iters + 1):
        # The part along the dominant eigenvector grows most; the norm keeps it from overflowing.
        w = A @ v
        # mistake transpose-added: w = A.T @ v
        # mistake eigenvalue-of-previous-vector/old: w, old = A @ v, v
        # mistake singular-for-eigenvector: w = A.T @ (A @ v)
        v = w / np.linalg.norm(w)
        # mistake vector-not-normalised: v = w
        # mistake sum-for-norm: v = w / np.abs(w).sum()
        # mistake largest-entry-for-norm: v = w / np.abs(w).max()
        # mistake square-for-norm: v = w / (w @ w)
    # mistake normalised-at-the-end:
    #     v = np.linalg.matrix_power(A, iters) @ v
    #     v = v / np.linalg.norm(v)
    # mistake start-of-ones:
    #     v = np.ones(len(A))
    #     for _ in range(iters):
    #         v = A @ v / np.linalg.norm(A @ v)
    # With ‖v‖ = 1 this is the Rayleigh quotient, which keeps the sign that ‖A·v‖ loses.
    lam = v @ A @ v
    # mistake length-for-eigenvalue: lam = np.linalg.norm(A @ v)
    # mistake last-length-for-eigenvalue: lam = np.linalg.norm(w)
    # mistake eigenvalue-of-previous-vector/old: lam = old @ A @ old
    # mistake singular-for-eigenvalue: lam = np.linalg.norm(A, 2)
    # mistake magnitude-of-eigenvalue: lam = abs(v @ A @ v)
    # mistake converged-eigenvalue: lam = max(np.linalg.eigvals(A), key=abs).real
    # mistake entries-for-quotient: lam = (A @ v)[0] / v[0]
    return lam, v


def spectral_norm(
    W: np.ndarray, u: np.ndarray, iters: int
) -> tuple[float, np.ndarray, np.ndarray]:
    """The largest singular value, with its singular vectors, after `iters` rounds.

    v ← Wᵀ·u / ‖Wᵀ·u‖, u ← W·v / ‖W·v‖ in each round, then σ = uᵀ·W·v

    W: (M, N); u: the start (M,), not zero and of any length; iters ≥ 1. Returns σ, u (M,) and v
    (N,), both of norm 1. Spectral normalisation divides W by σ and keeps u for the next step.

    >>> W = np.array([[3.0, 0.0, 0.0], [0.0, -5.0, 0.0]])
    >>> sigma, u, v = spectral_norm(W, np.array([1.0, 1.0]), 30)
    >>> round(float(sigma), 6), np.abs(u).round(6).tolist(), np.abs(v).round(6).tolist()
    (5.0, [0.0, 1.0], [0.0, 1.0, 0.0])
    """
    for _ in range(iters):
        # mistake loop-one-short: for _ in range(max(iters - 1, 1)):
        # mistake single-round: for _ in range(1):
        v = W.T @ u
        # mistake transpose-missing: v = W @ u
        # mistake eigenvalues-for-singular/both: v = W @ u
        v = v / np.linalg.norm(v)
        # mistake vector-not-normalised: pass
        # mistake vector-not-normalised/both: pass
        # mistake sum-for-norm: v = v / np.abs(v).sum()
        u = W @ v
        # mistake transpose-added: u = W.T @ v
        # mistake eigenvalues-for-singular/both: u = 1.0 * v
        u = u / np.linalg.norm(u)
        # mistake vector-not-normalised/both: pass
        # mistake vector-not-normalised: pass
        # mistake sum-for-norm: u = u / np.abs(u).sum()
        # mistake largest-entry-for-norm: u = u / np.abs(u).max()
    # Both products in turn are a round on WᵀW, whose eigenvalues are the squares σ².
    sigma = u @ W @ v
    # mistake square-of-singular-value: sigma = v @ W.T @ W @ v
    # mistake converged-singular-value: sigma = np.linalg.norm(W, 2)
    # mistake frobenius-for-spectral: sigma = np.linalg.norm(W)
    # mistake column-norms-taken: sigma = np.linalg.norm(W, axis=0).max()
    # mistake root-of-singular-value: sigma = np.sqrt(u @ W @ v)
    # mistake eigenvalues-for-singular: sigma = max(abs(np.linalg.eigvals(W)))
    return sigma, u, v
