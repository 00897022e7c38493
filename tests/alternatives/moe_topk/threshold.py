"""The k-th largest logit as a threshold; the full softmax is cut and normalised again in logs."""

import numpy as np


def log_softmax(z):
    top = z.max(1)[:, None]
    return z - top - np.log(np.exp(z - top).sum(1))[:, None]


def kept(logits, k):
    return logits >= np.sort(logits, axis=1)[:, [-k]]


def top_k_gates(logits, k):
    rest = np.ma.masked_array(log_softmax(logits), ~kept(logits, k))
    rest = np.exp(rest - rest.max(1)[:, None]).filled(0)
    return rest / rest.sum(1)[:, None]


def load_balance_loss(logits, k):
    tokens, experts = logits.shape
    on = kept(logits, k).astype(float)
    return np.einsum("te,se->", on, np.exp(log_softmax(logits))) * experts / (k * tokens**2)


def moe_forward(x, Wg, experts, k):
    logits = np.einsum("td,de->te", x, Wg)
    on, gates = kept(logits, k), top_k_gates(logits, k)
    parts = np.zeros((len(experts), *x.shape))
    for part, expert, rows in zip(parts, experts, on.T):
        if rows.any():
            part[rows] = expert(x[rows])
    return np.einsum("te,etd->td", gates, parts), load_balance_loss(logits, k)
