"""Numeric questions on language models and their training and serving (branch modern), answered a
second time."""

from collections import Counter
from itertools import pairwise

import numpy as np

from numeric_witnesses.tools import Witness, softmax


def mlm_counts(N: float, r: float, **_: float) -> list[float]:
    selected = list(range(int(N)))[: int(N * r / 100)]
    treatment = ["mask"] * 8 + ["random"] + ["same"]
    treated = [treatment[place % 10] for place in selected]
    return [treated.count("mask"), len(treated)]


def bpe_merges(a: float, b: float, c: float, d: float, **_: float) -> list[float]:
    words = {"low": int(a), "lower": int(b), "newest": int(c), "widest": int(d)}
    split = {word: list(word) for word in words}

    def frequencies() -> Counter[tuple[str, str]]:
        pairs: Counter[tuple[str, str]] = Counter()
        for word, parts in split.items():
            for pair in pairwise(parts):
                pairs[pair] += words[word]
        return pairs

    first = max(frequencies().values())
    for _merge in range(2):
        left, right = frequencies().most_common(1)[0][0]
        for parts in split.values():
            for place in range(len(parts) - 2, -1, -1):
                if parts[place : place + 2] == [left, right]:
                    parts[place : place + 2] = [left + right]
    return [first, sum(words[word] * len(parts) for word, parts in split.items())]


def cosine(a: float, b: float, c: float, d: float, **_: float) -> float:
    u, w = np.array([a, b, 2.0]), np.array([c, d, 2.0])
    u, w = u / np.linalg.norm(u), w / np.linalg.norm(w)
    # For unit vectors ‖u − w‖² = 2 − 2 cos.
    return float(1 - np.sum((u - w) ** 2) / 2)


def compute_optimal(c: float, k: float, **_: float) -> list[float]:
    budget, low, high = c * 10**k, 1e6, 1e14
    for _round in range(200):
        middle = (low * high) ** 0.5
        low, high = (middle, high) if 6 * middle * (20 * middle) < budget else (low, middle)
    return [low / 1e9, 20 * low / 1e9]


def recall_mrr(a: float, b: float, c: float, k: float, **_: float) -> list[float]:
    ranks = [a, b, c, np.inf]
    return [float(np.mean([rank <= k for rank in ranks])), float(np.mean([1 / r for r in ranks]))]


def preference_loss(a: float, b: float, **_: float) -> float:
    # The softmax over the scores of both answers, without a sigmoid.
    return -float(np.log(softmax([a, b])[0]))


def clipped_objective(r: float, A: float, e: float, **_: float) -> float:
    # The gain stops growing once the ratio has gone too far in the direction that pays.
    limit = 1 + e if A > 0 else 1 - e
    gone_too_far = r > limit if A > 0 else r < limit
    return A * (limit if gone_too_far else r)


def group_advantage(a: float, b: float, c: float, d: float, **_: float) -> float:
    rewards = np.array([a, b, c, d])
    return float((rewards[0] - rewards.mean()) / np.std(rewards))


def dpo_loss(*, a: float, b: float, u: float, v: float, beta: float, **_: float) -> float:
    ratios = np.exp([a - u, b - v]) ** beta
    return -float(np.log(ratios[0] / ratios.sum()))


def lora_parameters(D: float, L: float, r: float, k: float, **_: float) -> list[float]:
    factors = [np.empty((int(D), int(r))), np.empty((int(r), int(D)))] * int(k)
    adapted = np.empty((int(D), int(D)))
    one_layer = sum(factor.size for factor in factors)
    return [L * one_layer / 1e6, 100 * one_layer / (k * adapted.size)]


def adapter_parameters(D: float, m: float, L: float, **_: float) -> float:
    down, up = [(D, m), (m, 1)], [(m, D), (D, 1)]
    places = ["after attention", "after the FFN"] * int(L)
    return sum(rows * columns for _place in places for rows, columns in (*down, *up))


def cache_bytes(L: float, g: float, T: float, B: float, **_: float) -> float:
    of_a_head = T * 128 * len(("K", "V"))
    return float(sum(of_a_head * B for _head in range(int(L * g))) * 16 / 8 / 1e9)


def speculative_round(
    *, a: float, b: float, c: float, d: float, g: float, **_: float
) -> list[float]:
    p, q = np.array([a, b, 1 - a - b]), np.array([c, d, 1 - c - d])
    accepted = 1 - float(np.abs(p - q).sum()) / 2  # one minus the total variation
    still_going, tokens = 1.0, 0.0
    for _draft in range(int(g)):
        tokens += still_going * (1 - accepted)  # the token put in place of a refused one
        still_going *= accepted
        tokens += still_going
    return [accepted, tokens + still_going]


def decode_intensity(
    *, D: float, B: float, w: float, P: float, M: float, **_: float
) -> list[float]:
    operations = sum(D * (D + D) for _row in range(int(B)))
    moved = D * D * w + B * D * 2 + B * D * 2
    return [operations / moved, P * 1e12 / (M * 1e12)]


