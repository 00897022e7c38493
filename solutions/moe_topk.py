"""A sparse mixture of experts: top-k routing, the load-balancing loss, and the forward pass.

Conventions: tokens are the rows of x (T, D), experts the columns of the logits (T, E); the softmax
runs over the k chosen experts; the loss is E·Σ_i f_i·P_i with f_i the share of expert i among all
k·T choices, which makes it 1 at perfect balance.
"""

from collections.abc import Callable

import numpy as np


def _chosen(logits: np.ndarray, k: int) -> np.ndarray:
    """Where the k largest logits of each row stand: booleans (T, E)."""
    top = np.argsort(-logits, axis=1)[:, :k]
    # mistake smallest-chosen: top = np.argsort(logits, axis=1)[:, :k]
    # mistake one-expert-too-few: top = np.argsort(-logits, axis=1)[:, : max(k - 1, 1)]
    # mistake one-expert-too-many: top = np.argsort(-logits, axis=1)[:, : k + 1]
    chosen = np.zeros(logits.shape, dtype=bool)
    np.put_along_axis(chosen, top, True, axis=1)
    # mistake choices-of-all-rows: chosen[:, top] = True
    # mistake tokens-chosen-by-experts: chosen = logits >= np.sort(logits, axis=0)[-min(k, len(logits))]
    return chosen


def _softmax(logits: np.ndarray) -> np.ndarray:
    """The softmax of each row."""
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    # mistake max-not-subtracted: e = np.exp(logits)
    return e / e.sum(axis=1, keepdims=True)
    # mistake softmax-axis: return e / e.sum(axis=0, keepdims=True)


def top_k_gates(logits: np.ndarray, k: int) -> np.ndarray:
    """The weights of the experts: a softmax over the k largest logits of each row, 0 elsewhere.

    g_ti = exp(z_ti) / Σ_{j ∈ top-k(z_t)} exp(z_tj) for i ∈ top-k(z_t), else 0

    logits: (T, E), those of a row all different; 1 ≤ k ≤ E. Returns gates (T, E).

    >>> top_k_gates(np.log([[1.0, 2.0, 6.0], [3.0, 1.0, 0.5]]), 2).round(2).tolist()
    [[0.0, 0.25, 0.75], [0.75, 0.25, 0.0]]
    """
    # exp(−∞) = 0: what is not chosen gets no weight and no place in the sum.
    gates = _softmax(np.where(_chosen(logits, k), logits, -np.inf))
    # mistake gates-not-renormalised: gates = np.where(_chosen(logits, k), _softmax(logits), 0.0)
    # mistake top-k-not-applied: gates = _softmax(logits)
    # mistake choices-of-all-rows:
    #     top = np.argsort(-logits, axis=1)[:, :k]
    #     gates = np.zeros(logits.shape)
    #     gates[:, top] = _softmax(np.take_along_axis(logits, top, axis=1))
    # mistake softmax-applied-twice: gates = _softmax(np.where(_chosen(logits, k), _softmax(logits), -np.inf))
    # mistake zero-for-minus-infinity: gates = _softmax(np.where(_chosen(logits, k), logits, 0.0))
    # mistake equal-gates: gates = _chosen(logits, k) / k
    # mistake top-gate-only: gates = _softmax(np.where(_chosen(logits, 1), logits, -np.inf))
    # mistake sigmoid-for-softmax: gates = np.where(_chosen(logits, k), 0.5 * (1.0 + np.tanh(0.5 * logits)), 0.0)
    # mistake logits-normalised-linearly: gates = np.where(_chosen(logits, k), logits, 0.0) / np.where(_chosen(logits, k), logits, 0.0).sum(axis=1, keepdims=True)
    return gates


