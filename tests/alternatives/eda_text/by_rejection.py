"""Draws again until both places differ; a recursion over the rest of the sentence and of the times."""

from random import randrange, uniform


def random_swap(tokens, n):
    if n == 0 or len(tokens) < 2:
        return list(tokens)
    first = second = randrange(len(tokens))
    while second == first:
        second = randrange(len(tokens))
    low, high = sorted((first, second))
    once = (
        tokens[:low] + [tokens[high]] + tokens[low + 1 : high] + [tokens[low]] + tokens[high + 1 :]
    )
    return random_swap(once, n - 1)


def random_delete(tokens, p):
    chosen = [] if not tokens else [word for word in tokens if not uniform(0, 1) < p]
    while not chosen:
        chosen.append(tokens[randrange(len(tokens))])
    return chosen


def random_insert(tokens, n, synonyms):
    out = [*tokens]
    while n > 0 and any(word in synonyms for word in tokens):
        word = tokens[randrange(len(tokens))]
        if word not in synonyms:
            continue
        out[(at := randrange(len(out) + 1)) : at] = [synonyms[word][randrange(len(synonyms[word]))]]
        n -= 1
    return out
