"""A bidirectional RNN over padded sequences.

Conventions: x (N, T, D), padding at the end, lengths (N,) from 1 to T; weights are stacked, index 0
reads forward and index 1 backward; all states start at 0; an output at padding is 0.
"""

import numpy as np


def reverse_padded(x: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Turn the real steps of each sequence round, and leave the padding where it is.

    out[n, t] = x[n, lengths[n] − 1 − t] for t < lengths[n], else x[n, t]

    x: (N, T, D); lengths: integers (N,) from 1 to T. Returns an array of the shape of x.

    >>> x = np.array([[[1], [2], [3], [0]], [[4], [5], [0], [0]]])
    >>> reverse_padded(x, np.array([3, 2]))[:, :, 0].tolist()
    [[3, 2, 1, 0], [5, 4, 0, 0]]
    """
    n, steps = x.shape[:2]
    t = np.arange(steps)
    mirrored = lengths[:, None] - 1 - t
    # mistake padding-reversed: mirrored = np.zeros((n, 1), dtype=int) + steps - 1 - t
    # mistake mirror-off-by-one: mirrored = np.where(t > 0, lengths[:, None] - t, np.minimum(lengths, steps - 1)[:, None])
    # mistake length-of-first-sequence: mirrored = np.zeros((n, 1), dtype=int) + lengths[0] - 1 - t
    source = np.where(mirrored >= 0, mirrored, t)
    # mistake real-steps-at-the-end: source = mirrored % steps
    # mistake sequences-not-reversed: source = np.zeros((n, 1), dtype=int) + t
    reversed_x = x[np.arange(n)[:, None], source]
    # mistake padding-zeroed: reversed_x = np.where((mirrored >= 0)[:, :, None], x[np.arange(n)[:, None], source], 0)
    # mistake batch-reversed: reversed_x = x[::-1]
    return reversed_x


def _rnn(
    x: np.ndarray, real: np.ndarray, Wx: np.ndarray, Wh: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Outputs (N, T, H) of one direction, 0 at padding, and the state after the last real step."""
    h = np.zeros((len(x), len(Wh)))
    out = np.zeros((*x.shape[:2], len(Wh)))
    for t in range(x.shape[1]):
        next_h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        # mistake bias-missing: next_h = np.tanh(x[:, t] @ Wx + h @ Wh)
        # mistake state-dropped: next_h = np.tanh(x[:, t] @ Wx + b)
        # mistake activation-missing: next_h = x[:, t] @ Wx + h @ Wh + b
        # mistake recurrent-weights-transposed: next_h = np.tanh(x[:, t] @ Wx + h @ Wh.T + b)
        # Padding changes nothing, so that h ends as the state after the last real step.
        h = np.where(real[:, t, None], next_h, h)
        # mistake state-not-kept: h = next_h
        # mistake state-zeroed-at-padding: h = np.where(real[:, t, None], next_h, 0.0)
        out[:, t] = np.where(real[:, t, None], next_h, 0.0)
        # mistake outputs-not-masked: out[:, t] = next_h
        # mistake outputs-not-masked: out[:, t] = h
    return out, h


def birnn_forward(
    x: np.ndarray, lengths: np.ndarray, Wx: np.ndarray, Wh: np.ndarray, b: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Read every sequence forward and backward, and join the states of each step.

    h_t = tanh(x_t·Wx[0] + h_{t−1}·Wh[0] + b[0]),  g_t = tanh(x_t·Wx[1] + g_{t+1}·Wh[1] + b[1])
    out[n, t] = [h_t, g_t] for t < lengths[n], else 0;  last[n] = [h_{lengths[n] − 1}, g_0]

    x: (N, T, D); lengths: (N,) from 1 to T; Wx: (2, D, H); Wh: (2, H, H); b: (2, H). Returns out
    (N, T, 2H) and last (N, 2H), the state of each direction when it has read its whole sequence.

    >>> x, one = np.array([[[1.0], [0.0], [9.0]]]), np.ones((2, 1, 1))
    >>> out, last = birnn_forward(x, np.array([2]), one, one, np.zeros((2, 1)))
    >>> out.round(2).tolist(), last.round(2).tolist()
    ([[[0.76, 0.76], [0.64, 0.0], [0.0, 0.0]]], [[0.64, 0.76]])
    """
    real = np.arange(x.shape[1]) < lengths[:, None]
    # mistake length-one-too-long: real = np.arange(x.shape[1]) <= lengths[:, None]
    # mistake length-one-too-short: real = np.arange(x.shape[1]) < lengths[:, None] - 1
    # mistake lengths-not-used: real = np.ones(x.shape[:2], dtype=bool)
    forth, end = _rnn(x, real, Wx[0], Wh[0], b[0])
    # mistake directions-swapped/weights: forth, end = _rnn(x, real, Wx[1], Wh[1], b[1])
    # mistake state-zeroed-at-padding:
    #     forth, end = _rnn(x, real, Wx[0], Wh[0], b[0])
    #     end = np.where(real[:, -1:], end, 0.0)
    # mistake state-not-kept:
    #     forth, end = _rnn(x, real, Wx[0], Wh[0], b[0])
    #     end = _rnn(x, np.ones(x.shape[:2]) > 0, Wx[0], Wh[0], b[0])[1]
    back, start = _rnn(reverse_padded(x, lengths), real, Wx[1], Wh[1], b[1])
    # mistake directions-swapped/weights: back, start = _rnn(reverse_padded(x, lengths), real, Wx[0], Wh[0], b[0])
    # mistake weights-shared-by-directions: back, start = _rnn(reverse_padded(x, lengths), real, Wx[0], Wh[0], b[0])
    # mistake padding-reversed: back, start = _rnn(x[:, ::-1], real, Wx[1], Wh[1], b[1])
    # mistake padding-reversed/turned: back, start = _rnn(x[:, ::-1], real, Wx[1], Wh[1], b[1])
    # mistake padding-read-first/turned: back, start = _rnn(x[:, ::-1], real | True, Wx[1], Wh[1], b[1])
    # mistake both-directions-forward: back, start = _rnn(x, real, Wx[1], Wh[1], b[1])
    # mistake sequences-not-reversed/turned: back, start = _rnn(x, real, Wx[1], Wh[1], b[1])
    # Step t of the reversed sequence is step lengths[n] − 1 − t of the sequence itself.
    back = reverse_padded(back, lengths)
    # mistake not-turned-back: pass
    # mistake sequences-not-reversed/turned: pass
    # mistake padding-reversed/turned: back = np.where(real[:, :, None], back[:, ::-1], 0.0)
    # mistake padding-read-first/turned: back = np.where(real[:, :, None], back[:, ::-1], 0.0)
    out = np.concatenate([forth, back], axis=2)
    # mistake directions-swapped: out = np.concatenate([back, forth], axis=2)
    # mistake joined-along-time: out = np.concatenate([forth, back], axis=1).reshape(*x.shape[:2], -1)
    # mistake features-interleaved: out = np.stack([forth, back], axis=3).reshape(*x.shape[:2], -1)
    last = np.concatenate([end, start], axis=1)
    # mistake directions-swapped: last = np.concatenate([start, end], axis=1)
    # mistake last-output-for-state: last = out[:, -1]
    # mistake backward-state-at-the-end: last = out[np.arange(len(x)), lengths - 1]
    # mistake forward-state-at-the-start: last = out[:, 0]
    return out, last
