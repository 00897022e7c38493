"""The full Jacobians of vec(out) as Kronecker products, contracted with vec(dout)."""

import numpy as np


def affine_forward(x, w, b):
    N = x.shape[0]
    X = x.reshape(N, w.shape[0])
    vec_out = np.kron(np.eye(N), w.T) @ X.flatten() + np.kron(np.ones(N), b)
    return vec_out.reshape(N, w.shape[1]), (x, w)


def affine_backward(dout, cache):
    x, w = cache
    N, (D, M) = x.shape[0], w.shape
    X = x.reshape(N, D)
    vec = dout.flatten()
    d_out_d_x = np.kron(np.eye(N), w.T)  # (N*M, N*D)
    d_out_d_w = np.kron(X, np.eye(M))  # (N*M, D*M)
    d_out_d_b = np.kron(np.ones((N, 1)), np.eye(M))  # (N*M, M)
    dx = (d_out_d_x.T @ vec).reshape(x.shape)
    dw = (d_out_d_w.T @ vec).reshape(D, M)
    db = d_out_d_b.T @ vec
    return dx, dw, db
