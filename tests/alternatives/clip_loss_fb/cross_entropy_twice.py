"""As the pseudocode of the paper has it: one cross-entropy function, called for both directions."""

import numpy as np


def cross_entropy(logits, labels):
    m = np.max(logits, axis=-1, keepdims=True)
    e = np.exp(logits - m)
    p = e / e.sum(axis=-1, keepdims=True)
    rows = np.arange(len(labels))
    lse = m[:, 0] + np.log(e.sum(axis=-1))
    d = p.copy()
    d[rows, labels] -= 1
    return np.mean(lse - logits[rows, labels]), d / len(labels)


def clip_loss(I, T, logit_scale):
    I_len, T_len = np.linalg.norm(I, axis=1), np.linalg.norm(T, axis=1)
    I_e, T_e = I / I_len[:, None], T / T_len[:, None]
    logits = np.dot(I_e, T_e.T) * logit_scale
    labels = np.arange(I.shape[0])
    loss_i, d_i = cross_entropy(logits, labels)
    loss_t, d_t = cross_entropy(logits.T, labels)
    dlogits = (d_i + d_t.T) / 2
    dI_e = logit_scale * np.dot(dlogits, T_e)
    dT_e = logit_scale * np.dot(dlogits.T, I_e)
    dI = dI_e / I_len[:, None] - I * ((dI_e * I).sum(1) / I_len**3)[:, None]
    dT = dT_e / T_len[:, None] - T * ((dT_e * T).sum(1) / T_len**3)[:, None]
    return (loss_i + loss_t) / 2, dI, dT
