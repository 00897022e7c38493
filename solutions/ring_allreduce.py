"""All-reduce along a ring, simulated: reduce-scatter, then all-gather.

Conventions: chunks (P, P, L), chunks[r, c] is chunk c of process r; process r sends to r + 1 alone,
all indices modulo P. The all-reduce gives the mean over the processes; inputs are left as they are.
"""

import numpy as np


def ring_reduce_scatter(chunks: np.ndarray) -> np.ndarray:
    """After P − 1 steps process r holds the whole sum of chunk r + 1.

    Step s = 0 … P − 2: process r sends chunk r − s to process r + 1, which adds it to its own.

    chunks: (P, P, L). Returns what all processes hold at the end (P, P, L).

    >>> ring_reduce_scatter(np.array([[[1.0], [2.0]], [[10.0], [20.0]]])).tolist()
    [[[1.0], [22.0]], [[11.0], [20.0]]]
    """
    state = chunks.copy()
    size = len(state)
    for s in range(size - 1):
        # mistake loop-one-longer: for s in range(size):
        # mistake loop-one-short: for s in range(max(size - 2, 0)):
        for r in range(size):
            c = (r - s) % size
            # mistake chunk-direction-reversed: c = (r + s) % size
            # mistake chunk-always-own: c = r
            # mistake chunk-number-of-step: c = s
            # mistake chunk-off-by-one: c = (r + 1 - s) % size
            # mistake chunk-off-by-one: c = (r - 1 - s) % size
            state[(r + 1) % size, c] += state[r, c]
            # mistake replaced-not-added: state[(r + 1) % size, c] = state[r, c]
            # mistake sent-backwards: state[r - 1, c] += state[r, c]
            # mistake original-chunk-sent: state[(r + 1) % size, c] += chunks[r, c]
            # mistake averaged-in-each-step: state[(r + 1) % size, c] = (state[(r + 1) % size, c] + state[r, c]) / 2
    # mistake all-summed-at-once: state = np.broadcast_to(chunks.sum(axis=0), chunks.shape).copy()
    return state


def ring_all_gather(chunks: np.ndarray) -> np.ndarray:
    """After P − 1 steps every process holds chunk r + 1 of process r, for all r.

    Step s = 0 … P − 2: process r sends chunk r + 1 − s to process r + 1, which replaces its own.

    chunks: (P, P, L). Returns what all processes hold at the end (P, P, L).

    >>> ring_all_gather(np.array([[[1.0], [22.0]], [[11.0], [20.0]]])).tolist()
    [[[11.0], [22.0]], [[11.0], [22.0]]]
    """
    state = chunks.copy()
    size = len(state)
    for s in range(size - 1):
        # mistake loop-one-short: for s in range(max(size - 2, 0)):
        for r in range(size):
            c = (r + 1 - s) % size
            # mistake chunk-off-by-one: c = (r - s) % size
            # mistake chunk-direction-reversed: c = (r + 1 + s) % size
            # mistake chunk-number-of-step: c = s
            state[(r + 1) % size, c] = state[r, c]
            # mistake added-not-replaced: state[(r + 1) % size, c] += state[r, c]
            # mistake sent-backwards: state[r - 1, c] = state[r, c]
            # mistake original-chunk-sent: state[(r + 1) % size, c] = chunks[r, c]
    return state


def ring_allreduce(chunks: np.ndarray) -> np.ndarray:
    """The mean over the processes, on every process.

    out[r, c] = 1/P Σ_q chunks[q, c]

    chunks: (P, P, L). Returns (P, P, L).

    >>> ring_allreduce(np.array([[[1.0], [2.0]], [[10.0], [20.0]]])).tolist()
    [[[5.5], [11.0]], [[5.5], [11.0]]]
    """
    summed = ring_all_gather(ring_reduce_scatter(chunks))
    # mistake gather-missing: summed = ring_reduce_scatter(chunks)
    out = summed / len(chunks)
    # mistake mean-missing: out = 1.0 * summed
    # mistake divided-by-links: out = summed / max(len(chunks) - 1, 1)
    # mistake mean-twice: out = summed / len(chunks) ** 2
    # mistake integer-division: out = summed // len(chunks)
    return out
