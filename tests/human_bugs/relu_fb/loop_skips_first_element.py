# bug: The loop skips the first element.
# output: out, dx
# line: 11
# accept: loop-one-short
import numpy as np

def forward_relu(x):
    flat = x.ravel()
    out = np.zeros(flat.size)
    active = []
    for k in range(1, flat.size):
        if flat[k] > 0:
            out[k] = flat[k]
            active.append(k)
    return out.reshape(x.shape), (x.shape, active)

def backward_relu(dout, cache):
    shape, active = cache
    dflat = dout.ravel()
    dx = np.zeros(dflat.size)
    for k in active:
        dx[k] = dflat[k]
    return dx.reshape(shape)
