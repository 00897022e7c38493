# bug: Sigmoid_prime applied to the activation: prime(sigmoid(z)).
# output: dw, db
# line: 24
# accept: activation-twice
import numpy as np

def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))

def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)

class Unit:
    def __init__(self, w, b):
        self.theta = np.append(w, b)

    def forward(self, x):
        self.xb = np.column_stack([x, np.ones(len(x))])
        self.z = np.einsum("nd,d->n", self.xb, self.theta)
        return sigmoid(self.z)

    def backward(self, upstream):
        return np.einsum("n,nd->d", upstream * sigmoid_prime(sigmoid(self.z)), self.xb)

def sigmoid_unit_loss(x, y, w, b):
    unit = Unit(w, b)
    residual = unit.forward(x) - y
    loss = residual @ residual / residual.size
    grad = unit.backward(2 * residual / residual.size)
    return loss, grad[:-1], grad[-1]
