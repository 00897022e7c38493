# bug: Total carried over: not reset for each sample.
# output: loss, dz
# line: 12
# accept: none
import math
import numpy as np

def softmax_cross_entropy(z, y):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    total = 0.0
    for n in range(N):
        top = max(z[n])
        for c in range(C):
            total += math.exp(z[n, c] - top)
        log_total = math.log(total) + top
        loss += log_total - z[n, y[n]]
        for c in range(C):
            dz[n, c] = math.exp(z[n, c] - log_total)
            if c == y[n]:
                dz[n, c] -= 1.0
    return loss / N, dz / N
