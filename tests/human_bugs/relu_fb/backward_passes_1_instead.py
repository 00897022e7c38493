# bug: Backward passes 1 instead of the upstream gradient.
# output: dx
# line: 22
# accept: upstream-missing
import numpy as np

def forward_relu(x):
    flat = x.ravel()
    out = np.zeros(flat.size)
    active = []
    for k in range(flat.size):
        if flat[k] > 0:
            out[k] = flat[k]
            active.append(k)
    return out.reshape(x.shape), (x.shape, active)

def backward_relu(dout, cache):
    shape, active = cache
    dflat = dout.ravel()
    dx = np.zeros(dflat.size)
    for k in active:
        dx[k] = 1.0
    return dx.reshape(shape)