def load_balance_loss(logits: np.ndarray, k: int) -> float:
    """How unevenly tokens spread over the experts: E·Σ_i f_i·P_i.

    f_i: the share of expert i among all k·T choices; P_i: the mean over the tokens of its
    probability under the softmax over all E experts.

    logits: (T, E); 1 ≤ k ≤ E. Returns a number: 1 where either is even, E/k at most.

    >>> float(load_balance_loss(np.log([[1.0, 3.0], [3.0, 1.0]]), 1))
    1.0
    >>> float(load_balance_loss(np.log([[1.0, 3.0], [1.0, 3.0]]), 1))
    1.5
    """
    n_tokens, n_experts = logits.shape
    # Counts have no derivative: it is through P that the loss moves the router.
    f = _chosen(logits, k).sum(axis=0) / (k * n_tokens)
    # convention moe-load-of-tokens instead of moe-load-of-choices: f = _chosen(logits, k).sum(axis=0) / n_tokens
    # mistake counts-for-fractions: f = _chosen(logits, k).sum(axis=0)
    # mistake first-choice-counted: f = _chosen(logits, 1).sum(axis=0) / n_tokens
    # mistake probabilities-for-fractions: f = _softmax(logits).mean(axis=0)
    # mistake gates-for-fractions: f = top_k_gates(logits, k).mean(axis=0)
    P = _softmax(logits).mean(axis=0)
    # mistake gates-for-probabilities: P = top_k_gates(logits, k).mean(axis=0)
    # mistake fractions-squared: P = f
    # mistake tokens-not-averaged: P = _softmax(logits).sum(axis=0)
    # mistake softmax-missing: P = logits.mean(axis=0)
    # mistake softmax-of-mean-logits: P = _softmax(logits.mean(axis=0, keepdims=True))[0]
    # mistake unchosen-probabilities-dropped: P = np.where(_chosen(logits, k), _softmax(logits), 0.0).mean(axis=0)
    loss = n_experts * np.sum(f * P)
    # mistake expert-factor-missing: loss = np.sum(f * P)
    # mistake shares-paired-by-token: loss = n_experts * np.sum(_chosen(logits, k) * _softmax(logits)) / (k * n_tokens)
    # mistake tokens-for-experts: loss = n_tokens * np.sum(f * P)
    return loss


def moe_forward(
    x: np.ndarray, Wg: np.ndarray, experts: list[Callable[[np.ndarray], np.ndarray]], k: int
) -> tuple[np.ndarray, float]:
    """Send each token to its k experts, and add their outputs up with the weights of the router.

    y_t = Σ_{i ∈ top-k(z_t)} g_ti · experts[i](x_t) with z = x·Wg

    x: (T, D); Wg: (D, E); experts: E functions, each from (n, D) to (n, D), row by row; an expert
    gets the tokens that chose it and no others. Returns y (T, D) and the load-balancing loss.

    >>> experts = [lambda rows: rows, lambda rows: -rows, lambda rows: 100.0 * rows]
    >>> y, aux = moe_forward(np.array([[1.0], [2.0]]), np.array([[2.0, 1.0, -5.0]]), experts, 2)
    >>> y.round(3).tolist(), round(float(aux), 3)
    ([[0.462], [1.523]], 1.499)
    """
    logits = x @ Wg
    gates, chosen = top_k_gates(logits, k), _chosen(logits, k)
    # mistake gates-not-renormalised: gates, chosen = _softmax(logits), _chosen(logits, k)
    # mistake equal-gates: gates, chosen = _chosen(logits, k) / k, _chosen(logits, k)
    y = np.zeros_like(x)
    # mistake residual-added: y = x.copy()
    for i, expert in enumerate(experts):
        # Work grows with k, not with E, because only the rows that chose this expert go through it.
        tokens = np.flatnonzero(chosen[:, i])
        # mistake first-choice-taken: tokens = np.flatnonzero(logits.argmax(axis=1) == i)
        y[tokens] += gates[tokens, i, None] * expert(x[tokens])
        # mistake expert-runs-on-all: y += gates[:, i, None] * expert(x)
        # mistake expert-outputs-unweighted: y[tokens] += expert(x[tokens])
        # mistake expert-inputs-weighted: y[tokens] += expert(gates[tokens, i, None] * x[tokens])
        # mistake experts-overwritten: y[tokens] = gates[tokens, i, None] * expert(x[tokens])
        # mistake averaged-over-choices: y[tokens] += gates[tokens, i, None] * expert(x[tokens]) / k
        # mistake gate-applied-twice: y[tokens] += gates[tokens, i, None] ** 2 * expert(x[tokens])
    # mistake rank-for-expert:
    #     top = np.argsort(-logits, axis=1)[:, :k]
    #     for rank in range(k):
    #         y += np.take_along_axis(gates, top[:, rank, None], axis=1) * experts[rank](x)
    return y, load_balance_loss(logits, k)
