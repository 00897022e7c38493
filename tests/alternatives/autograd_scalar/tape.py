"""One global list of operations in the order they were made, read from its end."""

import math

TAPE = []


class Scalar:
    def __init__(self, data, grad=0.0):
        self.data = data
        self.grad = grad

    def _record(self, value, *inputs):
        out = Scalar(value)
        TAPE.append((out, inputs))
        return out

    def __add__(self, other):
        if not isinstance(other, Scalar):
            return self._record(self.data + other, (self, 1))
        return self._record(self.data + other.data, (self, 1), (other, 1))

    def __mul__(self, other):
        if not isinstance(other, Scalar):
            return self._record(self.data * other, (self, other))
        return self._record(self.data * other.data, (self, other.data), (other, self.data))

    def __pow__(self, power):
        return self._record(self.data**power, (self, power * self.data ** (power - 1)))

    def tanh(self):
        return self._record(math.tanh(self.data), (self, 1 / math.cosh(self.data) ** 2))

    def exp(self):
        value = math.exp(self.data)
        return self._record(value, (self, value))

    def relu(self):
        return self._record(self.data, (self, 1)) if self.data > 0 else self._record(0.0, (self, 0))

    def backward(self):
        local = {id(self): 1.0}
        for out, inputs in reversed(TAPE):
            upstream = local.get(id(out), 0.0)
            for each, slope in inputs:
                local[id(each)] = local.get(id(each), 0.0) + slope * upstream
        nodes = {id(each): each for out, ins in TAPE for each in (out, *(i for i, _ in ins))}
        nodes[id(self)] = self
        for key, grad in local.items():
            nodes[key].grad += grad

    __radd__ = __add__
    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * (other**-1.0)

    def __rtruediv__(self, other):
        return self**-1.0 * other