def zero_stages(n: float, P: float, **_: float) -> list[float]:
    parts = {"states": 4 + 4 + 4, "gradients": 2, "parameters": 2}
    sharded: set[str] = set()
    held = []
    for part in parts:
        sharded.add(part)
        held.append(n * sum(size / P if p in sharded else size for p, size in parts.items()))
    return held


def pipeline_bubble(p: float, m: float, **_: float) -> list[float]:
    """Stage s works on microbatch b at the tick after both were ready; then look who waited."""
    stages, batches = int(p), int(m)
    end = np.zeros((stages + 1, batches + 1))
    for stage in range(1, stages + 1):
        for batch in range(1, batches + 1):
            end[stage, batch] = max(end[stage - 1, batch], end[stage, batch - 1]) + 1
    total = float(end[-1, -1])
    return [100 * (total - batches) / total, total / batches]


def extreme_numbers(e: float, m: float, **_: float) -> list[float]:
    bias = int("0" + "1" * (int(e) - 1), 2)  # the exponent field of 1.0

    def value(field: int, mantissa: int) -> float:
        fraction = mantissa / 2.0**m
        exponent = field - bias if field else 1 - bias
        return (1 + fraction if field else fraction) * 2.0**exponent

    return [float(np.log2(value(1, 0))), float(np.log2(value(0, 1)))]


def loss_scale(k: float, s: float, lossmax: float, **_: float) -> list[float]:
    def survives(exponent: int) -> bool:
        return bool(np.float16(2.0 ** (exponent - k)) > 0)

    def fits(exponent: int) -> bool:
        return lossmax * 2**exponent <= float(np.finfo(np.float16).max)

    exponents = range(40)
    least = next(each for each in exponents if survives(each))
    most = max(each for each in exponents if fits(each))
    return [float(survives(int(s))), least, most]


def checkpoint_memory(q: float, a: float, **_: float) -> list[float]:
    layers = list(range(int(q * q)))
    segments = [layers[start : start + int(q)] for start in range(0, len(layers), int(q))]
    inputs = {segment[0] for segment in segments}
    peak = max(len(inputs) + len(segment) for segment in segments)
    return [peak * a / 1000, 100 * peak / len(layers)]


def accumulation_scale(k: float, b: float, g: float, **_: float) -> list[float]:
    samples = np.arange(1.0, k * b + 1)
    summed = sum(part.mean() for part in np.split(samples, int(k)))
    samples *= g / summed  # now the means of the microbatches add up to g
    return [float(samples.mean()), float(samples.mean() / g)]


def return_and_target(
    *, a: float, b: float, c: float, g: float, v: float, **_: float
) -> list[float]:
    # Backwards through the episode: what is still to come shrinks by the discount at each step.
    to_come = 0.0
    for reward in (c, b, a):
        to_come = reward + g * to_come
    bellman = np.array([[1.0, -g], [0.0, 1.0]])  # V(s0) - g V(s1) = a, V(s1) = v
    return [to_come, float(np.linalg.solve(bellman, [a, v])[0])]


def mae_tokens(I: float, p: float, r: float, **_: float) -> list[float]:  # noqa: E741
    corners = [(x, y) for x in range(0, int(I), int(p)) for y in range(0, int(I), int(p))]
    visible = len(corners) - len(corners) * r / 100
    return [visible, 100 * visible**2 / len(corners) ** 2]


WITNESSES: dict[str, Witness] = {
    "modern.llm.architectures.mlm-counts": mlm_counts,
    "modern.llm.tokenization.bpe-merges": bpe_merges,
    "modern.llm.embeddings.cosine": cosine,
    "modern.llm.scaling-laws.compute-optimal": compute_optimal,
    "modern.llm.rag-agents.recall-mrr": recall_mrr,
    "modern.align.rlhf.bradley-terry": preference_loss,
    "modern.align.rlhf.ppo-clip": clipped_objective,
    "modern.align.rlhf.grpo-advantages": group_advantage,
    "modern.align.dpo.loss": dpo_loss,
    "modern.peft.lora.parameters": lora_parameters,
    "modern.peft.others.adapter-parameters": adapter_parameters,
    "modern.inference.kv-cache.cache-bytes": cache_bytes,
    "modern.inference.speculative.acceptance": speculative_round,
    "modern.inference.serving.decode-intensity": decode_intensity,
    "modern.distributed.zero-fsdp.memory-per-gpu": zero_stages,
    "modern.distributed.parallelism.pipeline-bubble": pipeline_bubble,
    "modern.distributed.mixed-precision.extreme-numbers": extreme_numbers,
    "modern.distributed.mixed-precision.underflow-scale": loss_scale,
    "modern.distributed.checkpointing.sqrt-checkpoints": checkpoint_memory,
    "modern.distributed.checkpointing.accumulation-scale": accumulation_scale,
    "modern.rl-basics.return-and-backup": return_and_target,
    "modern.self-supervised.mae-tokens": mae_tokens,
}
