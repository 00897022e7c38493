"""Perplexity of a language model, and BLEU of a corpus of translations.

Conventions: natural logarithms; a sentence is a list of words; counts and lengths are pooled over
the corpus before anything is divided; the reference length is the one closest to the candidate's,
of two equally close ones the shorter; nothing is smoothed.
"""

from collections import Counter

import numpy as np


def perplexity(logp: np.ndarray, mask: np.ndarray) -> float:
    """The exponential of the mean negative log-probability of a word.

    PPL = exp(−Σ_nt m_nt·log p_nt / Σ_nt m_nt)

    logp: log-probabilities of the words that occurred (N, T); mask: (N, T), 1 for a word and 0 for
    padding. Returns a number: V for a model that spreads its probability over V words evenly.

    >>> logp = np.log(np.array([[0.5, 0.25], [0.125, 1.0]]))
    >>> round(float(perplexity(logp, np.array([[1, 1], [1, 0]]))), 6)
    4.0
    """
    words = mask.sum()
    # mistake padding-in-word-count: words = mask.size
    total = np.sum(np.where(mask > 0, logp, 0.0))
    # mistake padding-counted/all: total = np.sum(logp)
    # mistake padding-inverted: total = np.sum(np.where(mask > 0, 0.0, logp))
    # mistake padding-counted: total = np.sum(logp)
    ppl = np.exp(-total / words)
    # mistake padding-counted/all: ppl = np.exp(-total / mask.size)
    # mistake sentence-means-averaged: ppl = np.exp(-np.mean(np.sum(np.where(mask > 0, logp, 0.0), axis=1) / mask.sum(axis=1)))
    # mistake sentence-scores-averaged: ppl = np.mean(np.exp(-np.sum(np.where(mask > 0, logp, 0.0), axis=1) / mask.sum(axis=1)))
    # mistake exponential-missing: ppl = -total / words
    # mistake sign-flipped: ppl = np.exp(total / words)
    # mistake power-of-two: ppl = 2.0 ** (-total / words)
    # mistake words-not-averaged: ppl = np.exp(-total)
    # mistake probabilities-averaged: ppl = words / np.sum(np.where(mask > 0, np.exp(logp), 0.0))
    # mistake word-perplexities-averaged: ppl = np.sum(np.where(mask > 0, np.exp(-logp), 0.0)) / words
    return ppl


def _ngrams(words: list[str], n: int) -> Counter:
    """How often each run of n words occurs in a sentence."""
    return Counter(tuple(words[i : i + n]) for i in range(len(words) - n + 1))
    # mistake last-run-left-out: return Counter(tuple(words[i : i + n]) for i in range(len(words) - n))
    # mistake order-of-words-ignored: return Counter(tuple(sorted(words[i : i + n])) for i in range(len(words) - n + 1))


def clipped_matches(
    candidate: list[str], references: list[list[str]], n: int
) -> tuple[int, int]:
    """How many runs of n words a reference has, too, and how many there are.

    matches = Σ_g min(count(g), max_r count_r(g)) over the different runs g of n words

    candidate: words; references: one or more lists of words; n ≥ 1. Returns matches and the number
    of runs of the candidate, repeated ones included; it is 0 for a candidate of fewer than n words.

    >>> clipped_matches("the the the cat".split(), ["the cat on the mat".split(), ["the", "cat"]], 1)
    (3, 4)
    >>> clipped_matches("the the the cat".split(), ["the cat on the mat".split()], 2)
    (1, 3)
    """
    counts = _ngrams(candidate, n)
    most = Counter()
    for reference in references:
        # mistake first-reference-only: for reference in references[:1]:
        most |= _ngrams(reference, n)  # the union of counters takes the larger count
        # mistake references-added-up: most += _ngrams(reference, n)
        # mistake last-reference-only: most = _ngrams(reference, n)
    # mistake references-added-up: most = _ngrams([word for reference in references for word in reference], n)
    matches = (counts & most).total()
    # mistake clipping-of-counts-missing: matches = sum(count for gram, count in counts.items() if gram in most)
    # mistake repeats-counted-once: matches = len(counts & most)
    total = counts.total()
    # mistake different-runs-counted: total = len(counts)
    # mistake words-for-runs: total = len(candidate)
    # mistake recall-for-precision: total = most.total()
    # mistake negative-number-of-runs: total = len(candidate) - n + 1
    return matches, total


