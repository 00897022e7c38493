"""The gradient by automatic differentiation."""

import torch


def softmax_loss(z, y):
    leaf = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(leaf, torch.tensor(y))
    loss.backward()
    return loss.item(), leaf.grad.numpy()
