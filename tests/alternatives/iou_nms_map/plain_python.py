"""Pairs of boxes in plain loops, lists and sets."""

import numpy as np


def overlap(p, q):
    width = min(p[2], q[2]) - max(p[0], q[0])
    height = min(p[3], q[3]) - max(p[1], q[1])
    if width <= 0 or height <= 0:
        return 0.0
    inter = width * height
    return inter / ((p[2] - p[0]) * (p[3] - p[1]) + (q[2] - q[0]) * (q[3] - q[1]) - inter)


def box_iou(a, b):
    return np.array([[overlap(p, q) for q in b] for p in a])


def nms(boxes, scores, threshold):
    kept = []
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        if all(overlap(boxes[i], boxes[k]) <= threshold for k in kept):
            kept.append(i)
    return np.array(kept)


def average_precision(boxes, scores, truths, threshold=0.5):
    taken, points, tp = set(), [], 0
    for rank, i in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), start=1):
        overlaps = [overlap(boxes[i], t) for t in truths]
        best = overlaps.index(max(overlaps))
        if overlaps[best] >= threshold and best not in taken:
            taken.add(best)
            tp += 1
        points.append((tp / len(truths), tp / rank))
    ap = 0.0
    for k in range(1, tp + 1):
        ap += max(p for r, p in points if r >= k / len(truths) - 1e-12) / len(truths)
    return ap
