"""A match uses up one run of the reference that has most of it; logs are added up on the way."""

import numpy as np


def perplexity(logp, mask):
    return np.exp(np.average(-logp, weights=mask))


def runs(words, n):
    return list(zip(*(words[i:] for i in range(n))))


def clipped_matches(candidate, references, n):
    left = {}
    for reference in references:
        counts = {}
        for run in runs(reference, n):
            counts[run] = counts.get(run, 0) + 1
            left[run] = max(left.get(run, 0), counts[run])
    matches = 0
    for run in runs(candidate, n):
        if left.get(run, 0) > 0:
            left[run] -= 1
            matches += 1
    return matches, max(0, len(candidate) - n + 1)


def corpus_bleu(candidates, references, n=4):
    tallies = np.zeros((n, 2))
    lengths = np.zeros(2)
    for candidate, several in zip(candidates, references):
        tallies += [clipped_matches(candidate, several, m + 1) for m in range(n)]
        best = None
        for reference in several:
            gap = abs(len(reference) - len(candidate))
            if best is None or (gap, len(reference)) < best:
                best = gap, len(reference)
        lengths += len(candidate), best[1]
    if (tallies[:, 0] == 0).any():
        return 0.0
    score = np.log(tallies[:, 0] / tallies[:, 1]).sum() / n
    if lengths[0] < lengths[1]:
        score += 1 - lengths[1] / lengths[0]
    return np.exp(score)