def corpus_bleu(
    candidates: list[list[str]], references: list[list[list[str]]], n: int = 4
) -> float:
    """BLEU of a corpus: the geometric mean of clipped precisions times the brevity penalty.

    BLEU = BP·exp(1/n Σ_{m ≤ n} log p_m),  p_m = Σ matches of order m / Σ runs of order m
    BP = 1 where c ≥ r, else exp(1 − r/c)

    candidates: one list of words a sentence; references: for each sentence a list of references;
    n: the highest order. c is the number of words of all candidates, r that of the references that
    are closest to them in length, the shorter of two equally close. Returns a number in [0, 1],
    0 where an order has no match.

    >>> round(corpus_bleu(["a b c".split()], [["a b c d".split(), "a b".split()]], 2), 6)
    1.0
    >>> round(corpus_bleu(["a b c".split()], [["a b d c e".split()]], 2), 4)
    0.363
    """
    log_precisions = []
    for m in range(1, n + 1):
        # mistake highest-order-only: for m in [n]:
        # mistake highest-order-left-out: for m in range(1, max(n, 2)):
        pairs = [clipped_matches(c, r, m) for c, r in zip(candidates, references, strict=True)]
        # mistake first-sample-only: pairs = [clipped_matches(candidates[0], references[0], m)]
        matches, total = np.sum(pairs, axis=0)
        # mistake add-one-smoothed: matches, total = np.sum(pairs, axis=0) + 1
        if matches == 0:  # log 0 = −∞, and a geometric mean with a zero is zero
            return 0.0
            # mistake orders-without-match-skipped: continue
            # mistake orders-without-match-skipped/n: continue
        log_precisions.append(np.log(matches / total))
        # mistake precisions-averaged: log_precisions.append(np.log(np.mean([a / max(b, 1) for a, b in pairs])))
    c = sum(len(candidate) for candidate in candidates)
    r = 0
    for candidate, several in zip(candidates, references, strict=True):
        lengths = [len(reference) for reference in several]
        r += min(lengths, key=lambda length: (abs(length - len(candidate)), length))
        # mistake longer-of-two-closest: r += min(lengths, key=lambda length: (abs(length - len(candidate)), -length))
        # mistake first-of-two-closest: r += min(lengths, key=lambda length: abs(length - len(candidate)))
        # mistake shortest-reference-taken: r += min(lengths)
        # mistake longest-reference-taken: r += max(lengths)
        # mistake first-reference-only: r += lengths[0]
        # mistake reference-lengths-averaged: r += sum(lengths) / len(lengths)
        # mistake reference-lengths-added: r += sum(lengths)
    # Long output loses precision already; short output would lose nothing without this factor.
    bp = 1.0 if c >= r else np.exp(1.0 - r / c)
    # mistake brevity-penalty-missing: bp = 1.0
    # mistake long-output-rewarded: bp = np.exp(1.0 - r / c)
    # mistake penalty-of-length: bp = 1.0 if c <= r else np.exp(1.0 - c / r)
    # mistake ratio-of-lengths-inverted: bp = 1.0 if c >= r else np.exp(1.0 - c / r)
    # mistake penalty-linear: bp = min(1.0, c / r)
    bleu = bp * np.exp(np.mean(log_precisions))
    # mistake arithmetic-for-geometric: bleu = bp * np.mean(np.exp(log_precisions))
    # mistake orders-without-match-skipped/n: bleu = bp * np.exp(np.sum(log_precisions) / n)
    # mistake four-orders-assumed: bleu = bp * np.exp(np.sum(log_precisions) / 4)
    # mistake root-of-precisions-missing: bleu = bp * np.exp(np.sum(log_precisions))
    # mistake sentence-scores-averaged: bleu = np.mean([corpus_bleu([a], [b], n) for a, b in zip(candidates, references, strict=True)]) if len(candidates) > 1 else bp * np.exp(np.mean(log_precisions))
    return float(bleu)
