# bug: Factor 2 of the square forgotten in the gradient.
# output: dz
# line: 21
# accept: factor-two-dropped
import numpy as np

def softmax(z):
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)

def ce_mse_loss(z, y, t, lam):
    n, c = z.shape
    onehot = np.eye(c)[y]
    m = z.max(1)
    lse = m + np.log(np.exp(z - m[:, None]).sum(1))
    p = softmax(z)
    diff = p - t
    loss = (lse - (onehot * z).sum(1)).sum() / n + lam / (n * c) * (diff ** 2).sum()
    dz = (p - onehot) / n
    jac = np.einsum("nc,cd->ncd", p, np.eye(c)) - np.einsum("nc,nd->ncd", p, p)
    dz = dz + np.einsum("nd,ncd->nc", lam / (n * c) * diff, jac)
    return loss, dz
