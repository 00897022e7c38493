"""The Jacobian of the normalisation as a matrix for each row, contracted by einsum."""

import numpy as np


def unit_and_jacobian(x):
    length = np.sqrt(np.einsum("nd,nd->n", x, x))
    unit = x / length[:, np.newaxis]
    outer = np.einsum("ni,nj->nij", unit, unit)
    return unit, (np.eye(x.shape[1]) - outer) / length[:, np.newaxis, np.newaxis]


def clip_contrastive_loss(I, T, logit_scale):
    N = I.shape[0]
    u, Ju = unit_and_jacobian(I)
    v, Jv = unit_and_jacobian(T)
    S = logit_scale * np.einsum("id,jd->ij", u, v)
    rows = np.logaddexp.reduce(S, axis=1)
    columns = np.logaddexp.reduce(S, axis=0)
    loss = (rows.mean() + columns.mean()) / 2 - np.diagonal(S).mean()
    dS = (np.exp(S - rows[:, None]) + np.exp(S - columns[None, :])) / (2 * N)
    dS[np.diag_indices(N)] -= 1 / N
    dI = np.einsum("ij,jd,ide->ie", logit_scale * dS, v, Ju)
    dT = np.einsum("ij,id,jde->je", logit_scale * dS, u, Jv)
    return loss, dI, dT
