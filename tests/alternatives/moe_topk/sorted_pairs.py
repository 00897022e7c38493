"""Pairs of token and expert, sorted by expert and cut into groups; outputs are scattered back."""

import numpy as np


def softmax(a):
    a = np.exp(a - np.max(a, -1, keepdims=True))
    return a / np.sum(a, -1, keepdims=True)


def pairs(logits, k):
    top = np.argpartition(logits, logits.shape[1] - k, axis=1)[:, -k:]
    return top, softmax(np.take_along_axis(logits, top, 1))


def top_k_gates(logits, k):
    top, weights = pairs(logits, k)
    gates = np.zeros_like(logits)
    gates[np.arange(len(logits))[:, None], top] = weights
    return gates


def load_balance_loss(logits, k):
    top, _ = pairs(logits, k)
    experts = logits.shape[1]
    f = np.bincount(top.ravel(), minlength=experts) / top.size
    return experts * (f @ softmax(logits).mean(0))


def moe_forward(x, Wg, experts, k):
    logits = x @ Wg
    top, weights = pairs(logits, k)
    order = np.argsort(top.ravel(), kind="stable")
    token = np.repeat(np.arange(len(x)), k)[order]
    loads = np.bincount(top.ravel(), minlength=len(experts))
    groups = np.split(x[token], np.cumsum(loads)[:-1])
    out = np.concatenate([expert(rows) for expert, rows in zip(experts, groups)])
    y = np.zeros(x.shape)
    np.add.at(y, token, weights.ravel()[order][:, None] * out)
    return y, load_balance_loss(logits, k)
