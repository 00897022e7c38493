"""Columns of coordinates, a suppressed mask, and the envelope with sentinels at both ends."""

import numpy as np


def box_iou(a, b):
    ax1, ay1, ax2, ay2 = (column[:, np.newaxis] for column in a.T)
    bx1, by1, bx2, by2 = b.T
    w = np.clip(np.minimum(ax2, bx2) - np.maximum(ax1, bx1), 0, None)
    h = np.clip(np.minimum(ay2, by2) - np.maximum(ay1, by1), 0, None)
    inter = w * h
    return inter / ((ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - inter)


def nms(boxes, scores, threshold):
    order = scores.argsort()[::-1]
    iou = box_iou(boxes, boxes)
    suppressed = np.zeros(len(boxes), dtype=bool)
    keep = []
    for i in order:
        if suppressed[i]:
            continue
        keep.append(i)
        suppressed |= iou[i] > threshold
    return np.array(keep, dtype=int)


def average_precision(boxes, scores, truths, threshold=0.5):
    boxes = boxes[np.argsort(scores)[::-1]]
    overlaps = box_iou(boxes, truths)
    seen = [False] * len(truths)
    tp, fp = np.zeros(len(boxes)), np.zeros(len(boxes))
    for d in range(len(boxes)):
        j = overlaps[d].argmax()
        if overlaps[d, j] >= threshold and not seen[j]:
            tp[d], seen[j] = 1, True
        else:
            fp[d] = 1
    tp, fp = np.cumsum(tp), np.cumsum(fp)
    rec, prec = tp / len(truths), tp / (tp + fp)
    mrec = np.concatenate(([0.0], rec, [1.0]))
    mpre = np.concatenate(([0.0], prec, [0.0]))
    for i in range(len(mpre) - 1, 0, -1):
        mpre[i - 1] = max(mpre[i - 1], mpre[i])
    i = np.where(mrec[1:] != mrec[:-1])[0]
    return np.sum((mrec[i + 1] - mrec[i]) * mpre[i + 1])
