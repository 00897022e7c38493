"""Two modules with forward and backward added up by a third, as one would in torch."""

import numpy as np


def _softmax(x):
    x = np.exp(x - x.max(axis=-1, keepdims=True))
    return x / x.sum(axis=-1, keepdims=True)


class CrossEntropyLoss:
    def forward(self, input, target):
        peak = input.max(axis=-1)
        log_z = np.log(np.exp(input - peak[:, None]).sum(axis=-1)) + peak
        self.saved = input, target
        return (log_z - input[np.arange(len(target)), target]).mean()

    def backward(self):
        input, target = self.saved
        grad = _softmax(input)
        grad[np.arange(len(target)), target] -= 1
        return grad / len(target)


class SoftmaxMSELoss:
    def forward(self, input, target):
        self.saved = _softmax(input), target
        return np.mean((self.saved[0] - target) ** 2)

    def backward(self):
        probs, target = self.saved
        grad_probs = 2 * (probs - target) / probs.size
        inner = np.einsum("nc,nc->n", grad_probs, probs)
        return probs * grad_probs - probs * inner[:, np.newaxis]


def ce_plus_mse(z, y, t, lam):
    ce, mse = CrossEntropyLoss(), SoftmaxMSELoss()
    loss = ce.forward(z, y) + lam * mse.forward(z, t)
    return loss, ce.backward() + lam * mse.backward()
