# bug: The maximum is not subtracted, so large logits overflow.
# bug: The gradient is not divided by N.
# output: loss, dz
# line: 11; 13
# accept: max-not-subtracted, exp-overflows, log-of-zero; mean-missing
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    p = np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)
    loss = -np.mean(np.log(p[range(N), y]))
    dz = p - np.eye(C)[y]
    return loss, dz
