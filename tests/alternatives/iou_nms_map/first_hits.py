"""A matrix of hits; each true box counts its first; AP from the ranks of the hits alone."""

import numpy as np


def sides(boxes):
    return boxes[..., 2:] - boxes[..., :2]


def box_iou(a, b):
    corners = np.stack(np.broadcast_arrays(a[:, None], b[None]), axis=0)
    inner = np.concatenate([corners[..., :2].max(0), corners[..., 2:].min(0)], axis=-1)
    inter = np.where((sides(inner) > 0).all(-1), np.prod(sides(inner), axis=-1), 0.0)
    areas = np.prod(sides(corners), axis=-1).sum(axis=0)
    return inter / (areas - inter)


def nms(boxes, scores, threshold):
    alive = np.ones(len(scores), dtype=bool)
    kept = np.empty(0, dtype=np.int64)
    while alive.any():
        best = np.flatnonzero(alive)[scores[alive].argmax()]
        kept = np.append(kept, best)
        alive &= box_iou(boxes, boxes[best : best + 1])[:, 0] <= threshold
        alive[best] = False
    return kept


def average_precision(boxes, scores, truths, threshold=0.5):
    iou = box_iou(boxes[np.argsort(-scores)], truths)
    nearest = iou.argmax(axis=1)
    good = iou[np.arange(len(iou)), nearest] >= threshold
    firsts = [np.flatnonzero(good & (nearest == t)) for t in range(len(truths))]
    ranks = np.sort([hits[0] for hits in firsts if len(hits)])
    if len(ranks) == 0:
        return 0.0
    precision = np.arange(1, len(ranks) + 1) / (ranks + 1)
    return sum(precision[k:].max() for k in range(len(ranks))) / len(truths)
