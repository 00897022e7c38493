# bug: Backward: the position in the list of active entries is used as the index of the upstream gradient.
# output: dx
# line: 21
# accept: none
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
    for j, k in enumerate(active):
        dx[k] = dflat[j]
    return dx.reshape(shape)
