"""One function does the work for both; the penalty is added at the end."""

import numpy as np


def _one(W, x, label):
    scores = [sum(x[d] * W[d, c] for d in range(len(x))) for c in range(W.shape[1])]
    high = max(scores)
    powers = [np.exp(s - high) for s in scores]
    p = np.array(powers) / sum(powers)
    p_minus = p.copy()
    p_minus[label] -= 1.0
    return np.log(sum(powers)) + high - scores[label], np.outer(x, p_minus)


def softmax_loss_naive(W, X, y, reg):
    parts = [_one(W, x, label) for x, label in zip(X, y)]
    loss = sum(part[0] for part in parts) / len(parts)
    dW = sum(part[1] for part in parts) / len(parts)
    return loss + reg * float((W**2).sum()), dW + 2 * reg * W


def softmax_loss_vectorized(W, X, y, reg):
    scores = X @ W
    scores -= scores.max(axis=1, keepdims=True)
    p = np.exp(scores)
    p /= p.sum(axis=1, keepdims=True)
    picked = scores[np.arange(len(y)), y] - np.log(np.exp(scores).sum(axis=1))
    p[np.arange(len(y)), y] -= 1
    return -picked.mean() + reg * np.sum(W * W), X.T @ p / len(y) + 2 * reg * W
