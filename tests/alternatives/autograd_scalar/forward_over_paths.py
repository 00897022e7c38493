"""The sum over all paths by recursion: a gradient is split and sent down at once."""

import math


class Value:
    def __init__(self, data):
        self.data, self.grad, self._rule = data, 0.0, lambda g: ()

    def _made(self, data, rule):
        out = Value(data)
        out._rule = rule
        return out

    @staticmethod
    def of(x):
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other):
        other = Value.of(other)
        return self._made(self.data + other.data, lambda g: ((self, g), (other, g)))

    def __mul__(self, other):
        other = Value.of(other)
        return self._made(
            self.data * other.data, lambda g: ((self, g * other.data), (other, g * self.data))
        )

    def __pow__(self, n):
        return self._made(self.data**n, lambda g: ((self, g * n * self.data ** (n - 1)),))

    def tanh(self):
        e = math.exp(2 * self.data)
        t = (e - 1) / (e + 1)
        return self._made(t, lambda g: ((self, g * 4 * e / (e + 1) ** 2),))

    def exp(self):
        return self._made(math.exp(self.data), lambda g: ((self, g * math.exp(self.data)),))

    def relu(self):
        return self._made(self.data * (self.data > 0), lambda g: ((self, g * (self.data > 0)),))

    def _send(self, g):
        self.grad += g
        for parent, part in self._rule(g):
            parent._send(part)

    def backward(self):
        self._send(1.0)

    def __radd__(self, x):
        return self + x

    def __rmul__(self, x):
        return self * x

    def __neg__(self):
        return -1 * self

    def __sub__(self, x):
        return self + (-x)

    def __rsub__(self, x):
        return x + (-self)

    def __truediv__(self, x):
        return self * Value.of(x) ** -1.0

    def __rtruediv__(self, x):
        return x * self**-1.0
