"""Attention in one pass over blocks of keys, with an online softmax (the idea of FlashAttention).

Conventions: queries (T, Dk), keys (S, Dk), values (S, Dv), no batch, no mask; scores divided by √Dk;
the last block may be shorter than the others.
"""

import numpy as np


def online_softmax_attention(
    q: np.ndarray, k: np.ndarray, v: np.ndarray, block_size: int
) -> np.ndarray:
    """softmax(q·kᵀ / √Dk)·v without ever holding all scores of a row.

    For each block of keys, with running maximum m, running sum l and unnormalised output acc:
    m' = max(m, max of the block),  c = exp(m − m'),  p = exp(scores − m')
    l ← c·l + Σ p,  acc ← c·acc + p·v_block,  m ← m';  at the end out = acc / l

    q: (T, Dk); k: (S, Dk); v: (S, Dv); block_size: number of keys in a block.
    Returns out (T, Dv).

    >>> q, k, v = np.zeros((1, 2)), np.zeros((3, 2)), np.array([[2.0], [4.0], [9.0]])
    >>> online_softmax_attention(q, k, v, block_size=2).tolist()
    [[5.0]]
    """
    queries, keys = q.shape[0], k.shape[0]
    top = np.full((queries, 1), -np.inf)  # running maximum of each row
    # mistake running-max-from-zero: top = np.full((queries, 1), 0.0)
    total = np.zeros((queries, 1))  # running sum of exp(score − top)
    acc = np.zeros((queries, v.shape[1]))  # running Σ exp(score − top)·v
    for start in range(0, keys, block_size):
        # mistake last-block-dropped: for start in range(0, keys - block_size + 1, block_size):
        # mistake first-block-skipped: for start in range(block_size, keys, block_size):
        block = slice(start, start + block_size)
        # mistake blocks-overlap: block = slice(start, start + block_size + 1)
        # mistake block-one-short: block = slice(start, start + block_size - 1)
        scores = q @ k[block].T / np.sqrt(q.shape[1])
        # mistake attention-scale-missing: scores = q @ k[block].T
        # mistake root-missing: scores = q @ k[block].T / q.shape[1]
        # mistake attention-scale-wrong-axis: scores = q @ k[block].T / np.sqrt(v.shape[1])
        new_top = np.maximum(top, scores.max(axis=1, keepdims=True))
        # mistake max-whole-batch: new_top = np.maximum(top, scores.max())
        # mistake running-max-not-kept: new_top = scores.max(axis=1, keepdims=True)
        # mistake max-not-subtracted: new_top = np.where(np.isinf(top), 0.0, top)
        correction = np.exp(top - new_top)  # the first block has exp(−∞) = 0
        # mistake old-blocks-not-rescaled: correction = 1.0
        # mistake correction-inverted: correction = np.where(np.isinf(top), 0.0, np.exp(new_top - top))
        # mistake old-blocks-forgotten: correction = 0.0
        p = np.exp(scores - new_top)
        # mistake block-max-subtracted: p = np.exp(scores - scores.max(axis=1, keepdims=True))
        total = correction * total + np.sum(p, axis=1, keepdims=True)
        # mistake old-sum-not-rescaled: total = total + np.sum(p, axis=1, keepdims=True)
        # mistake running-sum-overwritten: total = np.sum(p, axis=1, keepdims=True)
        # mistake running-sum-overwritten: total = correction * total + np.mean(p, axis=1, keepdims=True)
        acc = correction * acc + p @ v[block]
        # mistake old-output-not-rescaled: acc = acc + p @ v[block]
        # mistake old-blocks-forgotten: acc = p @ v[block]
        # mistake normalised-in-each-block: acc = correction * acc + (p / np.sum(p, axis=1, keepdims=True)) @ v[block]
        top = new_top
        # mistake running-max-not-kept: pass
    out = acc / total
    # mistake final-division-missing: out = acc
    # mistake multiplied-for-divided: out = acc * total
    # mistake normaliser-whole-batch: out = acc / np.sum(total)
    return out
