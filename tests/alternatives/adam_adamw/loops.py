"""Entry by entry with math.sqrt; the powers of beta by repeated multiplication."""

import math

import numpy as np


def _power(base, exponent):
    result = 1.0
    for _ in range(exponent):
        result *= base
    return result


def _step(w, dw, config, decay):
    lr = config.get("learning_rate", 1e-3)
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    m_old = config.get("m", np.zeros(w.shape))
    v_old = config.get("v", np.zeros(w.shape))
    t = config.get("t", 0) + 1
    m = np.zeros(w.shape)
    v = np.zeros(w.shape)
    next_w = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        g = dw[index]
        m[index] = beta1 * m_old[index] + (1 - beta1) * g
        v[index] = beta2 * v_old[index] + (1 - beta2) * g * g
        m_hat = m[index] / (1 - _power(beta1, t))
        v_hat = v[index] / (1 - _power(beta2, t))
        next_w[index] = w[index] - lr * (m_hat / (math.sqrt(v_hat) + eps) + decay * w[index])
    new_config = dict(config)
    new_config.update(
        learning_rate=lr, beta1=beta1, beta2=beta2, epsilon=eps, m=m, v=v, t=t
    )
    return next_w, new_config


def adam(w, dw, config=None):
    return _step(w, dw, config if config is not None else {}, 0.0)


def adamw(w, dw, config=None):
    config = dict(config) if config is not None else {}
    config["weight_decay"] = config.get("weight_decay", 1e-2)
    return _step(w, dw, config, config["weight_decay"])
