"""The loss of a character RNN and its gradients by back-propagation through time.

Conventions: vectors are columns, h = tanh(Wxh·x + Whh·h + bh) and p = softmax(Why·h + by); the loss
is a sum over the steps; natural logarithm; params holds Wxh (H, V), Whh (H, H), Why (V, H),
bh (H, 1), by (V, 1); the hidden state that comes in is a constant.
"""

import numpy as np


def loss_fun(
    inputs: np.ndarray, targets: np.ndarray, hprev: np.ndarray, params: dict
) -> tuple[float, dict, np.ndarray]:
    """Cross-entropy of a piece of text, the gradients of all parameters, and the last state.

    L = −Σ_t log p_t[targets[t]],  p_t = softmax(Why·h_t + by)
    h_t = tanh(Wxh·x_t + Whh·h_{t−1} + bh), x_t the one-hot column of inputs[t]

    inputs, targets: T numbers below V each; hprev: h before the first step (H, 1).
    Returns the loss (a number), grads with the keys of params, and h_T (H, 1).

    >>> params = {"Wxh": np.eye(2), "Whh": np.eye(2), "Why": 0 * np.eye(2)}
    >>> params |= {"bh": np.zeros((2, 1)), "by": np.zeros((2, 1))}
    >>> loss, grads, h = loss_fun(np.array([0]), np.array([1]), np.zeros((2, 1)), params)
    >>> round(float(loss), 4), grads["by"].tolist(), h.round(4).tolist()
    (0.6931, [[0.5], [-0.5]], [[0.7616], [0.0]])
    """
    Wxh, Whh, Why, bh, by = (params[name] for name in ("Wxh", "Whh", "Why", "bh", "by"))
    loss, states, probs = 0.0, [hprev], []
    for ix, target in zip(inputs, targets):
        # mistake labels-as-inputs: for ix, target in zip(inputs, inputs):
        h = np.tanh(Wxh[:, [ix]] + Whh @ states[-1] + bh)
        # mistake state-dropped: h = np.tanh(Wxh[:, [ix]] + bh)
        # mistake initial-state-in-every-step: h = np.tanh(Wxh[:, [ix]] + Whh @ hprev + bh)
        # mistake bias-missing: h = np.tanh(Wxh[:, [ix]] + Whh @ states[-1])
        # mistake sigmoid-for-tanh: h = 1.0 / (1.0 + np.exp(-(Wxh[:, [ix]] + Whh @ states[-1] + bh)))
        scores = Why @ h + by
        # mistake output-bias-missing: scores = Why @ h
        shifted = scores - scores.max()
        # mistake max-not-subtracted: shifted = scores
        log_p = shifted - np.log(np.sum(np.exp(shifted)))
        loss += -log_p[target, 0]
        # mistake last-step-only: loss = -log_p[target, 0]
        # mistake sign-flipped: loss += log_p[target, 0]
        # mistake all-classes-counted: loss += -np.sum(log_p)
        # mistake probability-not-log: loss += np.exp(log_p[target, 0])
        # convention loss-mean-over-steps instead of loss-sum-over-steps: loss += -log_p[target, 0] / len(inputs)
        states.append(h)
        probs.append(np.exp(log_p))

    grads = {name: np.zeros(value.shape) for name, value in params.items()}
    from_next = np.zeros(hprev.shape)  # what the step after the last one hands back: nothing
    for t in reversed(range(len(inputs))):
        # mistake time-not-reversed: for t in range(len(inputs)):
        # mistake loop-one-short: for t in reversed(range(1, len(inputs))):
        h, before = states[t + 1], states[t]
        # mistake wrong-time-step: h, before = states[t + 1], states[t + 1]
        # mistake wrong-time-step: h, before = states[t], states[t]
        dy = probs[t].copy()
        dy[targets[t]] -= 1.0
        # mistake onehot-not-subtracted: pass
        # mistake inputs-as-labels: dy[inputs[t]] -= 1.0
        # convention loss-mean-over-steps instead of loss-sum-over-steps: dy = (dy - np.eye(len(dy))[:, [targets[t]]]) / len(inputs)
        grads["Why"] += dy @ h.T
        # mistake time-sum-overwritten: grads["Why"] = dy @ h.T
        # mistake derivative-of-preactivation: grads["Why"] += dy @ np.arctanh(h).T
        grads["by"] += dy
        # mistake time-sum-overwritten: grads["by"] = dy
        dh = Why.T @ dy + from_next
        # mistake gradient-from-next-step-missing: dh = Why.T @ dy
        # mistake path-overwritten: dh = from_next
        # mistake upstream-of-last-step-only: dh = (Why.T @ dy if t == len(inputs) - 1 else 0.0) + from_next
        da = dh * (1.0 - h**2)
        # mistake activation-slope-missing: da = dh
        # mistake derivative-incomplete: da = dh * (1.0 - h)
        # mistake tanh-for-sigmoid: da = dh * h * (1.0 - h)
        # mistake slope-on-one-path: da = Why.T @ dy + from_next * (1.0 - h**2)
        # mistake slope-on-one-path: da = Why.T @ dy * (1.0 - h**2) + from_next
        grads["Wxh"][:, [inputs[t]]] += da
        # mistake duplicates-lost: grads["Wxh"][:, [inputs[t]]] = da
        # mistake inputs-as-labels: grads["Wxh"][:, [targets[t]]] += da
        # mistake broadcast-over-rows: grads["Wxh"] += da
        grads["Whh"] += da @ before.T
        # mistake time-sum-overwritten: grads["Whh"] = da @ before.T
        # mistake transpose-added: grads["Whh"] += before @ da.T
        # mistake initial-state-gradient-missing: grads["Whh"] += da @ before.T if t > 0 else 0.0
        grads["bh"] += da
        # mistake time-sum-overwritten: grads["bh"] = da
        # mistake activation-slope-missing: grads["bh"] += dh
        from_next = Whh.T @ da
        # mistake transpose-added: from_next = Whh @ da
        # mistake activation-slope-missing: from_next = Whh.T @ dh
        # mistake gradient-from-next-step-piled-up: from_next = from_next + Whh.T @ da
        # mistake recurrent-weight-missing: from_next = da
    return loss, grads, states[-1]
    # mistake initial-state-returned: return loss, grads, hprev


def clip_grads(grads: dict, limit: float) -> dict:
    """Gradients with every entry cut to [−limit, limit]; the dictionary that is given stays.

    grads: arrays by name. Returns a new dictionary with the same names and shapes.

    >>> clip_grads({"b": np.array([3.0, -0.5])}, 1.0)["b"].tolist()
    [1.0, -0.5]
    """
    return {name: np.clip(value, -limit, limit) for name, value in grads.items()}
    # mistake clipped-by-norm: return {name: value * min(1.0, limit / np.linalg.norm(value)) for name, value in grads.items()}
    # mistake clipped-from-above-only: return {name: np.minimum(value, limit) for name, value in grads.items()}
    # mistake clipped-at-zero: return {name: np.clip(value, 0.0, limit) for name, value in grads.items()}
    # mistake set-to-limit: return {name: limit * np.sign(value) for name, value in grads.items()}
    # mistake zeroed-beyond-limit: return {name: np.where(np.abs(value) > limit, 0.0, value) for name, value in grads.items()}
