"""Byte-pair encoding: learning merges from words, and encoding a word with them.

Conventions: symbols begin as single characters, without an end-of-word mark; all neighbouring pairs
within a word count; of equally frequent pairs the lexicographically first is merged, from left to
right without overlap.
"""

from collections import Counter

Pair = tuple[str, str]


def _merge(symbols: list[str], pair: Pair) -> list[str]:
    """The symbols of a word with every occurrence of the pair joined, left to right."""
    merged, i = [], 0
    while i < len(symbols):
        if tuple(symbols[i : i + 2]) == pair:
            # mistake first-occurrence-only: if tuple(symbols[i : i + 2]) == pair and "".join(pair) not in merged:
            # mistake pair-order-ignored: if sorted(symbols[i : i + 2]) == sorted(pair):
            merged.append("".join(pair))
            i += 2
            # mistake overlaps-merged: i += 1
        else:
            merged.append(symbols[i])
            i += 1
    # mistake borders-of-symbols-crossed: merged = " ".join(symbols).replace(" ".join(pair), "".join(pair)).split(" ")
    return merged


def bpe_train(words: list[str], n_merges: int) -> list[Pair]:
    """The merges that a corpus teaches, in order.

    words: a corpus, repeated words count each time; n_merges: rounds, fewer if no pair is left.
    Returns pairs (left, right).

    >>> bpe_train(["low", "low", "lower", "new"], 2)
    [('l', 'o'), ('lo', 'w')]
    """
    corpus = [list(word) for word in words]
    # mistake word-counts-ignored: corpus = [list(word) for word in dict.fromkeys(words)]
    # mistake pairs-across-words: corpus = [list("".join(words))]
    merges = []
    for _ in range(n_merges):
        # mistake one-merge-only: for _ in range(min(n_merges, 1)):
        # mistake loop-one-longer: for _ in range(n_merges + 1):
        # mistake loop-one-short: for _ in range(n_merges - 1):
        counts = Counter(pair for word in corpus for pair in zip(word, word[1:], strict=False))
        # mistake pair-once-a-word: counts = Counter(pair for word in corpus for pair in set(zip(word, word[1:], strict=False)))
        # mistake pairs-without-order: counts = Counter(tuple(sorted(pair)) for word in corpus for pair in zip(word, word[1:], strict=False))
        # mistake pairs-counted-without-overlap: counts = Counter(pair for word in corpus for pair in zip(word[::2], word[1::2], strict=False))
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        # mistake tie-to-first-met: best = max(counts, key=lambda pair: counts[pair])
        # mistake tie-to-last-in-order: best = max(counts, key=lambda pair: (counts[pair], pair))
        # mistake rarest-pair-merged: best = min(counts, key=lambda pair: (counts[pair], pair))
        # mistake longest-pair-merged: best = min(counts, key=lambda pair: (-len("".join(pair)), -counts[pair], pair))
        merges.append(best)
        # mistake pairs-not-recounted:
        #     merges = sorted(counts, key=lambda pair: (-counts[pair], pair))[:n_merges]
        #     break
        corpus = [_merge(word, best) for word in corpus]
    return merges


def bpe_encode(word: str, merges: list[Pair]) -> list[str]:
    """The symbols of a word, by the merges in the order in which they were learned.

    word: a string; merges: pairs (left, right). Returns symbols that joined give the word.

    >>> bpe_encode("lowest", [("l", "o"), ("lo", "w"), ("e", "s")])
    ['low', 'es', 't']
    """
    symbols = list(word)
    for pair in merges:
        # mistake merges-in-reverse: for pair in merges[::-1]:
        # mistake first-merge-only: for pair in merges[:1]:
        # mistake last-merge-left-out: for pair in merges[:-1]:
        # mistake longest-merge-first: for pair in sorted(merges, key=lambda each: -len("".join(each))):
        symbols = _merge(symbols, pair)
    # mistake longest-match-taken:
    #     known = {"".join(pair) for pair in merges} | set(word)
    #     symbols, start = [], 0
    #     while start < len(word):
    #         end = max(e for e in range(start + 1, len(word) + 1) if word[start:e] in known)
    #         symbols.append(word[start:end])
    #         start = end
    return symbols
