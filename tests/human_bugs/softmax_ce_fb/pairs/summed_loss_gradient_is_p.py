# bug: The loss is summed instead of averaged.
# bug: The one is never subtracted at the true class.
# output: loss, dz
# line: 18; 17
# accept: loss-mean-missing; onehot-not-subtracted
import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    loss = 0.0
    dz = []
    for row, label in zip(z, y):
        row = row - row.max()
        total = np.exp(row).sum()
        loss += np.log(total) - row[label]
        dz.append(np.exp(row) / total)
    return loss, np.array(dz) / N
