"""save_mean and save_invstd as in torch, with torch's momentum 1 - alpha and a lerp."""

import numpy as np


def batchnorm_forward(input, weight, bias, bn_param):
    eps = bn_param.get("eps", 1e-5)
    torch_momentum = 1 - bn_param.get("momentum", 0.9)
    num_features = input.shape[1]
    bn_param.setdefault("running_mean", np.zeros(num_features))
    bn_param.setdefault("running_var", np.zeros(num_features))
    training = bn_param["mode"] == "train"
    if training:
        save_mean = input.mean(axis=0)
        batch_var = ((input - save_mean) ** 2).mean(axis=0)
        for name, batch in (("running_mean", save_mean), ("running_var", batch_var)):
            bn_param[name] = bn_param[name] + torch_momentum * (batch - bn_param[name])
        save_invstd = (batch_var + eps) ** -0.5
    else:
        save_mean = bn_param["running_mean"]
        save_invstd = (bn_param["running_var"] + eps) ** -0.5
    output = (input - save_mean) * (save_invstd * weight) + bias
    return output, dict(input=input, weight=weight, save_mean=save_mean, save_invstd=save_invstd)


def batchnorm_backward(grad_output, ctx):
    input, weight = ctx["input"], ctx["weight"]
    mean, invstd = ctx["save_mean"], ctx["save_invstd"]
    centred = input - mean
    grad_bias = grad_output.sum(axis=0)
    dot_p = (centred * grad_output).sum(axis=0)
    grad_weight = dot_p * invstd
    k = dot_p * invstd * invstd / len(input)
    grad_input = (grad_output - centred * k - grad_output.mean(axis=0)) * invstd * weight
    return grad_input, grad_weight, grad_bias
