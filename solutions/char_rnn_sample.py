"""A character RNN: probabilities of the next characters, and sampling from them.

Conventions: vectors are columns, h = tanh(Wxh·x + Whh·h + bh) and p = softmax(Why·h + by); a
character is a number below V; params holds Wxh (H, V), Whh (H, H), Why (V, H), bh (H, 1), by (V, 1).
"""

import numpy as np


def _step(ix: int, h: np.ndarray, params: dict) -> tuple[np.ndarray, np.ndarray]:
    # A one-hot column times Wxh is one of its columns.
    net = params["Wxh"][:, [ix]] + params["Whh"] @ h + params["bh"]
    # mistake bias-missing: net = params["Wxh"][:, [ix]] + params["Whh"] @ h
    # mistake transpose-added: net = params["Wxh"][[ix]].T + params["Whh"] @ h + params["bh"]
    # mistake transpose-added: net = params["Wxh"][:, [ix]] + params["Whh"].T @ h + params["bh"]
    # mistake state-dropped: net = params["Wxh"][:, [ix]] + params["bh"]
    # mistake input-missing: net = params["Whh"] @ h + params["bh"]
    # mistake character-number-as-value: net = ix * params["Wxh"].sum(axis=1, keepdims=True) + params["Whh"] @ h + params["bh"]
    h = np.tanh(net)
    # mistake activation-missing: h = net
    # mistake sigmoid-for-tanh: h = 1.0 / (1.0 + np.exp(-net))
    # mistake other-activation: h = np.maximum(net, 0.0)
    scores = params["Why"] @ h + params["by"]
    # mistake output-activated: scores = np.tanh(params["Why"] @ h + params["by"])
    # mistake output-bias-missing: scores = params["Why"] @ h
    # mistake preactivation-for-activation: scores = params["Why"] @ net + params["by"]
    p = np.exp(scores - scores.max())
    # mistake max-not-subtracted: p = np.exp(scores)
    p = p / np.sum(p)
    # mistake normalisation-missing: pass
    return h, p[:, 0]


def char_rnn_forward(
    inputs: np.ndarray, h0: np.ndarray, params: dict
) -> tuple[np.ndarray, np.ndarray]:
    """Read characters one by one and predict each next one.

    h_t = tanh(Wxh·x_t + Whh·h_{t−1} + bh),  p_t = softmax(Why·h_t + by), x_t one-hot

    inputs: T numbers below V; h0: (H, 1). Returns probs (T, V), row t is p_t, and h_T (H, 1).

    >>> params = {"Wxh": np.eye(2), "Whh": np.eye(2), "Why": np.eye(2)}
    >>> params |= {"bh": np.zeros((2, 1)), "by": np.zeros((2, 1))}
    >>> probs, h = char_rnn_forward(np.array([0]), np.zeros((2, 1)), params)
    >>> probs.round(4).tolist(), h.round(4).tolist()
    ([[0.6817, 0.3183]], [[0.7616], [0.0]])
    """
    h = h0
    # mistake initial-state-ignored: h = np.zeros_like(h0)
    probs = []
    for ix in inputs:
        # mistake sequence-read-backwards: for ix in inputs[::-1]:
        # mistake loop-one-short: for ix in inputs[:-1]:
        h, p = _step(ix, h, params)
        # mistake state-not-carried: _, p = _step(ix, h, params)
        # mistake first-input-repeated: h, p = _step(inputs[0], h, params)
        # mistake initial-state-in-every-step: h, p = _step(ix, h0, params)
        probs.append(p)
    return np.array(probs), h
    # mistake last-step-only: return np.array([p]), h
    # mistake initial-state-returned: return np.array(probs), h0


def sample_chars(h: np.ndarray, seed_ix: int, uniforms: np.ndarray, params: dict) -> np.ndarray:
    """Let the network write: each character that it draws is its next input.

    The character drawn for u is the first one whose cumulative probability exceeds u.

    h: hidden state (H, 1); seed_ix: the character to begin with; uniforms: S numbers in [0, 1), one
    for each character to draw. Returns S numbers below V; seed_ix is not among them.

    >>> params = {"Wxh": np.eye(2), "Whh": np.eye(2), "Why": np.eye(2)}
    >>> params |= {"bh": np.zeros((2, 1)), "by": np.zeros((2, 1))}
    >>> sample_chars(np.zeros((2, 1)), 0, np.array([0.6, 0.9]), params).tolist()
    [0, 1]
    """
    ix, chars = seed_ix, []
    for u in uniforms:
        # mistake same-random-number: for u in np.full(len(uniforms), uniforms[0]):
        h, p = _step(ix, h, params)
        # mistake state-not-carried: _, p = _step(ix, h, params)
        # mistake sampled-not-fed-back: h, p = _step(seed_ix, h, params)
        ix = min(int(np.searchsorted(np.cumsum(p), u, side="right")), len(p) - 1)
        # mistake greedy-for-sampled: ix = int(np.argmax(p))
        # mistake cumulative-sum-missing: ix = min(int(np.searchsorted(np.sort(p), u, side="right")), len(p) - 1)
        # mistake cumulated-from-the-end: ix = len(p) - 1 - min(int(np.searchsorted(np.cumsum(p[::-1]), u, side="right")), len(p) - 1)
        # mistake ids-off-by-one: ix = max(int(np.searchsorted(np.cumsum(p), u, side="right")) - 1, 0)
        # mistake probabilities-not-used: ix = int(u * len(p))
        chars.append(ix)
    return np.array(chars)
    # mistake seed-included: return np.array([seed_ix, *chars])
    # mistake seed-included: return np.array([seed_ix, *chars[:-1]])
