"""Sees the unit as a softmax over the logits (0, z) with soft, weighted targets."""

import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = z.shape[0]
    logits = np.column_stack([np.zeros(N), z])
    targets = np.column_stack([1 - y, pos_weight * y])
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_probs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -(targets * log_probs).sum() / N
    dlogits = (targets.sum(axis=1, keepdims=True) * np.exp(log_probs) - targets) / N
    return loss, dlogits[:, 1]
