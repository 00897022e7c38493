"""Bradley-Terry as a softmax over two rewards; the tokens as one-hot vectors."""

import numpy as np


def log_softmax(x):
    x = x - x.max(axis=-1, keepdims=True)
    return x - np.log(np.exp(x).sum(axis=-1, keepdims=True))


def sequence_logps(logits, tokens, mask):
    one_hot = np.eye(logits.shape[-1])[tokens] * mask[..., np.newaxis]
    return np.einsum("ntv,ntv->n", log_softmax(logits[:, :-1, :]), one_hot[:, 1:, :])


def dpo_loss(lp_w, lp_l, ref_w, ref_l, beta):
    rewards = beta * np.stack([lp_w - ref_w, lp_l - ref_l], axis=1)
    logp = log_softmax(rewards)
    d = np.exp(logp)
    d[:, 0] -= 1.0
    d *= beta / len(lp_w)
    return -logp[:, 0].mean(), d[:, 0], d[:, 1]
