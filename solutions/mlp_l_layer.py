"""A multilayer perceptron of any depth: loss and gradients.

Conventions: X (N, D₀), weight l (D_{l−1}, D_l), bias l (D_l,); integer labels y (N,). Every layer but
the last is followed by the activation; cross-entropy is the mean over the N samples; natural
logarithm; the derivative of ReLU at 0 is 0.
"""

import numpy as np


def _cross_entropy(z: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Mean softmax cross-entropy of logits z (N, C), and its gradient (N, C)."""
    n, rows = z.shape[0], np.arange(z.shape[0])
    shifted = z - z.max(axis=1, keepdims=True)  # exp cannot overflow
    # mistake max-not-subtracted: shifted = z
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: loss = -np.sum(log_p[rows, y])
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(log_p[rows, y])
    # mistake sign-flipped: loss = np.sum(log_p[rows, y]) / n
    dz = np.exp(log_p)
    dz[rows, y] -= 1.0
    # mistake onehot-not-subtracted: pass
    dz /= n
    # mistake mean-missing: pass
    # convention reduction-sum instead of reduction-mean: pass
    return loss, dz


def mlp_loss(
    X: np.ndarray,
    y: np.ndarray,
    weights: list[np.ndarray],
    biases: list[np.ndarray],
    activation: str = "relu",
) -> tuple[float, list[np.ndarray], list[np.ndarray]]:
    """Cross-entropy of a multilayer perceptron, and its gradient for every parameter.

    A_l = f(A_{l−1}·W_l + b_l) for l < L,  A_0 = X;  z = A_{L−1}·W_L + b_L
    ∂L/∂W_l = A_{l−1}ᵀ·δ_l,  ∂L/∂b_l = Σ_n δ_l,  δ_{l−1} = (δ_l·W_lᵀ) ⊙ f′

    X: inputs (N, D₀); y: integer labels (N,); weights: L matrices (D_{l−1}, D_l); biases: L vectors
    (D_l,); activation: "relu" or "tanh", after every layer but the last.
    Returns the loss (a number) and the lists of gradients, in the order of the parameters.

    >>> weights, biases = [np.eye(2), np.zeros((2, 2))], [np.zeros(2), np.zeros(2)]
    >>> loss, dweights, _ = mlp_loss(np.array([[2.0, -1.0]]), np.array([0]), weights, biases)
    >>> round(float(loss), 4), dweights[1].tolist()
    (0.6931, [[-1.0, 1.0], [0.0, 0.0]])
    """
    inputs = [X]  # of every layer
    for w, b in zip(weights[:-1], biases[:-1]):
        # mistake output-activated: for w, b in zip(weights, biases):
        a = inputs[-1] @ w + b
        # mistake bias-missing: a = inputs[-1] @ w
        # mistake bias-after-activation/hidden: a = inputs[-1] @ w
        inputs.append(np.maximum(a, 0.0) if activation == "relu" else np.tanh(a))
        # mistake activation-option-ignored/relu: inputs.append(np.maximum(a, 0.0))
        # mistake activation-option-ignored/tanh: inputs.append(np.tanh(a))
        # mistake activation-missing: inputs.append(a)
        # mistake bias-after-activation/hidden: inputs.append((np.maximum(a, 0.0) if activation == "relu" else np.tanh(a)) + b)
        # mistake other-activation: inputs.append(np.maximum(a, 0.0) if activation == "relu" else 1.0 / (1.0 + np.exp(-a)))
    z = inputs[-1] @ weights[-1] + biases[-1]
    # mistake bias-missing: z = inputs[-1] @ weights[-1]
    # mistake output-activated: z = np.maximum(inputs[-1] @ weights[-1] + biases[-1], 0.0) if activation == "relu" else np.tanh(inputs[-1] @ weights[-1] + biases[-1])
    loss, delta = _cross_entropy(z, y)

    dweights, dbiases = [], []
    for layer in reversed(range(len(weights))):
        # mistake layers-forwards: for layer in range(len(weights)):
        below = inputs[layer]
        # mistake input-of-wrong-layer: below = inputs[max(layer - 1, 0)]
        # mistake output-for-input: below = inputs[layer + 1] if layer + 1 < len(inputs) else z
        dweights.insert(0, below.T @ delta)
        # mistake gradients-in-reverse-order/both: dweights.append(below.T @ delta)
        # mistake gradients-in-reverse-order: dweights.append(below.T @ delta)
        # mistake transposed-product: dweights.insert(0, delta.T @ below)
        # mistake mean-twice: dweights.insert(0, below.T @ delta / len(X))
        dbiases.insert(0, np.sum(delta, axis=0))
        # mistake gradients-in-reverse-order/both: dbiases.append(np.sum(delta, axis=0))
        # mistake mean-twice: dbiases.insert(0, np.mean(delta, axis=0))
        # mistake last-sample-only: dbiases.insert(0, delta[-1])
        # mistake sum-missing: dbiases.insert(0, delta)
        slope = np.where(below > 0, 1.0, 0.0) if activation == "relu" else 1.0 - below**2
        # mistake activation-option-ignored/relu: slope = np.where(below > 0, 1.0, 0.0)
        # mistake activation-option-ignored/tanh: slope = 1.0 - below**2
        # mistake slope-of-wrong-layer: slope = np.where(inputs[layer - 1] > 0, 1.0, 0.0) if activation == "relu" else 1.0 - inputs[layer - 1] ** 2
        # mistake activation-slope-missing: slope = 1.0
        # mistake slope-of-relu-for-all: slope = np.where(below > 0, 1.0, 0.0)
        # mistake derivative-incomplete: slope = np.where(below > 0, 1.0, 0.0) if activation == "relu" else 1.0 - below
        # mistake value-for-derivative: slope = below
        # mistake derivative-at-output: slope = np.where(below > 0, 1.0, 0.0) if activation == "relu" else 1.0 - np.tanh(below) ** 2
        # mistake sigmoid-for-tanh: slope = np.where(below > 0, 1.0, 0.0) if activation == "relu" else below * (1.0 - below)
        # mistake derivative-of-preactivation: slope = np.where(below > 0, 1.0, 0.0) if activation == "relu" else 1.0 - ((inputs[layer - 1] @ weights[layer - 1] + biases[layer - 1]) ** 2 if layer else 0.0)
        delta = (delta @ weights[layer].T) * slope
        # mistake transpose-missing: delta = (delta @ weights[layer]) * slope
        # mistake weights-of-wrong-layer: delta = (delta @ weights[layer - 1].T) * slope
        # mistake mask-of-upstream: delta = np.maximum(delta @ weights[layer].T, 0.0) if activation == "relu" else (delta @ weights[layer].T) * slope
    return loss, dweights, dbiases
