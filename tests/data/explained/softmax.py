import numpy as np


def softmax_loss(logits, labels):
    batch = len(logits)
    e = np.exp(logits - logits.max(axis=1)[:, None])
    probs = e / e.sum(axis=1)[:, None]
    loss = 0.0
    grad = np.zeros_like(logits)
    for n in range(batch):
        loss -= math_log(probs[n, labels[n]]) / batch
        for c in range(logits.shape[1]):
            grad[n, c] = probs[n, c] - (c == labels[n])
    return loss, grad


def math_log(x):
    import math

    return math.log(x)
