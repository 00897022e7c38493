import math

import torch


class SwishFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, beta):
        ctx.x, ctx.beta = x, beta
        return x / (torch.exp(-(beta * x)) + 1)

    @staticmethod
    def backward(ctx, grad_output):
        x, beta = ctx.x, ctx.beta
        grad_x = torch.empty_like(x)
        grad_beta = 0.0
        flat_x, flat_g, flat_dx = x.reshape(-1), grad_output.reshape(-1), grad_x.view(-1)
        for i in range(x.numel()):
            v, g = float(flat_x[i]), float(flat_g[i])
            s = 1 / (1 + math.exp(-float(beta) * v))
            flat_dx[i] = g * s * (1 + float(beta) * v * (1 - s))
            grad_beta += g * v * v * s * (1 - s)
        return grad_x, torch.as_tensor(grad_beta, dtype=beta.dtype)


def gradients_agree(function, *inputs):
    leaves = [i.clone().detach().double().requires_grad_() for i in inputs]
    return torch.autograd.gradcheck(function, tuple(leaves), raise_exception=False)
