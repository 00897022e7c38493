# bug: The buffer of the probabilities has the dtype of the integer logits, so all probabilities become 0 or 1.
# output: dz
# line: 10
# accept: none
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    p = np.zeros_like(z)
    loss = 0.0
    for i in range(N):
        s = z[i] - z[i].max()
        lse = np.log(np.exp(s).sum())
        p[i] = np.exp(s - lse)
        loss += lse - s[y[i]]
    dz = p.astype(float)
    dz[np.arange(N), y] -= 1
    return loss / N, dz / N
