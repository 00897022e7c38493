"""torch-like modules that accumulate .grad, driven by a small Sequential."""

import numpy as np


class Parameter:
    def __init__(self, data):
        self.data = data
        self.grad = np.zeros(np.shape(data))


class Linear:
    def __init__(self, weight, bias):
        self.weight, self.bias = Parameter(weight), Parameter(bias)

    def forward(self, input):
        self.input = input
        return input @ self.weight.data + self.bias.data

    def backward(self, grad_output):
        self.weight.grad += self.input.T @ grad_output
        self.bias.grad += grad_output.sum(axis=0)
        return grad_output @ self.weight.data.T


class ReLU:
    def forward(self, input):
        self.output = input.clip(min=0)
        return self.output

    def backward(self, grad_output):
        return grad_output * (self.output > 0)


class CrossEntropy:
    def forward(self, logits, target):
        self.target = target
        logits = logits - logits.max(axis=1, keepdims=True)
        self.log_probs = logits - np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return -np.mean(self.log_probs[np.arange(len(target)), target])

    def backward(self):
        grad = np.exp(self.log_probs)
        grad[np.arange(len(self.target)), self.target] -= 1
        return grad / len(self.target)


def two_layer_loss(x, y, params, reg=0.0):
    fc1 = Linear(params["W1"], params["b1"])
    fc2 = Linear(params["W2"], params["b2"])
    layers = [fc1, ReLU(), fc2]
    criterion = CrossEntropy()

    activations = x
    for layer in layers:
        activations = layer.forward(activations)
    loss = criterion.forward(activations, y)

    grad = criterion.backward()
    for layer in reversed(layers):
        grad = layer.backward(grad)

    for fc in (fc1, fc2):  # weight decay, not on the biases
        loss = loss + 0.5 * reg * np.sum(fc.weight.data**2)
        fc.weight.grad += reg * fc.weight.data
    grads = {"W1": fc1.weight.grad, "b1": fc1.bias.grad}
    grads |= {"W2": fc2.weight.grad, "b2": fc2.bias.grad}
    return loss, grads
