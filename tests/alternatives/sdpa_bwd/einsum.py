"""einsum with dots for the leading axes; the row sum from dout and out."""

import numpy as np


def sdpa_forward(q, k, v, mask=None):
    s = np.einsum("...td,...sd->...ts", q, k) * q.shape[-1] ** -0.5
    if mask is not None:
        s = s + np.where(mask, 0.0, -np.inf)
    s = s - s.max(-1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(-1, keepdims=True)
    out = np.einsum("...ts,...se->...te", p, v)
    return out, (q, k, v, p, out)


def sdpa_backward(dout, cache):
    q, k, v, p, out = cache
    scale = q.shape[-1] ** -0.5
    row = np.einsum("...te,...te->...t", dout, out)[..., None]
    ds = p * (np.einsum("...te,...se->...ts", dout, v) - row) * scale
    dq = np.einsum("...ts,...sd->...td", ds, k)
    dk = np.einsum("...ts,...td->...sd", ds, q)
    return dq, dk, np.einsum("...ts,...te->...se", p, dout)
