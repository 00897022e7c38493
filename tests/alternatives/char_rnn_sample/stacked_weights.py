"""Inputs looked up for all steps at once; one matrix for input, state and bias in sampling."""

import numpy as np


def probabilities(scores):
    scores = scores - scores.max(axis=-1, keepdims=True)
    return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)


def char_rnn_forward(inputs, h0, params):
    drive = params["Wxh"].T[inputs] + params["bh"].T
    states, h = [], h0.T
    for row in drive:
        h = np.tanh(row + h @ params["Whh"].T)
        states.append(h)
    states = np.concatenate(states)
    return probabilities(states @ params["Why"].T + params["by"].T), states[-1:].T


def sample_chars(h, seed_ix, uniforms, params):
    joined = np.hstack([params["Wxh"], params["Whh"], params["bh"]])
    eye, out = np.eye(params["Wxh"].shape[1]), np.zeros(len(uniforms), dtype=int)
    ix = seed_ix
    for i, u in enumerate(uniforms):
        h = np.tanh(joined @ np.concatenate([eye[:, ix], h.ravel(), [1.0]]))
        p = probabilities(params["Why"] @ h + params["by"].ravel())
        ix = int(np.argmax(np.append(np.cumsum(p)[:-1], 2.0) > u))
        out[i] = ix
    return out
