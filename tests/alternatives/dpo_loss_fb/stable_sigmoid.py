"""Rewards first, a sigmoid that looks at the sign, fancy indexing for the tokens."""

import numpy as np


def stable_sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def get_batch_logps(logits, tokens, mask):
    N, T, V = logits.shape
    flat = logits[:, :-1].reshape(-1, V)
    labels = tokens[:, 1:].reshape(-1)
    picked = flat[np.arange(len(flat)), labels] - np.logaddexp.reduce(flat, axis=1)
    return np.where(mask[:, 1:], picked.reshape(N, T - 1), 0.0).sum(-1)


def dpo_loss(lp_w, lp_l, ref_w, ref_l, beta):
    reward_w, reward_l = beta * (lp_w - ref_w), beta * (lp_l - ref_l)
    gap = reward_w - reward_l
    loss = np.mean(np.maximum(-gap, 0) + np.log1p(np.exp(-np.abs(gap))))
    dgap = (stable_sigmoid(gap) - 1.0) / lp_w.size
    return loss, beta * dgap, -beta * dgap
