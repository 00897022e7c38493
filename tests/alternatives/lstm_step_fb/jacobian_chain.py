"""Per sample the Jacobian of (h', c') with respect to the net input and to c, as dense matrices."""

import numpy as np


def _sig(a):
    return np.where(a < 0, np.exp(np.minimum(a, 0)), 1) / (1 + np.exp(-np.abs(a)))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    N, H = prev_h.shape
    a = x @ Wx + prev_h @ Wh + b
    s = _sig(a[:, : 3 * H])
    i, f, o, g = s[:, :H], s[:, H : 2 * H], s[:, 2 * H :], np.tanh(a[:, 3 * H :])
    c = f * prev_c + i * g
    h = o * np.tanh(c)

    # J_a[n] is (2H, 4H) and J_c[n] is (2H, H): rows (h', c')
    J_a = np.zeros((N, 2 * H, 4 * H))
    J_c = np.zeros((N, 2 * H, H))
    for n in range(N):
        dc_da = np.hstack(
            [
                np.diag(g[n] * i[n] * (1 - i[n])),
                np.diag(prev_c[n] * f[n] * (1 - f[n])),
                np.zeros((H, H)),
                np.diag(i[n] * (1 - g[n] ** 2)),
            ]
        )
        dh_dc = np.diag(o[n] * (1 - np.tanh(c[n]) ** 2))
        J_a[n, H:] = dc_da
        J_a[n, :H] = dh_dc @ dc_da
        J_a[n, :H, 2 * H : 3 * H] += np.diag(np.tanh(c[n]) * o[n] * (1 - o[n]))
        J_c[n, H:] = np.diag(f[n])
        J_c[n, :H] = dh_dc @ np.diag(f[n])
    return h, c, (J_a, J_c, x, prev_h, Wx, Wh)


def lstm_step_backward(dnext_h, dnext_c, cache):
    J_a, J_c, x, prev_h, Wx, Wh = cache
    upstream = np.hstack([dnext_h, dnext_c])
    da = np.einsum("nr,nra->na", upstream, J_a)
    dprev_c = np.einsum("nr,nrk->nk", upstream, J_c)
    dWx = np.einsum("nd,na->da", x, da)
    dWh = np.einsum("nk,na->ka", prev_h, da)
    return da @ Wx.T, da @ Wh.T, dprev_c, dWx, dWh, da.sum(axis=0)
