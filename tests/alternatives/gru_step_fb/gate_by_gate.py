"""Each gate owns its slices of the weights."""

import numpy as np


def sigmoid(a):
    return np.exp(-np.logaddexp(0, -a))


def blocks(W):
    H = W.shape[-1] // 3
    return W[..., :H], W[..., H : 2 * H], W[..., 2 * H :]


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    (Wxr, Wxz, Wxn), (Whr, Whz, Whn) = blocks(Wx), blocks(Wh)
    (bxr, bxz, bxn), (bhr, bhz, bhn) = blocks(bx), blocks(bh)
    r = sigmoid(x @ Wxr + bxr + prev_h @ Whr + bhr)
    z = sigmoid(x @ Wxz + bxz + prev_h @ Whz + bhz)
    inner = prev_h @ Whn + bhn
    n = np.tanh(x @ Wxn + bxn + r * inner)
    next_h = n + z * (prev_h - n)
    return next_h, dict(x=x, h=prev_h, Wx=Wx, Wh=Wh, r=r, z=z, n=n, inner=inner)


def gru_step_backward(dnext_h, cache):
    x, h, r, z, n, inner = (cache[name] for name in ("x", "h", "r", "z", "n", "inner"))
    (Wxr, Wxz, Wxn), (Whr, Whz, Whn) = blocks(cache["Wx"]), blocks(cache["Wh"])
    pre_n = dnext_h * (1 - z) * (1 - n * n)
    pre_z = dnext_h * (h - n) * z * (1 - z)
    pre_r = pre_n * inner * r * (1 - r)
    dinner = pre_n * r
    dx = pre_r @ Wxr.T + pre_z @ Wxz.T + pre_n @ Wxn.T
    dh = pre_r @ Whr.T + pre_z @ Whz.T + dinner @ Whn.T + z * dnext_h
    dWx = np.concatenate([x.T @ pre_r, x.T @ pre_z, x.T @ pre_n], axis=1)
    dWh = np.concatenate([h.T @ pre_r, h.T @ pre_z, h.T @ dinner], axis=1)
    dbx = np.concatenate([pre_r.sum(0), pre_z.sum(0), pre_n.sum(0)])
    dbh = np.concatenate([pre_r.sum(0), pre_z.sum(0), dinner.sum(0)])
    return dx, dh, dWx, dWh, dbx, dbh
