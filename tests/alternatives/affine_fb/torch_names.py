"""Named after torch.nn.functional.linear, with the weight kept transposed inside."""

import numpy as np


def linear_forward(input, weight, bias):
    weight_t = np.ascontiguousarray(weight.T)  # torch keeps (out_features, in_features)
    input_2d = input.reshape(input.shape[0], -1)
    output = input_2d @ weight_t.T
    output = output + bias
    ctx = dict(saved_tensors=(input_2d, weight_t), input_shape=input.shape)
    return output, ctx


def linear_backward(grad_output, ctx):
    input_2d, weight_t = ctx["saved_tensors"]
    grad_input = grad_output @ weight_t
    grad_weight_t = grad_output.T @ input_2d
    grad_bias = grad_output.sum(axis=0)
    return grad_input.reshape(ctx["input_shape"]), grad_weight_t.T, grad_bias
