"""Each branch as a recursion over its kernels, with its way back as a closure; taps are shifted images."""

import numpy as np


def shifts(k):
    r = k // 2
    return [(u, v, r - u, r - v) for u in range(k) for v in range(k)]


def moved(a, down, right):
    out = np.zeros_like(a, dtype=float)
    H, W = a.shape[2:]
    i = np.arange(max(0, down), min(H, H + down))
    j = np.arange(max(0, right), min(W, W + right))
    if len(i) and len(j):
        out[:, :, i[0] : i[-1] + 1, j[0] : j[-1] + 1] = a[
            :, :, i[0] - down : i[-1] + 1 - down, j[0] - right : j[-1] + 1 - right
        ]
    return out


def run(a, kernels):
    if not kernels:
        return a, lambda d: (d, [])
    w = kernels[0]
    z = sum(
        np.tensordot(moved(a, down, right), w[:, :, u, v], axes=(1, 1)).transpose(0, 3, 1, 2)
        for u, v, down, right in shifts(w.shape[2])
    )
    out, back_of_rest = run(np.maximum(z, 0), kernels[1:])

    def back(d):
        d, rest = back_of_rest(d)
        d = np.where(z > 0, d, 0.0)
        da, dw = 0, np.zeros(w.shape)
        for u, v, down, right in shifts(w.shape[2]):
            shifted = moved(a, down, right)
            dw[:, :, u, v] = np.tensordot(d, shifted, axes=((0, 2, 3), (0, 2, 3)))
            reached = np.tensordot(d, w[:, :, u, v], axes=(1, 0)).transpose(0, 3, 1, 2)
            da = da + moved(reached, -down, -right)
        return da, [dw, *rest]

    return out, back


def inception_fwd(x, branches):
    outs, backs = zip(*(run(x, list(kernels)) for kernels in branches))
    bounds = np.cumsum([0] + [out.shape[1] for out in outs])
    return np.hstack(outs), (backs, bounds)


def inception_bwd(dout, cache):
    backs, bounds = cache
    results = [
        back(dout[:, lo:hi]) for back, lo, hi in zip(backs, bounds[:-1], bounds[1:], strict=True)
    ]
    dx = np.sum([dx for dx, _ in results], axis=0)
    return dx, [grads for _, grads in results]
