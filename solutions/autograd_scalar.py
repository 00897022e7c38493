"""Reverse-mode automatic differentiation of scalars.

Conventions: a node keeps its parents together with the local derivatives; gradients are added to
`grad`, which starts at 0; the derivative of ReLU at 0 is 0.
"""

import math


class Value:
    """A number that remembers how it was computed.

    data: its value; grad: the derivative of the output of `backward()` with respect to it, 0 at first.

    >>> a, b = Value(2.0), Value(-3.0)
    >>> out = a * b + a
    >>> out.backward()
    >>> out.data, a.grad, b.grad
    (-4.0, -2.0, 2.0)
    """

    def __init__(self, data, parents=()):
        """data: a number; parents: pairs (Value, ∂self/∂Value), empty for a leaf."""
        self.data = data
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        """self + other, where other is a Value or a number."""
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
        # mistake second-operand-forgotten: out = Value(self.data + other.data, ((self, 1.0),))
        # mistake product-rule-for-sum: out = Value(self.data + other.data, ((self, other.data), (other, self.data)))
        return out

    def __mul__(self, other):
        """self · other, where other is a Value or a number."""
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data, ((self, other.data), (other, self.data)))
        # mistake factor-misplaced: out = Value(self.data * other.data, ((self, self.data), (other, other.data)))
        # mistake second-operand-forgotten: out = Value(self.data * other.data, ((self, other.data),))
        # mistake factor-held-constant: out = Value(self.data * other.data, ((self, 1.0), (other, 1.0)))
        return out

    def __pow__(self, n):
        """self to the power n, where n is a number."""
        out = Value(self.data**n, ((self, n * self.data ** (n - 1)),))
        # mistake power-factor-missing: out = Value(self.data**n, ((self, self.data ** (n - 1)),))
        # mistake power-off-by-one: out = Value(self.data**n, ((self, n * self.data**n),))
        # mistake value-for-derivative: out = Value(self.data**n, ((self, self.data**n),))
        # mistake power-off-by-one: out = Value(self.data**n, ((self, (n - 1) * self.data ** (n - 1)),))
        # mistake power-off-by-one: out = Value(self.data**n, ((self, n * self.data ** (n + 1)),))
        return out

    def tanh(self):
        """The hyperbolic tangent."""
        t = math.tanh(self.data)
        out = Value(t, ((self, 1.0 - t**2),))
        # mistake derivative-incomplete: out = Value(t, ((self, 1.0 - t),))
        # mistake derivative-of-preactivation: out = Value(t, ((self, 1.0 - self.data**2),))
        # mistake sigmoid-for-tanh: out = Value(t, ((self, t * (1.0 - t)),))
        # mistake derivative-at-output: out = Value(t, ((self, 1.0 - math.tanh(t) ** 2),))
        # mistake square-misplaced: out = Value(t, ((self, (1.0 - t) ** 2),))
        # mistake activation-slope-missing: out = Value(t, ((self, 1.0),))
        # mistake value-for-derivative: out = Value(t, ((self, t),))
        # mistake sign-flipped: out = Value(t, ((self, t**2 - 1.0),))
        return out

    def exp(self):
        """e to the power self."""
        e = math.exp(self.data)
        out = Value(e, ((self, e),))
        # mistake value-for-derivative: out = Value(e, ((self, self.data),))
        # mistake activation-slope-missing: out = Value(e, ((self, 1.0),))
        # mistake power-rule-for-exp: out = Value(e, ((self, self.data * math.exp(self.data - 1.0)),))
        return out

    def relu(self):
        """The larger of self and 0."""
        out = Value(max(self.data, 0.0), ((self, 1.0 if self.data > 0 else 0.0),))
        # mistake activation-slope-missing: out = Value(max(self.data, 0.0), ((self, 1.0),))
        # mistake value-for-derivative: out = Value(max(self.data, 0.0), ((self, max(self.data, 0.0)),))
        # mistake mask-inverted: out = Value(max(self.data, 0.0), ((self, 1.0 if self.data < 0 else 0.0),))
        return out

    def backward(self):
        """Add to the grad of every Value that self was computed from, with self.grad = 1.

        In reversed topological order: no node passes its gradient down before it has it whole.
        A second output adds to the leaves that both share; inner nodes must not be shared.
        """
        order, seen = [], set()

        def visit(node):
            if node not in seen:
                # mistake visited-not-tracked: if True:
                seen.add(node)
                # mistake no-topological-order/early: seen.add(node); order.insert(0, node)
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)
                # mistake no-topological-order/early: pass

        visit(self)
        self.grad = 1.0
        # mistake gradient-not-seeded: pass
        # mistake value-for-seed: self.grad = self.data
        # mistake gradients-reset: [setattr(node, "grad", 0.0) for node in order]; self.grad = 1.0
        for node in reversed(order):
            # mistake topological-order-not-reversed: for node in order:
            for parent, slope in node.parents:
                # mistake first-parent-only: for parent, slope in node.parents[:1]:
                parent.grad += slope * node.grad
                # mistake gradient-assigned: parent.grad = slope * node.grad
                # mistake upstream-missing: parent.grad += slope
                # mistake sum-for-product: parent.grad += slope + node.grad
                # mistake value-for-upstream: parent.grad += slope * node.data
        # mistake gradient-passed-again:
        #     def push(node):
        #         for parent, slope in node.parents:
        #             parent.grad += slope * node.grad
        #             push(parent)
        #     push(self)
        # mistake no-topological-order:
        #     queue, known = [self], {self}
        #     for node in queue:
        #         for parent, slope in node.parents:
        #             parent.grad += slope * node.grad
        #             if parent not in known:
        #                 known.add(parent)
        #                 queue.append(parent)

    def __neg__(self):
        """−self."""
        return self * -1.0
        # mistake sign-missing: return self * 1.0

    def __sub__(self, other):
        """self − other."""
        return self + -1.0 * other
        # mistake sign-flipped: return -1.0 * self + other
        # mistake operand-as-constant: return self + -1.0 * (other.data if isinstance(other, Value) else other)
        # mistake sign-of-operand-missing:
        #     other = other if isinstance(other, Value) else Value(other)
        #     return Value(self.data - other.data, ((self, 1.0), (other, 1.0)))

    def __truediv__(self, other):
        """self / other."""
        return self * other**-1.0
        # mistake ratio-inverted: return other * self**-1.0
        # mistake operand-as-constant: return self * (1.0 / (other.data if isinstance(other, Value) else other))
        # mistake sign-of-operand-missing:
        #     other = other if isinstance(other, Value) else Value(other)
        #     down = self.data / other.data**2
        #     return Value(self.data / other.data, ((self, 1.0 / other.data), (other, down)))
        # mistake numerator-missing:
        #     other = other if isinstance(other, Value) else Value(other)
        #     down = -1.0 / other.data**2
        #     return Value(self.data / other.data, ((self, 1.0 / other.data), (other, down)))
        # mistake divisor-not-squared:
        #     other = other if isinstance(other, Value) else Value(other)
        #     down = -self.data / other.data
        #     return Value(self.data / other.data, ((self, 1.0 / other.data), (other, down)))

    def __radd__(self, other):
        """other + self, for a number other."""
        return self + other

    def __rmul__(self, other):
        """other · self, for a number other."""
        return self * other

    def __rsub__(self, other):
        """other − self, for a number other."""
        return -self + other
        # mistake operands-swapped: return self - other

    def __rtruediv__(self, other):
        """other / self, for a number other."""
        return other * self**-1.0
        # mistake operands-swapped: return self * (1.0 / other)
