"""Numeric questions that interviews ask across branches, answered a second time."""

from math import exp, hypot, prod

import numpy as np

from numeric_witnesses.tools import Witness


def entries(*shapes: tuple[float, ...]) -> float:
    """How many numbers arrays of these shapes hold together."""
    return sum(prod(shape) for shape in shapes)


def attention_against_convolution(H: float, D: float, **_: float) -> list[float]:
    convolution = entries((H, H, 3, 3, D, D))
    projections = entries(*[(H * H, D, D)] * 4)
    products = entries((H * H, H * H, D), (H * H, D, H * H))
    return [convolution / 1e6, (projections + products) / 1e6]


def layers_for_field(T: float, k: float, **_: float) -> list[float]:
    def layers(factor: int) -> int:
        field, dilation, count = 1, 1, 0
        while field < T:
            field += (int(k) - 1) * dilation
            dilation *= factor
            count += 1
        return count

    return [layers(1), layers(2)]


def score_memory(T: float, h: float, B: float, **_: float) -> list[float]:
    scores = np.dtype(np.float16).itemsize * entries((B, h, T, T))
    cached = np.dtype(np.float16).itemsize * entries((B, 8, T, 128), (B, 8, T, 128))
    return [scores / 2**30, cached / 2**20]


def trainable_share(L: float, D: float, m: float, C: float, **_: float) -> float:
    blocks = [[(D, D)] * 4 + [(D, 4 * D), (4 * D, D)] for _ in range(int(L))]
    sizes = [entries((32000, D)), *(entries(*block) for block in blocks), entries((D, C))]
    return 100 * sum(sizes[-int(m) - 1 :]) / sum(sizes)


def prototype(**drawn: float) -> list[float]:
    first = [[drawn["a"], drawn["c"]], [drawn["b"], drawn["d"]]]
    support = np.array([first, [[1, 1], [2, 0]]])
    query = np.array([drawn["u"], drawn["v"]])
    distances = [hypot(*(query - centre)) ** 2 for centre in support.mean(axis=1)]
    weights = [exp(-distance) for distance in distances]
    return [*distances, weights[0] / sum(weights)]


def token_budget(n: float, t: float, g: float, m: float, **_: float) -> list[float]:
    passes = [2, 2, 2]  # forward, gradient of the input, gradient of the weight
    operations_a_token = sum(each * n * 1e9 for each in passes)
    tokens = g * m * 1e15 * t * 24 * 60 * 60 / operations_a_token
    return [tokens / 1e9, tokens / (n * 1e9)]


def inference_memory(b: float, g: float, T: float, B: float, **_: float) -> list[float]:
    weights = 7e9 * b / 8 / 1e9
    keys = values = entries((32, B, g, T, 128))
    cache = np.dtype(np.float16).itemsize * (keys + values) / 1e9
    return [weights, cache, weights + cache]


WITNESSES: dict[str, Witness] = {
    "interview.compare.cnn-vs-transformer.attention-vs-conv-cost": attention_against_convolution,
    "interview.compare.cnn-vs-rnn.layers-for-field": layers_for_field,
    "interview.compare.transformer-long-seq.score-memory": score_memory,
    "interview.open.pretrain-finetune.trainable-share": trainable_share,
    "interview.open.llm-understanding.token-budget": token_budget,
    "interview.open.llm-understanding.inference-memory": inference_memory,
    "interview.scenario.few-shot.prototype": prototype,
}
