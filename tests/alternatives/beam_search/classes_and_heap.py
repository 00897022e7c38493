"""A small class for a sequence, the best by a heap."""

import heapq
from dataclasses import dataclass


@dataclass(frozen=True)
class Sequence:
    words: tuple
    total: float

    def grown(self, word, log):
        return Sequence((*self.words, word), self.total + float(log))

    def score(self, alpha):
        return self.total * (len(self.words) - 1) ** -alpha


def beam_decode(log_probs, bos, eos, width, max_len, alpha):
    open_ones, found = [Sequence((bos,), 0.0)], []
    step = 0
    while open_ones and step < max_len:
        grown = [
            each.grown(word, log)
            for each in open_ones
            for word, log in enumerate(log_probs(list(each.words)))
        ]
        kept = heapq.nlargest(width, grown, key=lambda each: each.total)
        open_ones = []
        for each in kept:
            (found if each.words[-1] == eos else open_ones).append(each)
        step += 1
    best = max([*found, *open_ones], key=lambda each: each.score(alpha))
    return list(best.words), best.score(alpha)
