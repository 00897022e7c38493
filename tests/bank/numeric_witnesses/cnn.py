"""Numeric questions of the branch cnn, answered a second time."""

from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike

from numeric_witnesses.tools import Witness, gradient


def positions(side: int, kernel: int, stride: int, padding: int, dilation: int = 1) -> int:
    """Kernel positions that lie inside the padded input, counted one by one."""
    last_tap = dilation * (kernel - 1)
    starts = range(0, side + 2 * padding, stride)
    return sum(start + last_tap < side + 2 * padding for start in starts)


def correlate(x: ArrayLike, w: ArrayLike) -> np.ndarray:
    """Cross-correlation of two matrices without padding, window by window."""
    x, w = np.asarray(x, dtype=float), np.asarray(w, dtype=float)
    rows, columns = x.shape[0] - w.shape[0] + 1, x.shape[1] - w.shape[1] + 1
    out = np.empty((rows, columns))
    for r, c in np.ndindex(rows, columns):
        out[r, c] = (x[r : r + w.shape[0], c : c + w.shape[1]] * w).sum()
    return out


def receptive_side(layers: list[tuple[int, int, int]]) -> int:
    """Side of the inputs that one output sees; a layer is (kernel, stride, dilation)."""
    seen = {0}
    for kernel, stride, dilation in reversed(layers):
        seen = {place * stride + tap * dilation for place in seen for tap in range(kernel)}
    return max(seen) - min(seen) + 1


def output_size(*, H: float, k: float, s: float, p: float, d: float, **_: float) -> float:
    return positions(int(H), int(k), int(s), int(p), int(d))


def conv_parameters(C: float, M: float, k: float, **_: float) -> float:
    weights, biases = np.zeros((int(M), int(C), int(k), int(k))), np.zeros(int(M))
    return weights.size + biases.size


def conv_macs(C: float, M: float, k: float, H: float, **_: float) -> float:
    side = positions(int(H), int(k), 2, int(k) // 2)
    return sum(M * C * k * k for _ in range(side * side)) / 1e6


def conv_by_hand(*, q: float, **cells: float) -> list[float]:
    x = np.array([cells[name] for name in "abcdefghi"]).reshape(3, 3)
    return list(correlate(x, np.array([[1, 2], [-1, q]])).ravel())


def receptive_stack(
    *, k1: float, k2: float, k3: float, s1: float, s2: float, s3: float, **_: float
) -> float:
    return receptive_side([(int(k), int(s), 1) for k, s in ((k1, s1), (k2, s2), (k3, s3))])


def receptive_dilated(k1: float, k2: float, d: float, **_: float) -> float:
    return receptive_side([(int(k1), 1, 1), (2, 2, 1), (int(k2), 1, int(d))])


def kernel_gradient(
    *, a: float, b: float, c: float, d: float, u: float, v: float, t: float, **_: float
) -> list[float]:
    def loss(w: np.ndarray) -> float:
        return float(correlate(np.array([[a, b, c, d]]), w[np.newaxis]).ravel() @ [u, v, t])

    return list(gradient(loss, [0.3, -0.7]))


def separable_ratio(M: float, k: float, **_: float) -> float:
    channels = 24  # any number: it cancels
    standard = np.zeros((int(M), channels, int(k), int(k))).size
    return standard / (
        np.zeros((channels, int(k), int(k))).size + np.zeros((int(M), channels)).size
    )


def transposed_size(H: float, k: float, s: float, p: float, **_: float) -> float:
    """One more than the least side that an ordinary convolution takes to H."""
    least = next(n for n in range(1, 999) if positions(n, int(k), int(s), int(p)) == H)
    return least + 1


def pooled(**cells: float) -> list[float]:
    x = np.array([cells[name] for name in "abcdefghijklmnop"], dtype=float).reshape(4, 4)
    return [*x.reshape(2, 2, 2, 2).max(axis=(1, 3)).ravel(), x.mean()]


def max_pool_gradient(
    *, a: float, b: float, c: float, d: float, u: float, v: float, t: float, **_: float
) -> list[float]:
    def loss(x: np.ndarray) -> float:
        return float(np.lib.stride_tricks.sliding_window_view(x, 2).max(axis=1) @ [u, v, t])

    return list(gradient(loss, [a, b, c, d]))


def lenet_dense(m: float, n: float, **_: float) -> float:
    side = 32
    for kernel, stride in ((5, 1), (2, 2), (5, 1), (2, 2)):
        side = positions(side, kernel, stride, 0)
    return np.zeros((int(m) * side * side, int(n))).size + n


def alexnet_sides(H: float, **_: float) -> list[int]:
    convolved = positions(int(H), 11, 4, 2)
    return [convolved, positions(convolved, 3, 2, 0)]


def vgg_dense_share(K: float, h: float, **_: float) -> float:
    stages = ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512))
    convolutions, channels = 0, 3
    for layers, width in stages:
        for _layer in range(layers):
            convolutions += width * (channels * 9 + 1)
            channels = width
    widths = [512 * 7 * 7, int(h), int(h), int(K)]
    dense = sum(i * o + o for i, o in pairwise(widths))
    return 100 * dense / (dense + convolutions)


