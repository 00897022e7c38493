"""IoU of boxes, non-maximum suppression, and the average precision of one class.

Conventions: boxes (x1, y1, x2, y2) in continuous coordinates; NMS drops boxes whose IoU with a kept
one is above the threshold; a true box is matched once; AP is the area under the precision envelope.
"""

import numpy as np


def box_iou(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Intersection over union of all pairs of boxes.

    iou[i, j] = |a_i ∩ b_j| / (|a_i| + |b_j| − |a_i ∩ b_j|)

    a: (N, 4); b: (M, 4). Returns (N, M).

    >>> box_iou(np.array([[0.0, 0.0, 2.0, 2.0]]), np.array([[1.0, 0.0, 3.0, 2.0]])).round(4).tolist()
    [[0.3333]]
    """
    low = np.maximum(a[:, None, :2], b[None, :, :2])
    high = np.minimum(a[:, None, 2:], b[None, :, 2:])
    sides = np.maximum(high - low, 0.0)
    # mistake overlap-not-clamped: sides = high - low
    # mistake pixel-added/all: sides = np.maximum(high - low + 1.0, 0.0)
    # mistake overlap-not-clamped: sides = np.abs(high - low)
    inter = sides[..., 0] * sides[..., 1]
    area_a = np.prod(a[:, 2:] - a[:, :2], axis=1)
    # mistake pixel-added/all: area_a = np.prod(a[:, 2:] - a[:, :2] + 1.0, axis=1)
    area_b = np.prod(b[:, 2:] - b[:, :2], axis=1)
    # mistake pixel-added/all: area_b = np.prod(b[:, 2:] - b[:, :2] + 1.0, axis=1)
    union = area_a[:, None] + area_b[None, :] - inter
    # mistake intersection-counted-twice: union = area_a[:, None] + area_b[None, :]
    # mistake smaller-area-for-union: union = np.minimum(area_a[:, None], area_b[None, :])
    # mistake larger-area-for-union: union = np.maximum(area_a[:, None], area_b[None, :])
    # mistake area-of-first-box: union = area_a[:, None] + 0.0 * area_b[None, :]
    iou = inter / union
    # mistake ratio-inverted: iou = union / np.maximum(inter, 1e-12)
    return iou


def nms(boxes: np.ndarray, scores: np.ndarray, threshold: float) -> np.ndarray:
    """Greedy non-maximum suppression.

    Keep the box with the highest score, drop all whose IoU with it is above the threshold, and go on
    with those that are left.

    boxes: (N, 4); scores: (N,). Returns the kept indices, highest score first.

    >>> boxes = np.array([[0.0, 0.0, 2.0, 2.0], [0.0, 0.0, 2.0, 1.9], [5.0, 5.0, 6.0, 6.0]])
    >>> nms(boxes, np.array([0.8, 0.9, 0.1]), 0.5).tolist()
    [1, 2]
    """
    order = np.argsort(-scores)
    # mistake order-ascending: order = np.argsort(scores)
    # mistake scores-not-sorted: order = np.arange(len(scores))
    kept = []
    while len(order) > 0:
        best, order = order[0], order[1:]
        kept.append(best)
        overlaps = box_iou(boxes[[best]], boxes[order])[0]
        order = order[overlaps <= threshold]
        # mistake threshold-inverted: order = order[overlaps > threshold]
        # mistake suppression-missing: pass
        # mistake threshold-complement: order = order[overlaps <= 1.0 - threshold]
        # mistake threshold-ignored: order = order[overlaps <= 0.7]
    kept = np.array(kept, dtype=np.int64)
    # mistake list-for-array: kept = [int(each) for each in kept]
    # mistake kept-sorted-by-index: kept = np.sort(np.array(kept, dtype=np.int64))
    # mistake mask-for-indices: kept = np.isin(np.arange(len(boxes)), kept)
    return kept


def average_precision(
    boxes: np.ndarray, scores: np.ndarray, truths: np.ndarray, threshold: float = 0.5
) -> float:
    """Average precision of the detections of one class on one image.

    From the highest score down, a prediction is a true positive if the true box with the largest IoU
    reaches the threshold and is not matched yet. precision = TP / (TP + FP), recall = TP / M; AP sums,
    over the steps of the recall, the step times the largest precision at that recall or above.

    boxes: (N, 4); scores: (N,); truths: (M, 4). Returns a number from 0 to 1.

    >>> truths = np.array([[0.0, 0.0, 2.0, 2.0], [5.0, 5.0, 6.0, 6.0]])
    >>> boxes = np.array([[8.0, 8.0, 9.0, 9.0], [0.0, 0.0, 2.0, 2.0]])
    >>> average_precision(boxes, np.array([0.9, 0.8]), truths)
    0.25
    """
    # mistake wrong-default: threshold = threshold if threshold != 0.5 else 0.75
    iou = box_iou(boxes, truths)
    matched = np.zeros(len(truths), dtype=bool)
    hits = np.zeros(len(boxes))
    for rank, box in enumerate(np.argsort(-scores)):
        # mistake scores-not-sorted: for rank, box in enumerate(range(len(scores))):
        # mistake order-ascending: for rank, box in enumerate(np.argsort(scores)):
        truth = np.argmax(iou[box])
        if iou[box, truth] >= threshold and not matched[truth]:
            # mistake truth-matched-twice: if iou[box, truth] >= threshold:
            # mistake threshold-not-used: if not matched[truth]:
            hits[rank] = 1.0
            matched[truth] = True
    true_positives = np.cumsum(hits)
    precision = true_positives / np.arange(1, len(boxes) + 1)
    # mistake precision-of-all-predictions: precision = true_positives / len(boxes)
    recall = true_positives / len(truths)
    # mistake missed-objects-ignored: recall = true_positives / max(hits.sum(), 1.0)
    # mistake recall-over-predictions: recall = true_positives / len(boxes)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    # mistake interpolation-missing: envelope = precision
    # mistake envelope-from-left: envelope = np.maximum.accumulate(precision)
    ap = float(np.sum(np.diff(recall, prepend=0.0) * envelope))
    # convention ap-eleven-points instead of ap-all-points: ap = float(np.mean([np.max(precision, where=recall >= r, initial=0.0) for r in np.linspace(0, 1, 11)]))
    # mistake precision-averaged-over-list: ap = float(np.mean(envelope))
    # mistake first-step-left-out: ap = float(np.sum(np.diff(recall) * envelope[1:]))
    return ap
