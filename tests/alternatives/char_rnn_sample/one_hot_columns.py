"""As min-char-rnn writes it: one-hot columns and dictionaries over time."""

import numpy as np


def softmax(y):
    e = np.exp(y - np.max(y))
    return e / np.sum(e)


def char_rnn_probs(inputs, h0, params):
    Wxh, Whh, Why, bh, by = (params[k] for k in ("Wxh", "Whh", "Why", "bh", "by"))
    xs, hs, ps = {}, {-1: np.copy(h0)}, {}
    for t in range(len(inputs)):
        xs[t] = np.zeros((Wxh.shape[1], 1))
        xs[t][inputs[t]] = 1
        hs[t] = np.tanh(np.dot(Wxh, xs[t]) + np.dot(Whh, hs[t - 1]) + bh)
        ps[t] = softmax(np.dot(Why, hs[t]) + by)
    return np.hstack([ps[t] for t in range(len(inputs))]).T, hs[len(inputs) - 1]


def sample(h, seed_ix, uniforms, params):
    x = np.zeros((params["Wxh"].shape[1], 1))
    x[seed_ix] = 1
    ixes = []
    for u in uniforms:
        h = np.tanh(params["Wxh"] @ x + params["Whh"] @ h + params["bh"])
        p = softmax(params["Why"] @ h + params["by"]).ravel()
        ix = int(np.sum(np.cumsum(p)[:-1] <= u))
        x = np.zeros_like(x)
        x[ix] = 1
        ixes.append(ix)
    return np.array(ixes)
