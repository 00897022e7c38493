"""Numeric questions on vision transformers, CLIP, vision–language models and segmentation
(branch modern), answered a second time."""

import numpy as np

from numeric_witnesses.tools import Witness, softmax


def token_count(P: float, H: float, W: float, **_: float) -> list[int]:
    def tokens(height: int, width: int) -> int:
        corners = np.zeros((height, width))[:: int(P), :: int(P)]
        return corners.size + 1

    return [tokens(int(H), int(W)), tokens(2 * int(H), 2 * int(W))]


def patch_embedding(P: float, C: float, D: float, S: float, **_: float) -> list[int]:
    kernel, bias = np.zeros((int(D), int(C), int(P), int(P))), np.zeros(int(D))
    places = np.zeros((int(S), int(S)))[:: int(P), :: int(P)].size
    return [kernel.size + bias.size, np.zeros((places + 1, int(D))).size]


def clip_loss(d: float, b: float, c: float, **_: float) -> float:
    S = np.array([[d, b, c], [0, d, 0], [0, 0, d]])
    probabilities = [softmax(line)[i] for M in (S, S.T) for i, line in enumerate(M)]
    return -float(np.log(probabilities).mean())


def visual_tokens(S: float, m: float, **_: float) -> float:
    patches = np.zeros((int(S), int(S)))[::14, ::14]
    merged = patches[::2, ::2]
    return sum(merged.size for _tile in range(int(m))) + merged.size


def overlap(t: float, f: float, m: float, b: float, **_: float) -> list[float]:
    """From masks pixel by pixel, as sets."""
    counts = [int(t), int(f), int(m), int(b)]
    predicted = np.repeat([True, True, False, False], counts)
    truth = np.repeat([True, False, True, False], counts)

    def iou(a: np.ndarray, b: np.ndarray) -> float:
        return float((a & b).sum() / (a | b).sum())

    dice = 2 * (predicted & truth).sum() / (predicted.sum() + truth.sum())
    return [(iou(predicted, truth) + iou(~predicted, ~truth)) / 2, float(dice)]


WITNESSES: dict[str, Witness] = {
    "modern.vision.vit.token-count": token_count,
    "modern.vision.vit.patch-embedding-parameters": patch_embedding,
    "modern.vision.clip.infonce-3x3": clip_loss,
    "modern.vision.vlm.visual-token-count": visual_tokens,
    "modern.vision.segmentation.miou-dice": overlap,
}
