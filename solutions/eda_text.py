"""Three operations of easy data augmentation (EDA): random swap, deletion and insertion of words.

Conventions: a sentence is a list of words and is never changed; a swap takes two different places;
deletion leaves at least one word; an insertion may come before the first and behind the last word.
"""

import numpy as np


def random_swap(tokens: list[str], n: int) -> list[str]:
    """Exchange the words at two different places, n times.

    tokens: a list of words, at least one; n: how often. Returns a new list. All pairs of places
    are equally likely; a single word comes back as it is.

    >>> random_swap(["a", "b"], 1), random_swap(["a", "b"], 2), random_swap(["a"], 1)
    (['b', 'a'], ['a', 'b'], ['a'])
    """
    words = list(tokens)
    # mistake sentence-changed: words = tokens
    for _ in range(n if len(words) > 1 else 0):
        # mistake once-for-all-times: for _ in range(1 if len(words) > 1 else 0):
        # mistake once-for-all-times: for _ in range(min(n, 1) if len(words) > 1 else 0):
        # mistake one-time-too-many: for _ in range(n + 1 if len(words) > 1 else 0):
        i, j = np.random.choice(len(words), 2, replace=False)
        # mistake place-swapped-with-itself: i, j = np.random.randint(0, len(words), 2)
        # mistake neighbours-only: i, j = np.random.randint(len(words) - 1) + np.arange(2)
        # mistake last-place-never-swapped: i, j = np.random.choice(max(len(words) - 1, 2), 2, replace=False)
        # mistake first-place-always-swapped: i, j = 0, np.random.randint(1, len(words))
        # mistake draws-the-same-each-time: i, j = np.random.RandomState(0).choice(len(words), 2, replace=False)
        words[i], words[j] = words[j], words[i]
        # mistake word-overwritten: words[i] = words[j]
        # mistake all-words-shuffled: words = [words[k] for k in np.random.permutation(len(words))]
    return words


def random_deletion(tokens: list[str], p: float) -> list[str]:
    """Delete each word by itself with probability p, but never all of them.

    tokens: a list of words, at least one; p: from 0 to 1. Returns a new list, in the old order;
    where all words would go, a list of one of them, chosen at random.

    >>> random_deletion(["a", "b"], 0.0), len(random_deletion(["a", "b"], 1.0))
    (['a', 'b'], 1)
    """
    kept = [word for word in tokens if np.random.rand() >= p]
    # mistake keep-for-delete: kept = [word for word in tokens if np.random.rand() < p]
    # mistake fixed-number-deleted: kept = [tokens[k] for k in sorted(np.random.choice(len(tokens), len(tokens) - round(p * len(tokens)), replace=False))]
    # mistake one-decision-for-sentence: kept = list(tokens) if np.random.rand() >= p else []
    # mistake span-deleted:
    #     length = round(p * len(tokens))
    #     start = np.random.randint(len(tokens) - length + 1)
    #     kept = tokens[:start] + tokens[start + length :]
    # mistake words-blanked: kept = [word if np.random.rand() >= p else "" for word in tokens]
    # mistake order-lost: kept = [str(word) for word in np.random.permutation(tokens) if np.random.rand() >= p]
    # mistake sentence-changed:
    #     for k in reversed(range(len(tokens))):
    #         if len(tokens) > 1 and np.random.rand() < p:
    #             tokens.pop(k)
    #     kept = tokens
    # An empty sentence would break what comes after; pᵗ is not small where t is.
    if not kept:
        kept = [tokens[np.random.randint(len(tokens))]]
        # mistake sentence-deleted: pass
        # mistake first-word-kept: kept = [tokens[0]]
        # mistake first-word-kept: kept = [tokens[-1]]
        # mistake whole-sentence-kept: kept = list(tokens)
    return kept


def random_insertion(tokens: list[str], n: int, synonyms: dict[str, list[str]]) -> list[str]:
    """Insert a synonym of a random word at a random place, n times.

    tokens: a list of words, at least one; n: how often; synonyms: from a word to the list of its synonyms.
    Returns a new list; without any synonym a copy of the old one.

    >>> sorted(random_insertion(["a", "b"], 2, {"b": ["c"]})), random_insertion(["a"], 2, {})
    (['a', 'b', 'c', 'c'], ['a'])
    """
    words = list(tokens)
    # mistake sentence-changed: words = tokens
    candidates = [word for word in tokens if synonyms.get(word)]
    # mistake synonyms-of-absent-words: candidates = list(synonyms)
    for _ in range(n if candidates else 0):
        # mistake once-for-all-times: for _ in range(1 if candidates else 0):
        # mistake once-for-all-times: for _ in range(min(n, 1) if candidates else 0):
        # mistake one-time-too-many: for _ in range(n + 1 if candidates else 0):
        word = candidates[np.random.randint(len(candidates))]
        # mistake first-word-only: word = candidates[0]
        choices = synonyms[word]
        # mistake word-for-synonym: choices = [word]
        # mistake first-synonym-only: choices = synonyms[word][:1]
        synonym = choices[np.random.randint(len(choices))]
        place = np.random.randint(len(words) + 1)
        # mistake never-inserted-last: place = np.random.randint(len(words))
        # mistake always-inserted-last: place = len(words)
        # mistake inserted-beside-its-word: place = words.index(word) + 1
        # mistake never-inserted-first: place = np.random.randint(1, len(words) + 1)
        words.insert(place, synonym)
        # mistake replaced-not-inserted: words[min(place, len(words) - 1)] = synonym
    return words
