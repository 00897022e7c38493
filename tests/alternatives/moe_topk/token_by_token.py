"""One token at a time, in plain Python; each expert is called with a single row."""

import math

import numpy as np


def ranked(row, k):
    return sorted(range(len(row)), key=lambda i: row[i], reverse=True)[:k]


def probabilities(values):
    largest = max(values)
    powers = [math.exp(value - largest) for value in values]
    return [power / sum(powers) for power in powers]


def top_k_gates(logits, k):
    gates = np.zeros(np.shape(logits))
    for t, row in enumerate(logits.tolist()):
        picked = ranked(row, k)
        for i, weight in zip(picked, probabilities([row[i] for i in picked])):
            gates[t][i] = weight
    return gates


def load_balance_loss(logits, k):
    table = logits.tolist()
    loads, mass = [0] * len(table[0]), [0.0] * len(table[0])
    for row in table:
        for i in ranked(row, k):
            loads[i] += 1
        for i, p in enumerate(probabilities(row)):
            mass[i] += p
    total = sum(load * m for load, m in zip(loads, mass))
    return len(loads) * total / (sum(loads) * len(table))


def moe_forward(x, Wg, experts, k):
    logits = np.dot(x, Wg)
    gates = top_k_gates(logits, k)
    y = []
    for t in range(len(x)):
        y.append(sum(gates[t, i] * experts[i](x[t]) for i in ranked(logits[t].tolist(), k)))
    return np.array(y), load_balance_loss(logits, k)
