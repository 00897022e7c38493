"""Follows torch's single-tensor code: param.mul_, lerp of exp_avg, denom, addcdiv, on copies."""

import math

import numpy as np


def _single_tensor(param, grad, group, state):
    beta1, beta2 = group["betas"]
    state["step"] += 1
    if group["weight_decay"] != 0:
        param = param * (1 - group["lr"] * group["weight_decay"])
    exp_avg = state["exp_avg"] + (1 - beta1) * (grad - state["exp_avg"])
    exp_avg_sq = state["exp_avg_sq"] * beta2 + (1 - beta2) * grad * grad
    bias_correction1 = 1 - beta1 ** state["step"]
    bias_correction2 = 1 - beta2 ** state["step"]
    step_size = group["lr"] / bias_correction1
    denom = np.sqrt(exp_avg_sq) / math.sqrt(bias_correction2) + group["eps"]
    param = param - step_size * exp_avg / denom
    state["exp_avg"], state["exp_avg_sq"] = exp_avg, exp_avg_sq
    return param


def _run(w, dw, config, weight_decay):
    config = {} if config is None else config
    group = {
        "lr": config.get("learning_rate", 1e-3),
        "betas": (config.get("beta1", 0.9), config.get("beta2", 0.999)),
        "eps": config.get("epsilon", 1e-8),
        "weight_decay": weight_decay,
    }
    state = {
        "step": config.get("t", 0),
        "exp_avg": config.get("m", np.zeros_like(w)),
        "exp_avg_sq": config.get("v", np.zeros_like(w)),
    }
    param = _single_tensor(w, dw, group, state)
    config.update(m=state["exp_avg"], v=state["exp_avg_sq"], t=state["step"])
    return param, config


def adam_step(param, grad, config=None):
    return _run(param, grad, config, 0.0)


def adamw_step(param, grad, config=None):
    decay = 1e-2 if config is None else config.get("weight_decay", 1e-2)
    return _run(param, grad, config, decay)
