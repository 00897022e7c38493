"""Lists and `count`, sentence by sentence, without a counter."""

import math


def perplexity(logp, mask):
    kept = [float(l) for row, on in zip(logp, mask) for l, m in zip(row, on) if m]
    return math.exp(-math.fsum(kept) / len(kept))


def grams(words, n):
    return [" ".join(words[i : i + n]) for i in range(len(words)) if i + n <= len(words)]


def clipped_matches(candidate, references, n):
    mine = grams(candidate, n)
    matches = 0
    for gram in set(mine):
        matches += min(mine.count(gram), max(grams(each, n).count(gram) for each in references))
    return matches, len(mine)


def corpus_bleu(candidates, references, n=4):
    product = 1.0
    for order in range(1, n + 1):
        hits, runs = 0, 0
        for candidate, several in zip(candidates, references):
            a, b = clipped_matches(candidate, several, order)
            hits, runs = hits + a, runs + b
        if not hits:
            return 0
        product *= hits / runs
    c, r = 0, 0
    for candidate, several in zip(candidates, references):
        c += len(candidate)
        r += sorted((abs(len(each) - len(candidate)), len(each)) for each in several)[0][1]
    penalty = math.exp(min(0.0, 1 - r / c))
    return penalty * product ** (1 / n)
