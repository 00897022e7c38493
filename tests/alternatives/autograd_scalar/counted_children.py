"""Nodes wait until all their uses have sent a gradient, without an explicit order."""

import math


def _lift(x):
    return x if isinstance(x, Value) else Value(x)


class Value:
    def __init__(self, data, edges=()):
        self.data = float(data)
        self.grad = 0.0
        self.edges = edges

    def __add__(self, o):
        o = _lift(o)
        return Value(self.data + o.data, [(self, 1.0), (o, 1.0)])

    def __sub__(self, o):
        o = _lift(o)
        return Value(self.data - o.data, [(self, 1.0), (o, -1.0)])

    def __mul__(self, o):
        o = _lift(o)
        return Value(self.data * o.data, [(self, o.data), (o, self.data)])

    def __truediv__(self, o):
        o = _lift(o)
        q = self.data / o.data
        return Value(q, [(self, 1 / o.data), (o, -q / o.data)])

    def __pow__(self, k):
        return Value(self.data**k, [(self, k * self.data ** (k - 1))])

    def __neg__(self):
        return Value(-self.data, [(self, -1.0)])

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, o):
        return _lift(o) - self

    def __rtruediv__(self, o):
        return _lift(o) / self

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, [(self, (1 - t) * (1 + t))])

    def exp(self):
        return Value(math.exp(self.data), [(self, math.exp(self.data))])

    def relu(self):
        on = self.data > 0
        return Value(self.data if on else 0.0, [(self, float(on))])

    def backward(self):
        waiting, stack, met = {}, [self], {id(self)}
        while stack:
            for parent, _ in stack.pop().edges:
                waiting[id(parent)] = waiting.get(id(parent), 0) + 1
                if id(parent) not in met:
                    met.add(id(parent))
                    stack.append(parent)
        self.grad = 1.0
        ready = [self]
        while ready:
            node = ready.pop()
            for parent, slope in node.edges:
                parent.grad += slope * node.grad
                waiting[id(parent)] -= 1
                if waiting[id(parent)] == 0:
                    ready.append(parent)
