import numpy as np


def two_layer_loss(x, y, params, reg=0.0):
    W1, W2 = params["W1"], params["W2"]
    N = x.shape[0]
    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    loss = 0.0
    for n in range(N):
        a = W1.T @ x[n] + params["b1"]
        h = np.where(a > 0, a, 0)
        s = W2.T @ h + params["b2"]
        s = s - np.max(s)
        total = np.sum(np.exp(s))
        loss += (np.log(total) - s[y[n]]) / N
        ds = np.exp(s) / total
        ds[y[n]] -= 1
        ds = ds / N
        grads["W2"] += np.outer(h, ds)
        grads["b2"] += ds
        da = W2 @ ds
        da[a <= 0] = 0
        grads["W1"] += np.outer(x[n], da)
        grads["b1"] += da
    for name in ("W1", "W2"):
        loss += 0.5 * reg * np.sum(params[name] ** 2)
        grads[name] += reg * params[name]
    return loss, grads