def vgg_stack(n: float, **_: float) -> list[float]:
    side = receptive_side([(3, 1, 1)] * int(n))
    channels = 8  # any number: it cancels
    stack = int(n) * np.zeros((channels, channels, 3, 3)).size
    return [side, stack / np.zeros((channels, channels, side, side)).size]


def residual_blocks(C: float, b: float, **_: float) -> list[float]:
    def weights(layers: list[tuple[float, float, int]]) -> int:
        return sum(np.zeros((int(o), int(i), k, k)).size for i, o, k in layers)

    return [weights([(C, b, 1), (b, b, 3), (b, C, 1)]), weights([(C, C, 3), (C, C, 3)])]


def inception_channels(
    *, C: float, a: float, r: float, b: float, q: float, c: float, e: float, **_: float
) -> float:
    branches = ([C, a], [C, r, b], [C, q, c], [C, C, e])
    return np.concatenate([np.zeros(int(widths[-1])) for widths in branches]).size


def reduction_saving(C: float, r: float, M: float, **_: float) -> float:
    before = np.zeros((int(M), int(C), 5, 5)).size
    return before / (np.zeros((int(r), int(C))).size + np.zeros((int(M), int(r), 5, 5)).size)


def anchors(W: float, H: float, m: float, n: float, **_: float) -> list[int]:
    shapes = [(scale, ratio) for scale in range(int(m)) for ratio in range(int(n))]
    centres = [(x, y) for x in range(0, int(W), 16) for y in range(0, int(H), 16)]
    return [len(centres) * len(shapes), sum(2 + 4 for _ in shapes)]


def encoded_box(
    *, x: float, y: float, w: float, h: float, A: float, B: float, **_: float
) -> np.ndarray:
    """The offsets that the decoder turns into the true box, found by Newton's method."""
    t = np.zeros(4)
    for _step in range(60):
        sizes = np.array([A, B]) * np.exp(t[2:])
        decoded = np.array([108 + A * t[0], 96 + B * t[1], *sizes])
        t -= (decoded - [x, y, w, h]) / np.array([A, B, *sizes])
    return t


def yolo_numbers(S: float, B: float, C: float, **_: float) -> int:
    cell = np.concatenate([np.zeros((int(B), 5)).ravel(), np.zeros(int(C))])
    return np.zeros((int(S), int(S), cell.size)).size


def iou(a: float, b: float, c: float, d: float, **_: float) -> float:
    columns, rows = np.meshgrid(np.arange(20) + 0.5, np.arange(20) + 0.5)
    one = (columns < 6) & (rows < 5)
    other = (columns > a) & (columns < c) & (rows > b) & (rows < d)
    return float((one & other).sum() / (one | other).sum())


def average_precision(G: float, **hits: float) -> float:
    hit = np.array([hits[f"t{rank}"] for rank in range(1, 6)])
    found, ranks = np.cumsum(hit), np.arange(1, 6)
    area = 0.0
    for nth in range(1, int(G) + 1):
        reached = found >= nth
        area += max((found / ranks)[reached], default=0.0) / G
    return area


WITNESSES: dict[str, Witness] = {
    "cnn.conv.operation.output-size": output_size,
    "cnn.conv.operation.parameters": conv_parameters,
    "cnn.conv.operation.macs": conv_macs,
    "cnn.conv.operation.by-hand": conv_by_hand,
    "cnn.conv.receptive-field.stack": receptive_stack,
    "cnn.conv.receptive-field.dilation-pooling": receptive_dilated,
    "cnn.conv.backward.kernel-gradient": kernel_gradient,
    "cnn.conv.variants.separable-ratio": separable_ratio,
    "cnn.conv.variants.transposed-size": transposed_size,
    "cnn.pooling.four-by-four": pooled,
    "cnn.pooling.max-gradient": max_pool_gradient,
    "cnn.arch.lenet.layer-parameters": lenet_dense,
    "cnn.arch.alexnet.first-layer": alexnet_sides,
    "cnn.arch.vgg.fc-share": vgg_dense_share,
    "cnn.arch.vgg.stack-field": vgg_stack,
    "cnn.arch.resnet.bottleneck": residual_blocks,
    "cnn.arch.inception.concatenated-channels": inception_channels,
    "cnn.arch.inception.reduction-saving": reduction_saving,
    "cnn.detection.faster-rcnn.anchors": anchors,
    "cnn.detection.faster-rcnn.encode": encoded_box,
    "cnn.detection.yolo.output-size": yolo_numbers,
    "cnn.detection.basics.iou": iou,
    "cnn.detection.basics.average-precision": average_precision,
}
