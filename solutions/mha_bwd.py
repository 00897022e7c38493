"""Multi-head self-attention, forward and backward.

Conventions: x (N, T, D), all four weights (D, D), no biases, no mask; head h owns the columns
h·Dh … (h+1)·Dh − 1 of x·Wq, x·Wk and x·Wv, with Dh = D / heads; scores divided by √Dh. The upstream
gradient already carries any 1/N of the loss.
"""

import numpy as np

Cache = tuple[np.ndarray, ...]


def _split(a: np.ndarray, num_heads: int) -> np.ndarray:
    """(N, T, D) to (N, heads, T, Dh)."""
    n, steps, width = a.shape
    return a.reshape(n, steps, num_heads, width // num_heads).transpose(0, 2, 1, 3)


def _merge(a: np.ndarray) -> np.ndarray:
    """(N, heads, T, Dh) to (N, T, D), the inverse of `_split`."""
    n, heads, steps, head = a.shape
    return a.transpose(0, 2, 1, 3).reshape(n, steps, heads * head)


def _rows(a: np.ndarray) -> np.ndarray:
    """(N, T, D) to (N·T, D): the projections treat every position as a sample of its own."""
    return a.reshape(-1, a.shape[-1])


def mha_forward(
    x: np.ndarray,
    Wq: np.ndarray,
    Wk: np.ndarray,
    Wv: np.ndarray,
    Wo: np.ndarray,
    num_heads: int,
) -> tuple[np.ndarray, Cache]:
    """Several attentions side by side, each on its own columns.

    q, k, v = x·Wq, x·Wk, x·Wv, split into heads;  A = softmax(q·kᵀ / √Dh);
    out = [A_1·v_1, …, A_H·v_H]·Wo

    x: (N, T, D); Wq, Wk, Wv, Wo: (D, D); num_heads: divides D. Returns out (N, T, D) and a cache.

    >>> x, w = np.array([[[1.0, 2.0], [3.0, 6.0]]]), np.zeros((2, 2))
    >>> out, _ = mha_forward(x, w, w, np.eye(2), np.eye(2), num_heads=2)
    >>> out.tolist()
    [[[2.0, 4.0], [2.0, 4.0]]]
    """
    q, k, v = _split(x @ Wq, num_heads), _split(x @ Wk, num_heads), _split(x @ Wv, num_heads)
    # mistake heads-reshaped-not-split: q, k, v = [(x @ each).reshape(len(x), num_heads, x.shape[1], -1) for each in (Wq, Wk, Wv)]
    # mistake queries-keys-swapped: q, k, v = _split(x @ Wk, num_heads), _split(x @ Wq, num_heads), _split(x @ Wv, num_heads)
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    # mistake scaled-by-model-width: scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(x.shape[-1])
    # mistake head-scale-missing: scores = q @ np.swapaxes(k, -1, -2)
    weights = np.exp(scores - scores.max(axis=-1, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / weights.sum(axis=-1, keepdims=True)
    # mistake softmax-over-queries: attn = weights / weights.sum(axis=-2, keepdims=True)
    merged = _merge(attn @ v)
    # mistake heads-merged-without-transpose: merged = (attn @ v).reshape(x.shape)
    out = merged @ Wo
    # mistake output-projection-missing: out = merged
    return out, (x, Wq, Wk, Wv, Wo, q, k, v, attn, merged)


def mha_backward(
    dout: np.ndarray, cache: Cache
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Gradients of multi-head self-attention.

    In each head dv = Aᵀ·dhead, dA = dhead·vᵀ, dS = A ⊙ (dA − rowsum(dA ⊙ A)), dq = dS·k / √Dh,
    dk = dSᵀ·q / √Dh; then dx = dq·Wqᵀ + dk·Wkᵀ + dv·Wvᵀ.

    dout: upstream gradient (N, T, D); cache: what `mha_forward` stored.
    Returns dx (N, T, D), dWq, dWk, dWv and dWo (D, D).

    >>> x, w = np.array([[[1.0, 2.0], [3.0, 6.0]]]), np.zeros((2, 2))
    >>> _, cache = mha_forward(x, w, w, np.eye(2), np.eye(2), num_heads=2)
    >>> dx, _, _, dWv, _ = mha_backward(np.ones((1, 2, 2)), cache)
    >>> dx.tolist(), dWv.tolist()
    ([[[1.0, 1.0], [1.0, 1.0]]], [[4.0, 4.0], [8.0, 8.0]])
    """
    x, Wq, Wk, Wv, Wo, q, k, v, attn, merged = cache
    num_heads, root = q.shape[1], np.sqrt(q.shape[-1])
    # mistake head-scale-missing: num_heads, root = q.shape[1], 1.0
    # mistake scaled-by-model-width: num_heads, root = q.shape[1], np.sqrt(x.shape[-1])
    dWo = _rows(merged).T @ _rows(dout)
    # mistake input-for-merged-heads: dWo = _rows(x).T @ _rows(dout)
    # mistake transposed-product: dWo = _rows(dout).T @ _rows(merged)
    # mistake last-sample-only: dWo = merged[-1].T @ dout[-1]
    dheads = _split(dout @ Wo.T, num_heads)
    # mistake heads-reshaped-not-split: dheads = (dout @ Wo.T).reshape(q.shape)
    # mistake output-projection-missing: dheads = _split(dout, num_heads)
    # mistake transpose-missing: dheads = _split(dout @ Wo, num_heads)

    dv = np.swapaxes(attn, -1, -2) @ dheads
    # mistake transpose-missing: dv = attn @ dheads
    dattn = dheads @ np.swapaxes(v, -1, -2)
    # A row of weights sums to 1, so only what differs from the row's mean gradient moves it.
    dscores = attn * (dattn - np.sum(dattn * attn, axis=-1, keepdims=True)) / root
    # mistake softmax-jacobian-missing: dscores = dattn / root
    # mistake jacobian-diagonal-only: dscores = attn * (1.0 - attn) * dattn / root
    # mistake softmax-centring-missing: dscores = attn * dattn / root
    # mistake softmax-jacobian-axis: dscores = attn * (dattn - np.sum(dattn * attn, axis=-2, keepdims=True)) / root
    # mistake attention-scale-twice: dscores = attn * (dattn - np.sum(dattn * attn, axis=-1, keepdims=True)) / root**2
    dq, dk = dscores @ k, np.swapaxes(dscores, -1, -2) @ q
    # mistake queries-keys-swapped: dq, dk = np.swapaxes(dscores, -1, -2) @ q, dscores @ k
    # mistake transpose-missing: dq, dk = dscores @ k, dscores @ q

    dq, dk, dv = _merge(dq), _merge(dk), _merge(dv)
    # mistake heads-merged-without-transpose: dq, dk, dv = dq.reshape(x.shape), dk.reshape(x.shape), dv.reshape(x.shape)
    dWq, dWk, dWv = _rows(x).T @ _rows(dq), _rows(x).T @ _rows(dk), _rows(x).T @ _rows(dv)
    # mistake transposed-product: dWq, dWk, dWv = _rows(dq).T @ _rows(x), _rows(dk).T @ _rows(x), _rows(dv).T @ _rows(x)
    # mistake last-sample-only: dWq, dWk, dWv = x[-1].T @ dq[-1], x[-1].T @ dk[-1], x[-1].T @ dv[-1]
    # mistake mean-twice: dWq, dWk, dWv = [_rows(x).T @ _rows(each) / len(x) for each in (dq, dk, dv)]
    dx = dq @ Wq.T + dk @ Wk.T + dv @ Wv.T
    # mistake query-path-missing: dx = dk @ Wk.T + dv @ Wv.T
    # mistake key-path-missing: dx = dq @ Wq.T + dv @ Wv.T
    # mistake value-path-missing: dx = dq @ Wq.T + dk @ Wk.T
    # mistake score-path-missing: dx = dv @ Wv.T
    # mistake one-path-of-three: dx = dq @ Wq.T
    # mistake transpose-missing: dx = dq @ Wq + dk @ Wk + dv @ Wv
    # mistake projections-left-out: dx = dq + dk + dv
    # mistake residual-added: dx = dq @ Wq.T + dk @ Wk.T + dv @ Wv.T + dout
    return dx, dWq, dWk, dWv, dWo
