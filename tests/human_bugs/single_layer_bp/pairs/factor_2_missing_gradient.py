# bug: Factor 2 missing in the gradient.
# bug: Db not divided by N.
# output: dw, db
# line: 21; 25
# accept: factor-two-dropped; mean-missing
# edit of the second: behaves as if `error` stood where `da` belongs
import math
import numpy as np

def slp_grad(x, y, w, b):
    N, D = x.shape
    loss = 0.0
    dw = np.zeros(D)
    db = 0.0
    for n in range(N):
        s = b
        for d in range(D):
            s = s + x[n, d] * w[d]
        a = 1.0 / (1.0 + math.exp(-s))
        diff = a - y[n]
        loss += diff ** 2
        delta = diff * a * (1 - a)
        for d in range(D):
            dw[d] += delta * x[n, d]
        db += delta
    return loss / N, dw / N, db
