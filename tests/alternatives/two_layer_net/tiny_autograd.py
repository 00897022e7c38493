"""A thirty-line reverse-mode tape; the gradients fall out of backward()."""

import numpy as np


class Var:
    def __init__(self, value, parents=()):
        self.value = np.asarray(value, dtype=float)
        self.parents = parents  # pairs of a Var and its vector-Jacobian product
        self.grad = np.zeros_like(self.value)

    def __matmul__(self, other):
        return Var(
            self.value @ other.value,
            ((self, lambda g: g @ other.value.T), (other, lambda g: self.value.T @ g)),
        )

    def __add__(self, other):
        collapse = lambda g, v: g.sum(axis=0) if g.ndim > v.value.ndim else g
        return Var(
            self.value + other.value,
            ((self, lambda g: collapse(g, self)), (other, lambda g: collapse(g, other))),
        )

    def relu(self):
        return Var(self.value * (self.value > 0), ((self, lambda g: g * (self.value > 0)),))

    def half_square(self, factor):
        return Var(factor * (self.value**2).sum() / 2, ((self, lambda g: g * factor * self.value),))

    def cross_entropy(self, labels):
        rows = np.arange(len(labels))
        s = self.value - self.value.max(axis=1, keepdims=True)
        logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
        onehot = np.zeros_like(s)
        onehot[rows, labels] = 1
        back = lambda g: g * (np.exp(logp) - onehot) / len(labels)
        return Var(-logp[rows, labels].mean(), ((self, back),))

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if id(node) not in seen:
                seen.add(id(node))
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = np.ones_like(self.value)
        for node in reversed(order):
            for parent, vjp in node.parents:
                parent.grad = parent.grad + vjp(node.grad)


def two_layer_loss(x, y, params, reg=0.0):
    p = {name: Var(value) for name, value in params.items()}
    logits = (Var(x) @ p["W1"] + p["b1"]).relu() @ p["W2"] + p["b2"]
    penalty = p["W1"].half_square(reg) + p["W2"].half_square(reg)
    total = logits.cross_entropy(y) + penalty
    total.backward()
    return total.value, {name: var.grad for name, var in p.items()}
