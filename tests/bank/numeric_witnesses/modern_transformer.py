"""Numeric questions on Transformers and attention (branch modern), answered a second time."""

import cmath
from math import prod

import numpy as np

from numeric_witnesses.tools import Witness, softmax

Shape = tuple[float, ...]


def entries(*shapes: Shape) -> float:
    """How many numbers arrays of these shapes hold together."""
    return sum(prod(shape) for shape in shapes)


def block_shapes(N: float, T: float, H: float, D: float, **_: float) -> list[float]:
    per_head = D / H
    return [per_head, entries((N, H, T, T)), entries((N, T, 4 * D))]


def ffn_share(D: float, m: float, r: float, **_: float) -> float:
    feed_forward = [(D, r * D)] * int(m)
    attention = [(D, D)] * 4
    return 100 * entries(*feed_forward) / entries(*feed_forward, *attention)


def swiglu_width(D: float, **_: float) -> float:
    before = entries((D, 4 * D), (4 * D, D))
    return next(h for h in range(256, int(4 * D) + 1, 256) if entries(*[(D, h)] * 3) >= before)


def gpt_parameters(L: float, D: float, V: float, **_: float) -> float:
    layer = [*[(D, D)] * 4, (D, 4 * D), (4 * D, D)]
    return entries(*layer * int(L), (V, D), (1024, D)) / 1e6


def training_days(n: float, d: float, g: float, m: float, **_: float) -> list[float]:
    # A linear layer does one product forward, two backward; a multiply-add is two operations.
    total = sum(2 * n * 1e9 * d * 1e9 for _ in ("forward", "to the input", "to the weight"))
    return [total / 1e21, total / (g * 1e15 * m) / (24 * 3600)]


def activation_memory(L: float, D: float, H: float, B: float, T: float, **_: float) -> list[float]:
    layer = [(B, T, D)] * 17 + [(B, H, T, T)] * 2
    kept, checkpoints = layer * int(L), [(B, T, D)] * int(L)
    return [2 * entries(*kept) / 1e9, 2 * entries(*checkpoints) / 1e9]


def inference_memory(M: float, R: float, g: float, **_: float) -> list[float]:
    bits = (M - R) * 8e9
    bits_of_group = sum(4 for _ in range(int(g))) + 16
    return [bits / 16 / 1e9, bits / bits_of_group * g / 1e9]


def attend(q: np.ndarray, k: np.ndarray, v: np.ndarray) -> np.ndarray:
    """Single-head attention, query by query."""
    return np.stack([softmax([row @ key / np.sqrt(len(row)) for key in k]) @ v for row in q])


def two_tokens(
    *, a: float, b: float, c: float, d: float, u: float, w: float, **_: float
) -> list[float]:
    q, k, v = np.array([[a, b], [c, d]]), np.array([[1, 2], [0, 1]]), np.array([[u], [w]])
    return list(attend(q, k, v).ravel())


def mha_parameters(D: float, H: float, **_: float) -> list[float]:
    heads = [(D, D / H)] * 3 * int(H)
    weights = entries(*heads, (D, D))
    return [weights, weights + entries((D,), (D,), (D,), (D,))]


def masked_row(a: float, b: float, c: float, d: float, **_: float) -> list[float]:
    scores = np.array([a, b, c, d])
    allowed = np.tril(np.ones((4, 4), dtype=bool))[2]
    return list(softmax(np.where(allowed, scores, -np.inf)))


def cache_reduction(H: float, g: float, c: float, **_: float) -> list[float]:
    multi_head = entries(*[(H, 128)] * 2)
    return [multi_head / entries(*[(g, 128)] * 2), multi_head / entries((c,), (64,))]


def parameter_saving(L: float, H: float, g: float, **_: float) -> float:
    def attention(kv_heads: float) -> float:
        D = 128 * H
        return entries(*[(D, D), (D, 128 * kv_heads), (D, 128 * kv_heads), (D, D)] * int(L))

    return (attention(H) - attention(g)) / 1e6


def sinusoidal_entry(t: float, i: float, D: float, **_: float) -> list[float]:
    # Each pair turns more slowly than the one before by the same factor.
    turn = 1.0
    for _pair in range(int(i)):
        turn /= 10000.0 ** (2 / D)
    point = cmath.exp(1j * t * turn)
    return [point.imag, point.real]


