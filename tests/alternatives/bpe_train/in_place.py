"""Lists changed in place, from the left, with `del`."""

from collections import defaultdict


def fuse(symbols, left, right):
    i = 0
    while i < len(symbols) - 1:
        if symbols[i] == left and symbols[i + 1] == right:
            symbols[i] = left + right
            del symbols[i + 1]
        i += 1


def train_bpe(words, n_merges):
    corpus = [list(w) for w in words]
    result = []
    for _ in range(n_merges):
        counts = defaultdict(int)
        for symbols in corpus:
            for i in range(1, len(symbols)):
                counts[symbols[i - 1], symbols[i]] += 1
        if len(counts) == 0:
            return result
        (left, right), _ = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0]
        result.append((left, right))
        for symbols in corpus:
            fuse(symbols, left, right)
    return result


def encode_bpe(word, merges):
    symbols = [*word]
    for left, right in merges:
        fuse(symbols, left, right)
    return symbols
