"""Everything by arrays of indices: permuted, masked, and sorted by keys between the words."""

import numpy as np

rng = np.random.default_rng()


def random_swap(tokens, n):
    order = np.arange(len(tokens))
    for _ in range(n):
        if len(tokens) >= 2:
            pair = rng.permutation(len(tokens))[:2]
            order[pair] = order[pair[::-1]]
    return [tokens[i] for i in order]


def random_deletion(tokens, p):
    keep = rng.random(len(tokens)) >= p
    if not keep.any():
        keep[rng.integers(len(tokens))] = True
    return [tokens[i] for i in np.flatnonzero(keep)]


def random_insertion(tokens, n, synonyms):
    words, sources = list(tokens), [list(synonyms[t]) for t in tokens if len(synonyms.get(t, ())) > 0]
    if sources:
        for _ in range(n):
            source = sources[int(rng.integers(0, len(sources)))]
            new = source[int(rng.integers(0, len(source)))]
            gap = int(rng.integers(0, len(words), endpoint=True))
            words = words[:gap] + [new] + words[gap:]
    return words
