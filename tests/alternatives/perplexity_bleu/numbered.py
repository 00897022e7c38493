"""Runs as numbers in base V, counted with `unique` and `bincount`; a product of probabilities."""

import numpy as np


def perplexity(logp, mask):
    probabilities = np.exp(logp.astype(float))[mask.astype(bool)]
    return np.prod(probabilities ** (-1 / probabilities.size))


def coded(sentences, n):
    words = {word: i for i, word in enumerate(sorted({w for s in sentences for w in s}))}
    base = len(words) + 1
    codes = []
    for sentence in sentences:
        ids = np.array([words[w] for w in sentence], dtype=np.int64)
        code = np.zeros(max(len(ids) - n + 1, 0), dtype=np.int64)
        for i in range(n):
            code = code * base + ids[i : i + len(code)]
        codes.append(code)
    return codes


def clipped_matches(candidate, references, n):
    codes = coded([candidate, *references], n)
    kinds, places = np.unique(np.concatenate(codes), return_inverse=True)
    ends = np.cumsum([len(code) for code in codes])[:-1]
    table = [np.bincount(part, minlength=len(kinds)) for part in np.split(places, ends)]
    return int(np.minimum(table[0], np.max(table[1:], axis=0)).sum()), int(table[0].sum())


def corpus_bleu(candidates, references, n=4):
    sums = [[0, 0] for _ in range(n)]
    r = 0
    for candidate, several in zip(candidates, references):
        for m in range(n):
            matches, total = clipped_matches(candidate, several, m + 1)
            sums[m][0] += matches
            sums[m][1] += total
        lengths = np.sort([len(each) for each in several])
        r += int(lengths[np.argmin(np.abs(lengths - len(candidate)))])
    c = sum(map(len, candidates))
    if min(matches for matches, _ in sums) == 0:
        return 0.0
    precisions = np.array([matches / total for matches, total in sums])
    return min(1.0, np.exp(1 - r / c)) * np.prod(precisions) ** (1 / n)
