"""A dictionary of distinct words as tuples, with their counts; encoding by the best rank."""


def join_pair(symbols, pair):
    new, skip = [], False
    for left, right in zip(symbols, (*symbols[1:], None)):
        if skip:
            skip = False
        elif (left, right) == pair:
            new.append(left + right)
            skip = True
        else:
            new.append(left)
    return tuple(new)


def learn_bpe(words, n_merges):
    vocabulary = {}
    for word in words:
        vocabulary[tuple(word)] = vocabulary.get(tuple(word), 0) + 1
    merges = []
    while len(merges) < n_merges:
        table = {}
        for symbols, count in vocabulary.items():
            for i in range(len(symbols) - 1):
                pair = symbols[i], symbols[i + 1]
                table[pair] = table.get(pair, 0) + count
        if not table:
            break
        most = max(table.values())
        pair = sorted(p for p, count in table.items() if count == most)[0]
        merges.append(pair)
        grown = {}
        for symbols, count in vocabulary.items():
            key = join_pair(symbols, pair)
            grown[key] = grown.get(key, 0) + count
        vocabulary = grown
    return merges


def apply_bpe(word, merges):
    rank = {pair: r for r, pair in enumerate(merges)}
    symbols = tuple(word)
    while True:
        present = [p for p in zip(symbols, symbols[1:]) if p in rank]
        if not present:
            return list(symbols)
        symbols = join_pair(symbols, min(present, key=rank.get))
