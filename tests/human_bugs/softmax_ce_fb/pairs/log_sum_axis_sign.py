# bug: The softmax normalises over the batch axis.
# bug: The gradient has the wrong sign.
# output: loss, dz
# line: 11, 12; 15
# accept: softmax-axis; sign-flipped
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    s = z - z.max(axis=0)
    logp = s - np.log(np.exp(s).sum(axis=0))
    t = np.eye(C)[y]
    loss = -(t * logp).sum() / N
    dz = (t - np.exp(logp)) / N
    return loss, dz
