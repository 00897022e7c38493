"""One pass from the highest score down, as a textbook writes it: counters and trapezoids."""


def roc_auc(y, scores):
    pairs = sorted(zip(scores.tolist(), y.tolist()), reverse=True)
    positives = sum(1 for _, label in pairs if label == 1)
    negatives = len(pairs) - positives
    tp = fp = 0
    last_tp = last_fp = 0
    area = 0.0
    previous = None
    for score, label in pairs:
        if score != previous:
            area += (fp - last_fp) * (tp + last_tp) / 2
            last_tp, last_fp, previous = tp, fp, score
        if label == 1:
            tp += 1
        else:
            fp += 1
    area += (fp - last_fp) * (tp + last_tp) / 2
    return area / (positives * negatives)


def pr_auc(y, scores):
    pairs = sorted(zip(scores.tolist(), y.tolist()), reverse=True)
    total = sum(label == 1 for _, label in pairs)
    ap, tp, before = 0.0, 0, 0
    for k, (score, label) in enumerate(pairs):
        tp += label == 1
        if k + 1 == len(pairs) or pairs[k + 1][0] != score:
            ap += (tp - before) / total * tp / (k + 1)
            before = tp
    return ap
