"""All scores of a step in one array, cut by a partial sort of the flattened indices."""

import numpy as np


def beam_search(log_probs, bos, eos, width, max_len, alpha):
    sequences, totals = [[bos]], np.zeros(1)
    best, best_score = None, -np.inf
    for step in range(1, max_len + 1):
        table = totals[:, None] + np.stack([log_probs(each) for each in sequences])
        flat = table.ravel()
        top = np.argsort(flat)[::-1][:width]
        rows, words = np.unravel_index(top, table.shape)
        extended = [sequences[r] + [int(w)] for r, w in zip(rows, words)]
        closing = (words == eos) | (step == max_len)
        for tokens, total in zip(np.array(extended)[closing], flat[top][closing]):
            if total / step**alpha > best_score:
                best, best_score = [int(t) for t in tokens], total / step**alpha
        going = words != eos
        sequences = [each for each, g in zip(extended, going) if g]
        totals = flat[top][going]
        if not sequences:
            break
    return best, best_score
