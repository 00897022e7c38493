"""A class for a layer with its own state, and matrices of unfolded patches (im2col)."""

import numpy as np


class Layer:
    def __init__(self, w):
        self.w = w
        self.k = w.shape[-1]
        self.p = self.k // 2

    def columns(self, x):
        N, C, H, W = x.shape
        xp = np.zeros((N, C, H + 2 * self.p, W + 2 * self.p))
        xp[:, :, self.p : self.p + H, self.p : self.p + W] = x
        col = np.empty((N, C, self.k, self.k, H, W))
        for u in range(self.k):
            for v in range(self.k):
                col[:, :, u, v] = xp[:, :, u : u + H, v : v + W]
        return col.reshape(N, C * self.k * self.k, H * W)

    def forward(self, x):
        self.shape = x.shape
        self.col = self.columns(x)
        z = self.w.reshape(len(self.w), -1) @ self.col
        self.y = np.maximum(z, 0).reshape(x.shape[0], -1, *x.shape[2:])
        return self.y

    def backward(self, dy):
        N, C, H, W = self.shape
        dz = (dy * (self.y > 0)).reshape(N, len(self.w), H * W)
        self.dw = np.matmul(dz, self.col.transpose(0, 2, 1)).sum(0).reshape(self.w.shape)
        dcol = self.w.reshape(len(self.w), -1).T @ dz
        dcol = dcol.reshape(N, C, self.k, self.k, H, W)
        dxp = np.zeros((N, C, H + 2 * self.p, W + 2 * self.p))
        for u in range(self.k):
            for v in range(self.k):
                dxp[:, :, u : u + H, v : v + W] += dcol[:, :, u, v]
        return dxp[:, :, self.p : self.p + H, self.p : self.p + W]


def inception_module_forward(x, branches):
    modules = [[Layer(w) for w in kernels] for kernels in branches]
    total = sum(len(kernels[-1]) for kernels in branches)
    out = np.zeros((x.shape[0], total, x.shape[2], x.shape[3]))
    at = 0
    for layers in modules:
        h = x
        for layer in layers:
            h = layer.forward(h)
        out[:, at : at + h.shape[1]] = h
        at += h.shape[1]
    return out, modules


def inception_module_backward(dout, modules):
    end, parts = dout.shape[1], []
    for layers in reversed(modules):
        begin = end - len(layers[-1].w)
        d = dout[:, begin:end]
        end = begin
        for layer in reversed(layers):
            d = layer.backward(d)
        parts.append(d)
    return sum(parts), [[layer.dw for layer in layers] for layers in modules]
