"""Weight normalisation, forward and backward.

Conventions: a dense layer y = x·W, so that v and W are (D, M) and a column belongs to an output
unit; the norm is the L2 norm of each column, without ε.
"""

import numpy as np

Cache = tuple[np.ndarray, np.ndarray, np.ndarray]


def weightnorm_forward(v: np.ndarray, g: np.ndarray) -> tuple[np.ndarray, Cache]:
    """Weights of given length: the direction of each column of v, times its own g.

    W[:, m] = g[m]·u[:, m],  u[:, m] = v[:, m] / ‖v[:, m]‖

    v: (D, M), no column all zeros; g: lengths (M,), of either sign. Returns W (D, M) and a cache.

    >>> W, _ = weightnorm_forward(np.array([[3.0, 0.0], [4.0, 2.0]]), np.array([10.0, -1.0]))
    >>> W.tolist()
    [[6.0, -0.0], [8.0, -1.0]]
    """
    norm = np.sqrt(np.sum(v**2, axis=0))
    # mistake norm-of-rows: norm = np.sqrt(np.sum(v**2, axis=1, keepdims=True))
    # mistake norm-of-whole-matrix: norm = np.sqrt(np.sum(v**2))
    # mistake mean-for-sum: norm = np.sqrt(np.mean(v**2, axis=0))
    # mistake root-missing: norm = np.sum(v**2, axis=0)
    # mistake absolute-values-summed: norm = np.sum(np.abs(v), axis=0)
    # mistake largest-entry-for-norm: norm = np.max(np.abs(v), axis=0)
    # mistake square-missing: norm = np.sqrt(np.abs(np.sum(v, axis=0)))
    # mistake columns-centred: norm = np.sqrt(np.sum((v - v.mean(axis=0)) ** 2, axis=0))
    u = v / norm
    # mistake multiplied-for-divided: u = v * norm
    # mistake direction-not-normalised: u = 1.0 * v
    # mistake columns-centred: u = (v - v.mean(axis=0)) / norm
    W = g * u
    # mistake gain-missing: W = 1.0 * u
    # mistake gain-along-rows: W = g[: len(v), None] * u if len(v) <= len(g) else g * u
    # mistake gain-divides: W = u / g
    # mistake gain-positive: W = np.abs(g) * u
    # mistake gain-added: W = g + u
    return W, (u, norm, g)


def weightnorm_backward(dW: np.ndarray, cache: Cache) -> tuple[np.ndarray, np.ndarray]:
    """Gradients of weight normalisation: dW along the direction goes to g, the rest to v.

    dg[m] = Σ_d dW[d, m]·u[d, m],  dv[:, m] = g[m]/‖v[:, m]‖·(dW[:, m] − u[:, m]·dg[m])

    dW: upstream gradient ∂L/∂W (D, M); cache: what `weightnorm_forward` stored. Returns dv (D, M)
    and dg (M,).

    >>> _, cache = weightnorm_forward(np.array([[3.0], [4.0]]), np.array([10.0]))
    >>> dv, dg = weightnorm_backward(np.array([[1.0], [0.0]]), cache)
    >>> dv.round(6).tolist(), dg.round(6).tolist()
    ([[1.28], [-0.96]], [0.6])
    """
    u, norm, g = cache
    dg = np.sum(dW * u, axis=0)
    # mistake direction-not-normalised: dg = np.sum(dW * u * norm, axis=0)
    # mistake gain-kept-in-gradient: dg = np.sum(dW * u * g, axis=0)
    # mistake sum-over-inputs-missing: dg = dW * u
    # mistake direction-left-out: dg = np.sum(dW, axis=0)
    # mistake mean-for-sum: dg = np.mean(dW * u, axis=0)
    # mistake sum-axis: dg = np.sum(dW * u, axis=1)
    # mistake norm-division-twice: dg = np.sum(dW * u, axis=0) / norm
    # Stretching v does not change u, so the part of dW along u must not reach v.
    across = dW - u * np.sum(dW * u, axis=0)
    # mistake norm-constant: across = 1.0 * dW
    # mistake sign-flipped: across = dW + u * np.sum(dW * u, axis=0)
    # mistake sign-flipped: across = u * np.sum(dW * u, axis=0) - dW
    # mistake parallel-part-kept: across = u * np.sum(dW * u, axis=0)
    # mistake projected-on-rows: across = dW - u * np.sum(dW * u, axis=1, keepdims=True)
    # mistake projected-on-whole-matrix: across = dW - u * np.sum(dW * u)
    # mistake projection-entrywise: across = dW - u * dW * u
    # mistake direction-not-normalised: across = dW - u * norm * np.sum(dW * u * norm, axis=0)
    # mistake direction-not-normalised: across = dW - u * norm * np.sum(dW * u, axis=0)
    # mistake gain-kept-in-gradient: across = dW - u * np.sum(dW * u * g, axis=0)
    # mistake gain-kept-in-gradient: across = dW - g * u * np.sum(dW * u * g, axis=0)
    # mistake mean-for-sum: across = dW - u * np.mean(dW * u, axis=0)
    # mistake direction-left-out: across = dW - np.sum(dW * u, axis=0)
    # mistake mean-subtracted-for-projection: across = dW - dW.mean(axis=0)
    dv = g / norm * across
    # mistake length-missing-in-gradient: dv = across / norm
    # mistake norm-division-missing: dv = g * across
    # mistake multiplied-for-divided: dv = g * norm * across
    # mistake norm-division-twice: dv = g / norm**2 * across
    # mistake gain-on-first-term-only: dv = (g * dW - u * np.sum(dW * u, axis=0)) / norm
    # mistake norm-on-second-term-only: dv = g * (dW - u * np.sum(dW * u, axis=0) / norm)
    # mistake gain-divides: dv = across / (g * norm)
    return dv, dg