def rotate_pair(a: float, b: float, m: float, w: float, **_: float) -> list[float]:
    turned = complex(a, b)
    for _position in range(int(m)):
        turned *= cmath.exp(1j * w)
    return [turned.real, turned.imag]


def flash_memory(B: float, H: float, T: float, **_: float) -> list[float]:
    return [2 * entries((B, H, T, T)) / 1e9, 4 * entries((B, H, T)) / 1e6]


def online_softmax(
    *, m: float, n: float, A: float, s: float, t: float, u: float, v: float, **_: float
) -> list[float]:
    # Block 1 as one key of score m + log n and value A / n: the softmax over all keys at once.
    scores, values = np.array([m + np.log(n), s, t]), np.array([A / n, u, v])
    largest = max(m, s, t)
    return [largest, float(np.exp(scores - largest).sum()), float(softmax(scores) @ values)]


def window_cost(T: float, w: float, L: float, **_: float) -> list[float]:
    pairs = sum(min(position + 1, int(w)) for position in range(int(T)))
    place = 0
    for _layer in range(int(L)):
        place = min(range(place - int(w) + 1, place + 1))
    return [pairs, -place]


def rmsnorm_output(*, a: float, b: float, c: float, d: float, g: float, **_: float) -> list[float]:
    x = np.array([a, b, c, d])
    on_sphere = x / np.linalg.norm(x) * np.sqrt(len(x))
    return [g * on_sphere[0], g * on_sphere[-1]]


def moe_parameters(
    *, L: float, D: float, h: float, E: float, k: float, s: float, **_: float
) -> list[float]:
    def billions(routed: float) -> float:
        experts = [(D, h), (D, h), (h, D)] * int(routed + s)
        return L * entries(*[(D, D)] * 4, *experts) / 1e9

    return [billions(E), billions(k)]


def balance_loss(
    *, a: float, b: float, c: float, d: float, p: float, q: float, r: float, **_: float
) -> float:
    chosen = np.repeat(np.arange(4), [int(a), int(b), int(c), int(d)])
    mean_probability = np.array([p, q, r, 1 - p - q - r])
    # The sum over experts of f P is the mean over tokens of P at the chosen expert.
    return 4 * float(mean_probability[chosen].mean())


def nucleus(a: float, b: float, c: float, d: float, P: float, **_: float) -> list[float]:
    kept: list[float] = []
    for probability in (a, b, c, d):
        if sum(kept) < P:
            kept.append(probability)
    return [len(kept), a / sum(kept)]


def temperature(a: float, b: float, c: float, T: float, **_: float) -> list[float]:
    # Powers of the probabilities at T = 1, normalised again.
    powers = softmax([a, b, c]) ** (1 / T)
    return list(powers / powers.sum())


WITNESSES: dict[str, Witness] = {
    "modern.transformer.block.shapes": block_shapes,
    "modern.transformer.ffn.parameter-share": ffn_share,
    "modern.transformer.ffn.swiglu-width": swiglu_width,
    "modern.transformer.params-flops.gpt-parameters": gpt_parameters,
    "modern.transformer.params-flops.training-days": training_days,
    "modern.transformer.params-flops.activation-memory": activation_memory,
    "modern.transformer.params-flops.inference-memory": inference_memory,
    "modern.attention.self-attention.two-tokens": two_tokens,
    "modern.attention.mha.parameters": mha_parameters,
    "modern.attention.masking.masked-row": masked_row,
    "modern.attention.mqa-gqa.cache-reduction": cache_reduction,
    "modern.attention.mqa-gqa.parameter-saving": parameter_saving,
    "modern.attention.positional.sinusoidal-entry": sinusoidal_entry,
    "modern.attention.rope.rotate-pair": rotate_pair,
    "modern.attention.flash.memory": flash_memory,
    "modern.attention.flash.online-softmax": online_softmax,
    "modern.attention.efficient.window-cost": window_cost,
    "modern.norm.rmsnorm.output": rmsnorm_output,
    "modern.arch.moe.active-total": moe_parameters,
    "modern.arch.moe.balance-loss": balance_loss,
    "modern.decoding.nucleus-size": nucleus,
    "modern.decoding.temperature": temperature,
}
