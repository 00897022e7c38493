"""Word embeddings: look-up and the gradient of the table.

Conventions: word indices x (N, T), integers in 0 … V−1; table W (V, D); the vectors out are
(N, T, D). The upstream gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, tuple[int, ...]]


def word_embedding_forward(x: np.ndarray, W: np.ndarray) -> tuple[np.ndarray, Cache]:
    """Every index gets its row of the table: out[n, t] = W[x[n, t]].

    x: word indices (N, T), integers; W: table (V, D).
    Returns out (N, T, D) and a cache for the backward pass.

    >>> out, _ = word_embedding_forward(np.array([[2, 0]]), np.array([[1.0], [2.0], [3.0]]))
    >>> out.tolist()
    [[[3.0], [1.0]]]
    """
    out = W[x]
    # mistake ids-off-by-one: out = W[x - 1]
    # mistake embedding-scaled: out = W[x] * np.sqrt(W.shape[1])
    # mistake embedding-normalised: out = W[x] / np.sqrt(np.sum(W[x] ** 2, axis=-1, keepdims=True))
    # mistake first-sample-only: out = np.broadcast_to(W[x[0]], (*x.shape, W.shape[1])).copy()
    # mistake ids-off-by-one: out = W[(x + 1) % W.shape[0]]
    return out, (x, W.shape)


def word_embedding_backward(dout: np.ndarray, cache: Cache) -> np.ndarray:
    """Gradient of the table: a row collects from every place where its word stands.

    dW[v] = Σ over all (n, t) with x[n, t] = v of dout[n, t]

    dout: upstream gradient (N, T, D); cache: what `word_embedding_forward` stored.
    Returns dW (V, D); the indices have no gradient.

    >>> _, cache = word_embedding_forward(np.array([[1, 0, 1]]), np.zeros((3, 1)))
    >>> word_embedding_backward(np.array([[[1.0], [2.0], [4.0]]]), cache).tolist()
    [[2.0], [5.0], [0.0]]
    """
    x, shape = cache
    dW = np.zeros(shape)
    # dW[x] += dout would write each row once, however often its word occurs; add.at adds every time.
    np.add.at(dW, x, dout)
    # mistake duplicates-lost: dW[x] += dout
    # mistake upstream-missing: np.add.at(dW, x, 1.0)
    # mistake ids-off-by-one: np.add.at(dW, x - 1, dout)
    # mistake sign-flipped: np.subtract.at(dW, x, dout)
    # mistake last-sample-only: np.add.at(dW, x[-1], dout[-1])
    # mistake first-sample-only: np.add.at(dW, x[0], dout[0])
    # mistake loop-one-short: np.add.at(dW, x[:, :-1], dout[:, :-1])
    # mistake loop-one-short: np.add.at(dW, x[:, 1:], dout[:, 1:])
    # mistake mean-twice: np.add.at(dW, x, dout / x.shape[0])
    # mistake averaged-over-time: np.add.at(dW, x, dout / x.shape[1])
    # mistake averaged-over-time: np.add.at(dW, x, dout / x.size)
    # mistake sum-spread-over-vector: np.add.at(dW, x, np.sum(dout, axis=-1, keepdims=True))
    # mistake averaged-over-occurrences:
    #     np.add.at(dW, x, dout)
    #     dW /= np.maximum(np.bincount(x.ravel(), minlength=shape[0]), 1)[:, None]
    # mistake duplicates-lost:
    #     for n, t in reversed([*np.ndindex(x.shape)]):
    #         dW[x[n, t]] = dout[n, t]
    # mistake repeats-across-samples-lost:
    #     for t in range(x.shape[1]):
    #         dW[x[:, t]] += dout[:, t]
    # mistake first-occurrence-decides-row:
    #     for n in range(x.shape[0]):
    #         dW[x[n]] += dout[n]
    return dW
