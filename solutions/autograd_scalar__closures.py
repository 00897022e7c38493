"""Reverse-mode automatic differentiation of scalars: every operation makes the function that passes
its gradient down."""

import math


class Value:
    """A number, its gradient, its parents, and what to do on the way back."""

    def __init__(self, data, parents=()):
        self.data, self.grad = data, 0.0
        self.parents = parents
        self.pass_down = lambda: None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, (self, other))

        def pass_down():
            self.grad += out.grad
            # mistake gradient-assigned/both: self.grad = out.grad
            # mistake own-gradient-for-upstream: self.grad += self.grad
            # mistake gradient-assigned: self.grad = out.grad
            other.grad += out.grad
            # mistake gradient-assigned/both: other.grad = out.grad
            # mistake sign-flipped: other.grad -= out.grad

        out.pass_down = pass_down
        # mistake pass-down-not-stored: pass
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, (self, other))

        def pass_down():
            self.grad += other.data * out.grad
            # mistake gradient-assigned/both: self.grad = other.data * out.grad
            # mistake own-gradient-for-upstream: self.grad += other.data * self.grad
            # mistake value-for-upstream: self.grad += other.data * out.data
            # mistake gradient-assigned/product: self.grad = other.data * out.grad
            # mistake factor-misplaced/product: self.grad += self.data * out.grad
            # mistake upstream-missing/product: self.grad += other.data
            other.grad += self.data * out.grad
            # mistake gradient-assigned/both: other.grad = self.data * out.grad
            # mistake gradient-assigned/product: other.grad = self.data * out.grad
            # mistake factor-misplaced/product: other.grad += other.data * out.grad
            # mistake upstream-missing/product: other.grad += self.data

        out.pass_down = pass_down
        # mistake pass-down-not-stored: pass
        return out

    def __pow__(self, n):
        out = Value(self.data**n, (self,))

        def pass_down():
            self.grad += n * self.data ** (n - 1) * out.grad
            # mistake gradient-assigned/both: self.grad = n * self.data ** (n - 1) * out.grad
            # mistake upstream-missing: self.grad += n * self.data ** (n - 1)
            # mistake own-gradient-for-upstream: self.grad += n * self.data ** (n - 1) * self.grad

        out.pass_down = pass_down
        return out

    def tanh(self):
        out = Value(math.tanh(self.data), (self,))

        def pass_down():
            self.grad += (1.0 - out.data**2) * out.grad
            # mistake gradient-assigned/both: self.grad = (1.0 - out.data**2) * out.grad
            # mistake upstream-missing: self.grad += 1.0 - out.data**2
            # mistake own-gradient-for-upstream: self.grad += (1.0 - out.data**2) * self.grad

        out.pass_down = pass_down
        return out

    def exp(self):
        out = Value(math.exp(self.data), (self,))

        def pass_down():
            self.grad += out.data * out.grad
            # mistake gradient-assigned/both: self.grad = out.data * out.grad
            # mistake upstream-missing: self.grad += out.data
            # mistake own-gradient-for-upstream: self.grad += out.data * self.grad

        out.pass_down = pass_down
        return out

    def relu(self):
        out = Value(max(self.data, 0.0), (self,))

        def pass_down():
            self.grad += (out.data > 0) * out.grad
            # mistake gradient-assigned/both: self.grad = (out.data > 0) * out.grad
            # mistake upstream-missing: self.grad += float(out.data > 0)
            # mistake own-gradient-for-upstream: self.grad += (out.data > 0) * self.grad

        out.pass_down = pass_down
        return out

    def backward(self):
        order, seen = [], set()

        def visit(node):
            if node in seen:
                return
            seen.add(node)
            for parent in node.parents:
                visit(parent)
            order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            node.pass_down()

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -1.0 * other

    def __truediv__(self, other):
        return self * other**-1.0

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return other * self**-1.0
