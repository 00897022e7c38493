"""The random module alone: sample, choice and randint with both ends."""

import random


def eda_swap(tokens, n):
    out = tokens[:]
    if len(out) == 1:
        return out
    for _ in range(n):
        a, b = random.sample(range(len(out)), 2)
        out[a], out[b] = out[b], out[a]
    return out


def eda_delete(tokens, p):
    out = []
    for word in tokens:
        if random.random() >= p:
            out.append(word)
    return out or [random.choice(tokens)]


def eda_insert(tokens, n, synonyms):
    out = tokens.copy()
    known = [word for word in tokens if word in synonyms]
    if not known:
        return out
    for _ in range(n):
        out.insert(random.randint(0, len(out)), random.choice(synonyms[random.choice(known)]))
    return out
