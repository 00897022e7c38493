# bug: The loss is summed instead of averaged.
# bug: The bias gradient is a vector: the sum is missing.
# output: loss, db
# line: 12; 14
# accept: loss-mean-missing; batch-sum-missing
# edit of the second: behaves as if `np.sum` were left out
import numpy as np


def single_layer_loss(x, y, w, b):
    N = len(y)
    a = 0.5 * (1 + np.tanh((x @ w + b) / 2))
    loss = np.sum((a - y) ** 2)
    dz = 2 * (a - y) * a * (1 - a) / N
    return loss, dz @ x, dz
