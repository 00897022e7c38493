"""A class that takes single images, with im2col by hand."""

import numpy as np


class LeNet:
    def __init__(self, params):
        self.params = params

    def layer(self, image, number, pad):
        w, b = self.params[f"W{number}"], self.params[f"b{number}"]
        f, c, k, _ = w.shape
        image = np.pad(image, ((0, 0), (pad, pad), (pad, pad)))
        rows, columns = image.shape[1] - k + 1, image.shape[2] - k + 1
        cols = np.stack(
            [
                image[:, u : u + rows, v : v + columns].reshape(c, -1)
                for u in range(k)
                for v in range(k)
            ],
            axis=1,
        ).reshape(c * k * k, -1)
        out = np.maximum(w.reshape(f, -1) @ cols + b[:, None], 0).reshape(f, rows, columns)
        out = out[:, : rows // 2 * 2, : columns // 2 * 2]
        pairs = np.maximum(out[:, ::2], out[:, 1::2])
        return np.maximum(pairs[:, :, ::2], pairs[:, :, 1::2])

    def __call__(self, image):
        vector = self.layer(self.layer(image, 1, 2), 2, 0).ravel()
        for number in (3, 4):
            vector = vector @ self.params[f"W{number}"] + self.params[f"b{number}"]
            vector = np.maximum(vector, 0)
        return vector @ self.params["W5"] + self.params["b5"]


def lenet_forward(x, params):
    net = LeNet(params)
    return np.stack([net(image) for image in x])
