"""Principal component analysis through the singular value decomposition.

Conventions: samples are rows; the directions are the columns of `components`; variances are divided
by N − 1 and go from the largest down; the sign of a direction is free.
"""

import numpy as np


def pca(X: np.ndarray, k: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The first k principal components.

    X − x̄ = U·S·Vᵀ,  components = V_k,  Z = (X − x̄)·V_k,  variances = s_k²/(N − 1)

    X: samples (N, D); k: how many components, at most D < N.
    Returns Z (N, k), components (D, k) and variances (k,).

    >>> Z, components, variances = pca(np.array([[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]), 1)
    >>> np.abs(components).round(4).tolist(), variances.round(4).tolist()
    ([[0.7071], [0.7071]], [2.0])
    """
    centred = X - X.mean(axis=0)
    # mistake mean-not-subtracted: centred = 1.0 * X
    # mistake statistics-axis: centred = X - X.mean(axis=1, keepdims=True)
    # mistake statistics-whole-array: centred = X - X.mean()
    # mistake standardised-as-well: centred = (X - X.mean(axis=0)) / X.std(axis=0)
    # mistake samples-for-features: centred = (X - X.mean(axis=0)).T
    _, s, vt = np.linalg.svd(centred, full_matrices=False)
    # mistake smallest-components-first: w, v = np.linalg.eigh(centred.T @ centred); s, vt = np.sqrt(np.maximum(w, 0.0)), v.T
    components = vt[:k].T
    # mistake columns-of-transposed-factor: components = vt[:, :k]
    # mistake transposed-product: components = vt[:k]
    # mistake directions-scaled: components = vt[:k].T * s[:k]
    variances = s[:k] ** 2 / (len(X) - 1)
    # mistake square-missing: variances = s[:k] / (len(X) - 1)
    # convention variance-population instead of variance-sample: variances = s[:k] ** 2 / len(X)
    # mistake sum-for-mean: variances = s[:k] ** 2
    # mistake singular-values-returned: variances = s[:k]
    # mistake deviation-for-variance: variances = s[:k] / np.sqrt(len(X) - 1)
    Z = centred @ components
    # mistake uncentred-projected: Z = X @ components
    # mistake whitened: Z = centred @ components / s[:k]
    # mistake whitened: Z = centred @ components / s[:k] * np.sqrt(len(X) - 1)
    return Z, components, variances


def pca_reconstruct(X: np.ndarray, k: int) -> np.ndarray:
    """The best approximation of X by k components, in the space of X.

    X̂ = Z·V_kᵀ + x̄

    X: samples (N, D); k: how many components. Returns X̂ (N, D).

    >>> pca_reconstruct(np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 1.0], [4.0, 1.0]]), 1).round(4).tolist()
    [[0.0, 0.5], [4.0, 0.5], [0.0, 0.5], [4.0, 0.5]]
    """
    Z, components, _ = pca(X, k)
    X_hat = Z @ components.T + X.mean(axis=0)
    # mistake mean-not-added-back: X_hat = Z @ components.T
    # mistake mean-for-columns: X_hat = Z @ components.T + X.mean()
    # mistake sign-flipped: X_hat = Z @ components.T - X.mean(axis=0)
    # mistake residual-returned: X_hat = X - X.mean(axis=0) - Z @ components.T
    # mistake uncentred-projected: X_hat = X @ components @ components.T + X.mean(axis=0)
    return X_hat


def explained_variance_ratio(X: np.ndarray, k: int) -> np.ndarray:
    """The share of each of the first k components in the total variance.

    ratio_i = s_i² / Σ_j s_j², over all components j

    X: samples (N, D); k: how many components. Returns (k,).

    >>> explained_variance_ratio(np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 2.0], [4.0, 2.0]]), 1).tolist()
    [0.8]
    """
    _, _, variances = pca(X, k)
    total = np.var(X, axis=0, ddof=1).sum()
    # mistake share-of-kept-only: total = variances.sum()
    # mistake counts-mixed: total = np.var(X, axis=0).sum()
    # mistake variance-uncentred: total = np.sum(1.0 * X**2) / (len(X) - 1)
    ratio = variances / total
    # mistake deviation-for-variance: ratio = np.sqrt(variances) / np.sum(np.linalg.svd(X - X.mean(axis=0))[1] / np.sqrt(len(X) - 1))
    # mistake cumulative-for-single: ratio = np.cumsum(variances) / total
    # mistake normalisation-missing: ratio = variances
    return ratio
