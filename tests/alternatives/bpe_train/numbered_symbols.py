"""Symbols as numbers, words parted by −1 in one list."""

import numpy as np


def replaced(ids, a, b, new):
    out = []
    for i in ids:
        if out and out[-1] == a and i == b:
            out[-1] = new
        else:
            out.append(i)
    return out


def bpe_train(words, n_merges):
    names = sorted(set("".join(words)))
    ids = [-1]
    for word in words:
        ids += [names.index(letter) for letter in word] + [-1]
    merges = []
    for _ in range(n_merges):
        pairs = np.stack([ids[:-1], ids[1:]], axis=1)
        pairs = pairs[(pairs >= 0).all(axis=1)]
        if len(pairs) == 0:
            break
        distinct, counts = np.unique(pairs, axis=0, return_counts=True)
        best = distinct[counts == counts.max()]
        left, right = min((names[a], names[b]) for a, b in best)
        merges.append((left, right))
        if left + right not in names:
            names.append(left + right)
        ids = replaced(ids, names.index(left), names.index(right), names.index(left + right))
    return merges


def bpe_encode(word, merges):
    if not merges:
        return list(word)
    *earlier, (left, right) = merges
    out = []
    for symbol in bpe_encode(word, earlier):
        if out and out[-1] == left and symbol == right and not isinstance(out[-1], tuple):
            out[-1] = (left + right,)
        else:
            out.append(symbol)
    return [each[0] if isinstance(each, tuple) else each for each in out]
