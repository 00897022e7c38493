# bug: The max is not added back to the log of the sum.
# output: loss, dz
# line: 18
# accept: none
# edit: behaves as if z stood where shifted belongs
import math
import numpy as np

def softmax_cross_entropy(z, y):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        top = max(z[n])
        total = 0.0
        for c in range(C):
            total += math.exp(z[n, c] - top)
        log_total = math.log(total)
        loss += log_total - z[n, y[n]]
        for c in range(C):
            dz[n, c] = math.exp(z[n, c] - log_total)
            if c == y[n]:
                dz[n, c] -= 1.0
    return loss / N, dz / N
