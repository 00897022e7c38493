"""One step of a GRU, forward and backward.

Conventions: x (N, D), hidden state (N, H), Wx (D, 3H), Wh (H, 3H), biases bx and bh (3H,); the three
blocks of columns are the reset gate, the update gate and the candidate: r, z, n (as in torch).
The reset gate multiplies the finished recurrent product of the candidate, bias included;
h' = (1 − z) ⊙ n + z ⊙ h. The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def _sigmoid(a: np.ndarray) -> np.ndarray:
    """σ(a) in a form that cannot overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * a))


def gru_step_forward(
    x: np.ndarray,
    prev_h: np.ndarray,
    Wx: np.ndarray,
    Wh: np.ndarray,
    bx: np.ndarray,
    bh: np.ndarray,
) -> tuple[np.ndarray, Cache]:
    """One step of a GRU.

    [x_r, x_z, x_n] = x·Wx + bx,  [h_r, h_z, h_n] = prev_h·Wh + bh   (three blocks of H columns)
    r, z = σ(x_r + h_r), σ(x_z + h_z),  n = tanh(x_n + r ⊙ h_n)
    next_h = (1 − z) ⊙ n + z ⊙ prev_h

    x: inputs (N, D); prev_h: previous hidden state (N, H); Wx: (D, 3H); Wh: (H, 3H); bx, bh: (3H,).
    Returns next_h (N, H) and a cache.

    >>> w, h, zero = np.zeros((1, 3)), np.array([[2.0]]), np.zeros(3)
    >>> next_h, _ = gru_step_forward(np.zeros((1, 1)), h, w, w, zero, zero)
    >>> next_h.tolist()
    [[1.0]]
    """
    from_x = x @ Wx + bx
    # mistake bias-missing: from_x = x @ Wx
    # mistake input-missing: from_x = np.zeros((x.shape[0], Wx.shape[1])) + bx
    from_h = prev_h @ Wh + bh
    # mistake bias-missing: from_h = prev_h @ Wh
    # mistake state-dropped: from_h = np.zeros((x.shape[0], Wh.shape[1])) + bh
    x_r, x_z, x_n = np.split(from_x, 3, axis=1)
    # mistake reshape-for-transpose/split: x_r, x_z, x_n = from_x.reshape(3, len(x), -1)
    # convention gru-gates-zrn instead of gru-gates-rzn: x_z, x_r, x_n = np.split(from_x, 3, axis=1)
    # mistake gru-gate-order-mixed/both: x_r, x_n, x_z = np.split(from_x, 3, axis=1)
    # mistake gru-gate-order-mixed: x_z, x_r, x_n = np.split(from_x, 3, axis=1)
    h_r, h_z, h_n = np.split(from_h, 3, axis=1)
    # mistake reshape-for-transpose/split: h_r, h_z, h_n = from_h.reshape(3, len(x), -1)
    # convention gru-gates-zrn instead of gru-gates-rzn: h_z, h_r, h_n = np.split(from_h, 3, axis=1)
    # mistake gru-gate-order-mixed/both: h_r, h_n, h_z = np.split(from_h, 3, axis=1)
    r, z = _sigmoid(x_r + h_r), _sigmoid(x_z + h_z)
    # mistake tanh-in-gate: r, z = np.tanh(x_r + h_r), np.tanh(x_z + h_z)
    # mistake activation-missing: r, z = x_r + h_r, x_z + h_z
    # mistake state-dropped: r, z = _sigmoid(x_r), _sigmoid(x_z)
    n = np.tanh(x_n + r * h_n)
    # convention gru-reset-before instead of gru-reset-after: n = np.tanh(x_n + (r * prev_h) @ Wh[:, 2 * r.shape[1] :] + bh[2 * r.shape[1] :])
    # mistake reset-gate-missing: n = np.tanh(x_n + h_n)
    # mistake reset-on-input: n = np.tanh(r * (x_n + h_n))
    # mistake reset-on-input: n = np.tanh(r * x_n + h_n)
    # mistake recurrent-bias-ungated: n = np.tanh(x_n + r * (h_n - bh[2 * r.shape[1] :]) + bh[2 * r.shape[1] :])
    # mistake sigmoid-for-tanh: n = _sigmoid(x_n + r * h_n)
    # mistake activation-missing: n = x_n + r * h_n
    # mistake update-gate-for-reset: n = np.tanh(x_n + z * h_n)
    next_h = (1.0 - z) * n + z * prev_h
    # convention gru-z-renews instead of gru-z-keeps: next_h = z * n + (1.0 - z) * prev_h
    # mistake update-gate-half-used: next_h = n + z * prev_h
    # mistake update-gate-half-used: next_h = (1.0 - z) * n + prev_h
    # mistake old-state-missing: next_h = (1.0 - z) * n
    # mistake complement-missing: next_h = z * n + z * prev_h
    # mistake activation-twice: next_h = np.tanh((1.0 - z) * n + z * prev_h)
    return next_h, (x, prev_h, Wx, Wh, r, z, n, h_n)


