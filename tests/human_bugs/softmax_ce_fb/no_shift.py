# bug: The maximum is not subtracted before exp, so large logits overflow to NaN.
# output: loss, dz
# line: 10
# accept: max-not-subtracted, exp-overflows, log-of-zero
import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    exp = np.exp(z)
    probs = exp / exp.sum(axis=1, keepdims=True)
    loss = -np.log(probs[np.arange(N), y]).mean()
    dz = probs
    dz[np.arange(N), y] -= 1
    dz = dz / N
    return loss, dz
