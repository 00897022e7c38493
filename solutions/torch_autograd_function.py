"""An operation with a backward pass of its own in PyTorch, and gradcheck to judge it.

Conventions: Swish y = x·σ(βx), entry by entry, with one β for all of them, a tensor of shape ().
"""

import torch


class SwishFunction(torch.autograd.Function):
    """y = x·σ(βx). With s = σ(βx) and g = ∂L/∂y:

    ∂L/∂x = g ⊙ (s + βx·s(1 − s)),   ∂L/∂β = Σ g ⊙ x²·s(1 − s)

    Used as `SwishFunction.apply(x, beta)`.

    >>> x = torch.tensor([0.0, 2.0], requires_grad=True)
    >>> SwishFunction.apply(x, torch.tensor(1.0)).sum().backward()
    >>> [round(each, 4) for each in x.grad.tolist()]
    [0.5, 1.0908]
    """

    @staticmethod
    def forward(ctx, x, beta):
        """x: any shape; beta: shape (). Returns y in the shape of x; `ctx` keeps what backward needs."""
        # save_for_backward is made for inputs and outputs: autograd then notices when one of them
        # is changed in place before the backward pass.
        ctx.save_for_backward(x, beta)
        # mistake saved-order-swapped: ctx.save_for_backward(beta, x)
        return x * torch.sigmoid(beta * x)
        # mistake gate-parameter-ignored: return x * torch.sigmoid(x)
        # mistake input-missing: return torch.sigmoid(beta * x)
        # mistake tanh-for-sigmoid: return x * torch.tanh(beta * x)

    @staticmethod
    def backward(ctx, grad_output):
        """grad_output: ∂L/∂y. Returns a gradient for each argument of forward, in their order."""
        x, beta = ctx.saved_tensors
        s = torch.sigmoid(beta * x)
        slope = s * (1 - s)  # σ′(βx)
        # mistake derivative-at-output: slope = torch.sigmoid(s) * (1 - torch.sigmoid(s))
        # mistake activation-slope-missing: slope = torch.ones_like(s)
        grad_x = grad_output * (s + beta * x * slope)
        # mistake upstream-missing: grad_x = s + beta * x * slope
        # mistake inner-derivative-missing: grad_x = grad_output * (s + x * slope)
        # mistake product-rule-forgotten: grad_x = grad_output * beta * x * slope
        # mistake product-rule-forgotten: grad_x = grad_output * beta * slope
        # mistake factor-held-constant: grad_x = grad_output * s
        # mistake sign-flipped: grad_x = grad_output * (s - beta * x * slope)
        # One β serves all entries of x, so its gradient is the sum over all of them.
        grad_beta = (grad_output * x * x * slope).sum()
        # mistake upstream-missing: grad_beta = (x * x * slope).sum()
        # mistake mean-for-sum: grad_beta = (grad_output * x * x * slope).mean()
        # mistake inner-derivative-missing: grad_beta = (grad_output * x * slope).sum()
        # mistake variables-exchanged: grad_beta = (grad_output * x * beta * slope).sum()
        # mistake input-gradient-missing: grad_beta = torch.zeros_like(beta)
        return grad_x, grad_beta
        # mistake input-gradient-missing: return grad_x, None
        # mistake gradients-in-other-order: return grad_beta, grad_x


def gradients_agree(function, *inputs):
    """Whether the backward pass of a function agrees with differences of its forward pass.

    function: the `apply` of an autograd.Function, or anything that makes one tensor of tensors;
    inputs: tensors of float32 or float64, which are left as they are. Returns True or False; a
    wrong gradient raises nothing.

    >>> gradients_agree(torch.sin, torch.tensor([0.3, 2.0]))
    True
    """
    # In single precision a difference over 10⁻⁶ is mostly rounding: right gradients would look wrong.
    doubles = [each.detach().double().clone().requires_grad_() for each in inputs]
    # mistake single-precision-kept: doubles = [each.detach().clone().requires_grad_() for each in inputs]
    # mistake leaves-not-copied: doubles = [each.double().requires_grad_() for each in inputs]
    # mistake one-input-checked:
    #     doubles = [each.detach().double().clone() for each in inputs]
    #     doubles[0].requires_grad_()
    return torch.autograd.gradcheck(function, doubles, raise_exception=False)
    # mistake exception-not-caught: return torch.autograd.gradcheck(function, doubles)
    # mistake tolerance-too-loose: return torch.autograd.gradcheck(function, doubles, atol=0.5, raise_exception=False)