def gru_step_backward(
    dnext_h: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of one step of a GRU.

    The previous state acts on the loss twice: copied by the update gate, and through the products.

    dnext_h: upstream gradient (N, H); cache: what `gru_step_forward` stored.
    Returns dx (N, D), dprev_h (N, H), dWx (D, 3H), dWh (H, 3H), dbx and dbh (3H,).

    >>> w, one, zero = np.zeros((1, 3)), np.ones((1, 1)), np.zeros(3)
    >>> _, cache = gru_step_forward(one, 2.0 * one, w, w, zero, zero)
    >>> dx, dprev_h, dWx, dWh, dbx, dbh = gru_step_backward(one, cache)
    >>> dprev_h.tolist(), dbx.tolist(), dbh.tolist()
    ([[0.5]], [0.0, 0.5, 0.5], [0.0, 0.5, 0.25])
    """
    x, prev_h, Wx, Wh, r, z, n, h_n = cache
    dn, dz = dnext_h * (1.0 - z), dnext_h * (prev_h - n)
    # convention gru-z-renews instead of gru-z-keeps: dn, dz = dnext_h * z, dnext_h * (n - prev_h)
    # mistake sign-flipped: dn, dz = dnext_h * (1.0 - z), dnext_h * (n - prev_h)
    # mistake update-gate-gradient-half: dn, dz = dnext_h * (1.0 - z), dnext_h * prev_h
    # mistake update-gate-gradient-half: dn, dz = dnext_h * (1.0 - z), -dnext_h * n
    # mistake complement-missing: dn, dz = dnext_h * z, dnext_h * (prev_h - n)
    # mistake update-gate-half-used: dn, dz = dnext_h, dnext_h * (prev_h - n)
    da_n = dn * (1.0 - n**2)
    # mistake activation-slope-missing: da_n = dn
    # mistake derivative-incomplete: da_n = dn * (1.0 - n)
    # mistake sigmoid-for-tanh: da_n = dn * n * (1.0 - n)
    dr = da_n * h_n
    # convention gru-reset-before instead of gru-reset-after: dr = (da_n @ Wh[:, 2 * r.shape[1] :].T) * prev_h
    # mistake reset-gradient-missing: dr = 0.0 * h_n
    # mistake hidden-for-recurrent-term: dr = da_n * prev_h
    # mistake activation-slope-missing: dr = dn * h_n
    # mistake reset-factor-kept: dr = da_n * r * h_n
    da_r, da_z = dr * r * (1.0 - r), dz * z * (1.0 - z)
    # mistake activation-slope-missing: da_r, da_z = dr, dz
    # mistake activation-slope-missing: da_r, da_z = dr * r * (1.0 - r), dz
    # mistake activation-slope-missing: da_r, da_z = dr, dz * z * (1.0 - z)
    # mistake tanh-for-sigmoid: da_r, da_z = dr * (1.0 - r**2), dz * (1.0 - z**2)
    # mistake derivative-incomplete: da_r, da_z = dr * (1.0 - r), dz * (1.0 - z)

    # Both products feed the gates alike; the candidate sees the recurrent one through r.
    dfrom_x = np.hstack([da_r, da_z, da_n])
    # mistake reshape-for-transpose/back: dfrom_x = np.stack([da_r, da_z, da_n]).reshape(len(z), -1)
    # convention gru-gates-zrn instead of gru-gates-rzn: dfrom_x = np.hstack([da_z, da_r, da_n])
    # mistake gru-gate-order-mixed: dfrom_x = np.hstack([da_z, da_r, da_n])
    # mistake reset-on-input: dfrom_x = np.hstack([da_r, da_z, da_n * r])
    dfrom_h = np.hstack([da_r, da_z, da_n * r])
    # mistake reshape-for-transpose/back: dfrom_h = np.stack([da_r, da_z, da_n * r]).reshape(len(z), -1)
    # convention gru-gates-zrn instead of gru-gates-rzn: dfrom_h = np.hstack([da_z, da_r, da_n * r])
    # convention gru-reset-before instead of gru-reset-after: dfrom_h = np.hstack([da_r, da_z, da_n])
    # mistake reset-gate-missing: dfrom_h = np.hstack([da_r, da_z, da_n])
    # mistake gru-gate-order-mixed: dfrom_h = np.hstack([da_z, da_r, da_n * r])
    # mistake gates-as-constants: dfrom_h = np.hstack([0.0 * da_r, 0.0 * da_z, da_n * r])
    dx = dfrom_x @ Wx.T
    # mistake wrong-weight-matrix: dx = dfrom_x @ Wh.T
    dprev_h = dnext_h * z + dfrom_h @ Wh.T
    # convention gru-z-renews instead of gru-z-keeps: dprev_h = dnext_h * (1.0 - z) + dfrom_h @ Wh.T
    # convention gru-reset-before instead of gru-reset-after: dprev_h = dnext_h * z + dfrom_h[:, : 2 * r.shape[1]] @ Wh[:, : 2 * r.shape[1]].T + r * (da_n @ Wh[:, 2 * r.shape[1] :].T)
    # mistake copied-state-path-missing: dprev_h = dfrom_h @ Wh.T
    # mistake recurrent-path-missing: dprev_h = dnext_h * z
    # mistake residual-added: dprev_h = dnext_h + dfrom_h @ Wh.T
    # mistake complement-taken: dprev_h = dnext_h * (1.0 - z) + dfrom_h @ Wh.T
    # mistake reset-gate-missing: dprev_h = dnext_h * z + dfrom_x @ Wh.T
    dWx = x.T @ dfrom_x
    # mistake mean-twice: dWx = x.T @ dfrom_x / x.shape[0]
    # mistake last-sample-only: dWx = np.outer(x[-1], dfrom_x[-1])
    dWh = prev_h.T @ dfrom_h
    # convention gru-reset-before instead of gru-reset-after: dWh = np.hstack([prev_h.T @ dfrom_h[:, : 2 * r.shape[1]], (r * prev_h).T @ da_n])
    # mistake reset-gate-missing: dWh = prev_h.T @ dfrom_x
    # mistake wrong-time-step: dWh = ((1.0 - z) * n + z * prev_h).T @ dfrom_h
    # mistake mean-twice: dWh = prev_h.T @ dfrom_h / x.shape[0]
    dbx, dbh = np.sum(dfrom_x, axis=0), np.sum(dfrom_h, axis=0)
    # mistake reset-gate-missing: dbx, dbh = np.sum(dfrom_x, axis=0), np.sum(dfrom_x, axis=0)
    # mistake mean-twice: dbx, dbh = np.mean(dfrom_x, axis=0), np.mean(dfrom_h, axis=0)
    # mistake batch-sum-missing: dbx, dbh = dfrom_x, dfrom_h
    # mistake reset-on-input: dbx, dbh = np.sum(dfrom_h, axis=0), np.sum(dfrom_h, axis=0)
    return dx, dprev_h, dWx, dWh, dbx, dbh
