"""einsum; SiLU by logaddexp."""

import numpy as np


def swiglu_forward(x, Wg, Wu, Wd):
    a, u = np.einsum("ntd,df->ntf", x, Wg), np.einsum("ntd,df->ntf", x, Wu)
    s = np.exp(-np.logaddexp(0, -a))
    return np.einsum("ntf,ntf,ntf,fd->ntd", a, s, u, Wd), (x, Wg, Wu, Wd, a, u, s)


def swiglu_backward(dout, cache):
    x, Wg, Wu, Wd, a, u, s = cache
    dh = np.einsum("ntd,fd->ntf", dout, Wd)
    da = dh * u * (s + a * s * (1 - s))
    du = dh * (a * s)
    dx = np.einsum("ntf,df->ntd", da, Wg) + np.einsum("ntf,df->ntd", du, Wu)
    dWg, dWu = (np.einsum("ntd,ntf->df", x, d) for d in (da, du))
    return dx, dWg, dWu, np.einsum("ntf,ntd->fd", a * s * u, dout)
