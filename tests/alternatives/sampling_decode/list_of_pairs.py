"""Pairs of probability and token, sorted and walked through in plain Python."""

import math
import random

import numpy as np


def decode_probs(logits, temperature=1.0, top_k=None, top_p=None):
    V = len(logits)
    out = np.zeros(V)
    if temperature == 0:
        out[max(range(V), key=lambda i: logits[i])] = 1
        return out
    top = max(logits)
    weights = [math.exp((z - top) / temperature) for z in logits]
    pairs = sorted(((w, i) for i, w in enumerate(weights)), key=lambda pair: -pair[0])
    if top_k is not None:
        pairs = pairs[:top_k]
    total = sum(w for w, _ in pairs)
    kept, mass = [], 0.0
    for w, i in pairs:
        if top_p is not None and mass >= top_p:
            break
        kept.append((w, i))
        mass += w / total
    total = sum(w for w, _ in kept)
    for w, i in kept:
        out[i] = w / total
    return out


def sample_next_tokens(logits, size, temperature=1.0, top_k=None, top_p=None):
    p = decode_probs(logits, temperature, top_k, top_p)
    return np.array(random.choices(range(len(p)), weights=p.tolist(), k=size))
