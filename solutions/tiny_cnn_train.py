"""A small convolutional network: loss, gradients written by hand, and gradient descent.

Conventions: images x (N, C, H, W), 3 × 3 kernels W1 (F, C, 3, 3), cross-correlation without
padding; ReLU with slope 0 at 0; global average pooling; dense layer W2 (F, K); softmax
cross-entropy, averaged over the batch.
"""

import numpy as np


def cnn_loss(x: np.ndarray, y: np.ndarray, params: dict) -> tuple[float, dict]:
    """Loss of the network on a batch, and the gradients of its parameters.

    a = conv(x, W1) + b1,  f = mean of ReLU(a) over the image,  z = f·W2 + b2
    L = −1/N Σ_n log softmax(z)[n, y_n]

    x: (N, C, H, W); y: integer labels (N,); params: W1 (F, C, 3, 3), b1 (F,), W2 (F, K), b2 (K,).
    Returns the loss (a number) and grads with the keys of params.

    >>> params = {"W1": np.ones((1, 1, 3, 3)), "b1": np.zeros(1)}
    >>> params |= {"W2": np.array([[0.0, 0.0]]), "b2": np.zeros(2)}
    >>> loss, grads = cnn_loss(np.ones((1, 1, 3, 3)), np.array([1]), params)
    >>> round(float(loss), 4), grads["W2"].tolist()
    (0.6931, [[4.5, -4.5]])
    """
    W1, b1, W2, b2 = (params[name] for name in ("W1", "b1", "W2", "b2"))
    n, _, height, width = x.shape
    rows, columns = height - 2, width - 2

    # windows[n, c, i, j] is the 3 × 3 patch that output position (i, j) sees.
    windows = np.lib.stride_tricks.sliding_window_view(x, (3, 3), axis=(2, 3))
    a = np.einsum("ncijuv,fcuv->nfij", windows, W1) + b1[:, np.newaxis, np.newaxis]
    # mistake bias-missing: a = np.einsum("ncijuv,fcuv->nfij", windows, W1)
    # mistake kernel-flipped: a = np.einsum("ncijuv,fcuv->nfij", windows, W1[:, :, ::-1, ::-1]) + b1[:, np.newaxis, np.newaxis]
    # mistake kernel-transposed: a = np.einsum("ncijuv,fcvu->nfij", windows, W1) + b1[:, np.newaxis, np.newaxis]
    hidden = np.maximum(a, 0.0)
    # mistake activation-missing: hidden = a
    features = np.mean(hidden, axis=(2, 3))
    # mistake sum-for-mean: features = np.sum(hidden, axis=(2, 3))
    # mistake maximum-for-average: features = np.max(hidden, axis=(2, 3))
    z = features @ W2 + b2
    # mistake output-activated: z = np.maximum(features @ W2 + b2, 0.0)
    # mistake output-bias-missing: z = features @ W2
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(log_p[np.arange(n), y])
    # mistake loss-mean-missing: loss = -np.sum(log_p[np.arange(n), y])
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(log_p[np.arange(n), y])

    dz = np.exp(log_p)
    dz[np.arange(n), y] -= 1.0
    # mistake onehot-not-subtracted: pass
    dz /= n
    # mistake mean-missing: pass
    # convention reduction-sum instead of reduction-mean: pass
    d_features = dz @ W2.T
    # mistake transpose-added: d_features = dz @ W2
    # Each of the positions has the same share of the mean.
    spread = d_features[:, :, np.newaxis, np.newaxis] / (rows * columns)
    # mistake pooling-share-missing: spread = d_features[:, :, np.newaxis, np.newaxis]
    # mistake pooling-share-of-input: spread = d_features[:, :, np.newaxis, np.newaxis] / (height * width)
    da = spread * (a > 0)
    # mistake mask-missing: da = spread * np.ones(a.shape)
    # mistake mask-inverted: da = spread * (a <= 0)
    # mistake value-for-derivative: da = spread * hidden
    dW1 = np.einsum("nfij,ncijuv->fcuv", da, windows)
    # mistake kernel-flipped: dW1 = np.einsum("nfij,ncijuv->fcuv", da, windows)[:, :, ::-1, ::-1]
    # mistake kernel-transposed: dW1 = np.einsum("nfij,ncijuv->fcvu", da, windows)
    # mistake last-sample-only: dW1 = np.einsum("fij,cijuv->fcuv", da[-1], windows[-1])
    # mistake mean-twice: dW1 = np.einsum("nfij,ncijuv->fcuv", da, windows) / n
    # mistake positions-not-summed: dW1 = np.einsum("nf,ncuv->fcuv", da[:, :, 0, 0], windows[:, :, 0, 0])
    db1 = np.sum(da, axis=(0, 2, 3))
    # mistake mean-twice: db1 = np.mean(da, axis=(0, 2, 3))
    # mistake positions-not-summed: db1 = np.sum(da[:, :, 0, 0], axis=0)
    dW2 = features.T @ dz
    # mistake mean-twice: dW2 = features.T @ dz / n
    # mistake preactivation-for-activation: dW2 = np.mean(a, axis=(2, 3)).T @ dz
    db2 = np.sum(dz, axis=0)
    # mistake mean-twice: db2 = np.mean(dz, axis=0)
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}


def train_cnn(
    x: np.ndarray, y: np.ndarray, params: dict, lr: float, steps: int
) -> tuple[np.ndarray, dict]:
    """Gradient descent on the whole batch; `params` itself is not changed.

    x, y, params: as for `cnn_loss`; lr: the learning rate; steps: how many updates.
    Returns the loss before each update (steps,) and the parameters after the last one.

    >>> params = {"W1": np.ones((1, 1, 3, 3)), "b1": np.zeros(1)}
    >>> params |= {"W2": np.array([[0.0, 0.0]]), "b2": np.zeros(2)}
    >>> losses, _ = train_cnn(np.ones((1, 1, 3, 3)), np.array([1]), params, 0.01, 3)
    >>> bool(losses[0] > losses[1] > losses[2])
    True
    """
    losses = []
    for _ in range(steps):
        # mistake loop-one-short: for _ in range(steps - 1):
        # mistake loop-one-longer: for _ in range(steps + 1):
        loss, grads = cnn_loss(x, y, params)
        losses.append(loss)
        # mistake loss-after-update: losses.append(cnn_loss(x, y, {name: value - lr * grads[name] for name, value in params.items()})[0])
        params = {name: value - lr * grads[name] for name, value in params.items()}
        # mistake ascent-for-descent: params = {name: value + lr * grads[name] for name, value in params.items()}
        # mistake learning-rate-missing: params = {name: value - grads[name] for name, value in params.items()}
        # mistake parameters-not-updated: pass
        # mistake first-layer-frozen: params = {name: value - lr * grads[name] if name in ("W2", "b2") else value for name, value in params.items()}
        # mistake biases-not-updated: params = {name: value - lr * grads[name] if name in ("W1", "W2") else value for name, value in params.items()}
        # mistake learning-rate-twice: params = {name: value - lr * lr * grads[name] for name, value in params.items()}
        # mistake averaged-over-samples-again: params = {name: value - lr * grads[name] / x.shape[0] for name, value in params.items()}
        # mistake parameters-replaced: params = {name: -lr * grads[name] for name in params}
    return np.array(losses), params
    # mistake last-value-only: return np.array(losses[-1]), params
