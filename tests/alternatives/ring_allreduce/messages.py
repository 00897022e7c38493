"""Messages are collected first and delivered after; processes are lists."""

import numpy as np


def reduce_scatter_ring(chunks):
    p = chunks.shape[0]
    holds = [[np.array(c) for c in process] for process in chunks]
    for s in range(1, p):
        mail = [(r, (r - s + 1) % p, holds[r][(r - s + 1) % p]) for r in range(p)]
        for sender, c, content in mail:
            target = holds[(sender + 1) % p]
            target[c] = target[c] + content
    return np.array(holds)


def all_gather_ring(chunks):
    p = chunks.shape[0]
    holds = [list(process) for process in chunks]
    for s in range(p - 1):
        mail = [((r + 1 - s) % p, holds[r][(r + 1 - s) % p]) for r in range(p)]
        for r, (c, content) in enumerate(mail):
            holds[(r + 1) % p][c] = content
    return np.array(holds)


def ring_all_reduce(chunks):
    return np.true_divide(all_gather_ring(reduce_scatter_ring(chunks)), chunks.shape[0])
