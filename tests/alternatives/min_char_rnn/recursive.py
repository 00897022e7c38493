"""A recursion over the text: each call returns the loss of the rest and the gradient of its state."""

import numpy as np


def min_char_rnn_loss(inputs, targets, hprev, params):
    grads = {name: 0.0 * value for name, value in params.items()}
    last = [hprev]

    def rest(t, h):
        if t == len(inputs):
            last[0] = h
            return 0.0, np.zeros(h.shape)
        x = np.zeros((params["Wxh"].shape[1], 1))
        x[inputs[t], 0] = 1.0
        new = np.tanh(params["Wxh"] @ x + params["Whh"] @ h + params["bh"])
        y = params["Why"] @ new + params["by"]
        e = np.exp(y - y.max())
        p = e / e.sum()
        later, dnew = rest(t + 1, new)
        onehot = np.zeros(p.shape)
        onehot[targets[t], 0] = 1.0
        dnew = dnew + params["Why"].T @ (p - onehot)
        da = dnew - dnew * new**2
        for name, left, right in (("Why", p - onehot, new), ("Whh", da, h), ("Wxh", da, x)):
            grads[name] = grads[name] + left @ right.T
        grads["bh"] = grads["bh"] + da
        grads["by"] = grads["by"] + p - onehot
        loss = np.log(e.sum()) + y.max() - y[targets[t], 0]
        return loss + later, params["Whh"].T @ da

    loss, _ = rest(0, hprev)
    return loss, grads, last[0]


def clip_grads(grads, limit):
    out = {}
    for name, value in grads.items():
        flat = [min(max(float(v), -limit), limit) for v in np.ravel(value)]
        out[name] = np.array(flat).reshape(np.shape(value))
    return out
