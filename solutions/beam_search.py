"""Beam search with a length penalty.

Conventions: natural logarithms; the `width` best of all candidates of a step stay, and those of them
that end in eos leave the beam, without others in their place; the score divides the sum of
log-probabilities by n^alpha, with n generated tokens, eos counted and bos not.
"""

from collections.abc import Callable

import numpy as np


def beam_search(
    log_probs: Callable[[list[int]], np.ndarray],
    bos: int,
    eos: int,
    width: int,
    max_len: int,
    alpha: float,
) -> tuple[list[int], float]:
    """The best sequence that a beam of the given width finds.

    score = Σ_t log p(y_t | y_<t) / n^alpha

    log_probs: takes a list of tokens that begins with bos, gives log-probabilities (V,) of the next
    one; bos, eos: tokens; width: sequences that stay in each step; max_len: steps at most;
    alpha: 0 for no penalty. Returns the tokens, bos first, and the score.

    >>> table = np.log([[0.1, 0.5, 0.4], [0.3, 0.3, 0.4], [1.0, 1.0, 1.0]])
    >>> tokens, score = beam_search(lambda t: table[t[-1]], 0, 2, width=2, max_len=3, alpha=0.0)
    >>> tokens, round(float(np.exp(score)), 4)
    ([0, 2], 0.4)
    """
    beam, ended = [([bos], 0.0)], []
    for _ in range(max_len):
        # mistake loop-one-longer: for _ in range(max_len + 1):
        # mistake loop-one-short: for _ in range(max(max_len - 1, 1)):
        candidates = []
        for tokens, total in beam:
            logs = log_probs(tokens)
            # mistake prefix-not-passed: logs = log_probs(tokens[-1:])
            # mistake probabilities-added: logs = np.exp(log_probs(tokens))
            # mistake sign-flipped: logs = -log_probs(tokens)
            candidates += [([*tokens, token], total + log) for token, log in enumerate(logs)]
            # mistake last-step-only: candidates += [([*tokens, token], log) for token, log in enumerate(logs)]
            # mistake each-sequence-pruned-alone: candidates += [([*tokens, int(token)], total + logs[token]) for token in np.argsort(-logs)[: width if len(tokens) == 1 else 1]]
            # mistake averaged-twice: candidates += [([*tokens, token], (total + log) / len(tokens) ** alpha) for token, log in enumerate(logs)]
        candidates.sort(key=lambda each: each[1], reverse=True)
        # mistake least-likely-kept: candidates.sort(key=lambda each: each[1])
        best = candidates[:width]
        # mistake beam-not-pruned: best = candidates[: max(3 * width, 8)]
        # mistake width-not-used: best = candidates[:1]
        # mistake beam-refilled: best = [each for each in candidates if each[0][-1] == eos][:width] + [each for each in candidates if each[0][-1] != eos][:width]
        ended += [each for each in best if each[0][-1] == eos]
        # mistake ended-left-out: pass
        beam = [each for each in best if each[0][-1] != eos]
        # mistake ended-extended: beam = best
        if not beam:
            break
        # mistake stopped-at-first-end:
        #     if ended or not beam:
        #         break

    def score(each: tuple[list[int], float]) -> float:
        tokens, total = each
        penalised = total / (len(tokens) - 1) ** alpha
        # mistake length-penalty-missing: penalised = total
        # mistake start-counted: penalised = total / len(tokens) ** alpha
        # mistake end-not-counted: penalised = total / max(len(tokens) - 1 - (tokens[-1] == eos), 1) ** alpha
        # mistake multiplied-for-divided: penalised = total * (len(tokens) - 1) ** alpha
        # mistake linear-for-power: penalised = total / (1 + alpha * (len(tokens) - 2))
        # mistake penalty-added: penalised = total + alpha * (len(tokens) - 1)
        # mistake averaged-always: penalised = total / (len(tokens) - 1)
        # mistake probability-returned: penalised = np.exp(total) / (len(tokens) - 1) ** alpha
        return penalised

    best = max(ended + beam, key=score)
    # mistake unfinished-left-out: best = max(ended or beam, key=score)
    # mistake chosen-without-penalty: best = max(ended + beam, key=lambda each: each[1])
    tokens = best[0]
    # mistake start-not-returned: tokens = best[0][1:]
    return tokens, score(best)
