"""Numeric questions of the branch rnn, answered a second time."""

import math
from collections import Counter

import numpy as np

from numeric_witnesses.tools import Witness, gradient, sigmoid, softmax


def rnn_step(*, x: float, h: float, w: float, u: float, b: float, **_: float) -> float:
    e = math.exp(2 * float(np.array([w, u, b]) @ np.array([x, h, 1])))
    return (e - 1) / (e + 1)


def rnn_parameters(*, D: float, H: float, K: float, **_: float) -> float:
    shapes = ((D, H), (H, H), (1, H), (H, K), (1, K))
    return sum(np.zeros((int(rows), int(columns))).size for rows, columns in shapes)


def rnn_gradient(*, u: float, h: float, T: float, **_: float) -> float:
    """The chain is run with the inputs that keep the state at h, and its start is moved."""
    drive = math.atanh(h) - u * h

    def last(start: np.ndarray) -> float:
        state = math.tanh(u * float(start[0]) + math.atanh(h) - u * h)
        for _ in range(int(T) - 1):
            state = math.tanh(u * state + drive)
        return state

    return float(gradient(last, [h])[0])


def lstm_cell(a: np.ndarray, cell: float) -> tuple[float, float]:
    """New cell and hidden state from the net inputs of i, f, o and g."""
    i, f, o = (sigmoid(each) for each in a[:3])
    cell = float(np.array([f, i]) @ np.array([cell, 2 * sigmoid(2 * a[3]) - 1]))
    return cell, o * (2 * sigmoid(2 * cell) - 1)


def lstm_step(*, ai: float, af: float, ao: float, ag: float, cp: float, **_: float) -> list[float]:
    return list(lstm_cell(np.array([ai, af, ao, ag]), cp))


def lstm_parameters(*, D: float, H: float, **_: float) -> list[float]:
    weights = np.zeros((int(D + H), 4 * int(H))).size
    bias = np.zeros(4 * int(H)).size
    return [weights + bias, weights + 2 * bias]


def forget_product(*, f: float, T: float, **_: float) -> list[float]:
    """The factor step by step, and the half-life by bisection."""
    factor = 1.0
    for _step in range(int(T)):
        factor *= f
    low, high = 0.0, 1e4
    for _halving in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if math.exp(middle * math.log(f)) > 0.5 else (low, middle)
    return [factor, low]


def gru_step(*, ar: float, az: float, xn: float, hn: float, hp: float, **_: float) -> list[float]:
    reset, update = (sigmoid(each) for each in (ar, az))
    candidate = 2 * sigmoid(2 * float(np.array([1, reset]) @ np.array([xn, hn]))) - 1
    return [candidate, candidate + update * (hp - candidate)]


def gru_parameters(*, D: float, H: float, **_: float) -> list[float]:
    """Blocks are stacked as the cells do: three in a GRU, four in an LSTM."""

    def count(blocks: int) -> int:
        return sum(np.zeros((int(rows), blocks * int(H))).size for rows in (D, H, 1))

    return [count(3), count(4) - count(3)]


def attended(
    *, e1: float, e2: float, e3: float, v1: float, v2: float, v3: float, **_: float
) -> list[float]:
    weights = softmax([e1, e2, e3])
    return [float(weights[0]), float(weights @ [v1, v2, v3])]


def perplexity(*, p1: float, p2: float, p3: float, p4: float, **_: float) -> float:
    return float(np.prod([p1, p2, p3, p4])) ** (-1 / 4)


def clipped_precision(output: list[int], reference: list[int], order: int) -> float:
    grams = [
        Counter(zip(*(words[k:] for k in range(order)), strict=False))
        for words in (output, reference)
    ]
    return (grams[0] & grams[1]).total() / grams[0].total()


def bleu(*, c: float, r: float, m1: float, m2: float, **_: float) -> float:
    """Counted on sentences with these matches: a run of the reference, some of its words in
    falling order, one of them again, and words that are foreign to it."""
    reference = list(range(int(r)))
    matched = reference[: int(m2) + 1] + reference[::-1][: int(m1 - m2) - 1]
    output = [*matched, 0, *range(-1, int(m1 - c), -1)]
    assert len(output) == c
    precisions = [clipped_precision(output, reference, order) for order in (1, 2)]
    return math.exp(1 - r / c) * math.prod(precisions) ** 0.5


def temperature_for_odds(*, r: float, q: float, **_: float) -> float:
    odds = softmax([np.log(r), 0.0])
    cold, hot = 1e-3, 1e3
    for _halving in range(100):
        middle = (cold + hot) / 2
        tempered = odds ** (1 / middle)
        cold, hot = (middle, hot) if tempered[0] > q * tempered[1] else (cold, middle)
    return cold


WITNESSES: dict[str, Witness] = {
    "rnn.basics.scalar-step": rnn_step,
    "rnn.basics.parameter-count": rnn_parameters,
    "rnn.bptt.gradient-factor": rnn_gradient,
    "rnn.lstm.scalar-step": lstm_step,
    "rnn.lstm.parameter-count": lstm_parameters,
    "rnn.lstm-gradient.forget-product": forget_product,
    "rnn.gru.scalar-step": gru_step,
    "rnn.gru.parameter-count": gru_parameters,
    "rnn.attention.three-keys": attended,
    "rnn.nlp.language-model.perplexity": perplexity,
    "rnn.nlp.machine-translation.bleu": bleu,
    "rnn.nlp.text-generation.temperature": temperature_for_odds,
}
