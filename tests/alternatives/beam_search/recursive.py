"""One step a call, best sequences passed down."""

import math


def beam_search(log_probs, bos, eos, width, max_len, alpha):
    def rank(pair):
        return pair[0]

    def go(beam, ended, left):
        if left == 0 or not beam:
            return ended + beam
        pool = []
        for total, tokens in beam:
            row = log_probs(tokens)
            pool.extend((total + row[v], tokens + [v]) for v in range(len(row)))
        pool = sorted(pool, key=rank)[-width:]
        closed = [each for each in pool if each[1][-1] == eos]
        return go([each for each in pool if each not in closed], ended + closed, left - 1)

    everything = go([(0.0, [bos])], [], max_len)
    scored = [(total / math.pow(len(tokens) - 1, alpha), tokens) for total, tokens in everything]
    score, tokens = max(scored, key=rank)
    return tokens, score
