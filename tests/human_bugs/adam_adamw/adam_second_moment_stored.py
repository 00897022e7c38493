# bug: Adam: the second moment is stored after dividing by the bias correction (v overwritten by v-hat).
# output: adam_w, adam_v
# line: 22
# accept: bias-correction-stored
# edit: behaves as if v_hat stood where v belongs
import numpy as np

def adam(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-3)
    beta1 = config.get("beta1", 0.9)
    beta2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    m = config.get("m", np.zeros_like(w))
    v = config.get("v", np.zeros_like(w))
    t = config.get("t", 0) + 1

    m = beta1 * m + (1 - beta1) * dw
    v = beta2 * v + (1 - beta2) * dw * dw
    mhat = m / (1 - beta1 ** t)
    v = v / (1 - beta2 ** t)
    next_w = w - lr * mhat / (np.sqrt(v) + eps)

    config["m"], config["v"], config["t"] = m, v, t
    return next_w, config

def adamw(w, dw, config=None):
    if config is None:
        config = {}
    lr = config.get("learning_rate", 1e-3)
    b1 = config.get("beta1", 0.9)
    b2 = config.get("beta2", 0.999)
    eps = config.get("epsilon", 1e-8)
    wd = config.get("weight_decay", 1e-2)
    m = config.get("m", np.zeros_like(w))
    v = config.get("v", np.zeros_like(w))
    t = config.get("t", 0) + 1

    m = b1 * m + (1 - b1) * dw
    v = b2 * v + (1 - b2) * dw ** 2
    m_hat = m / (1 - b1 ** t)
    v_hat = v / (1 - b2 ** t)
    step = m_hat / (np.sqrt(v_hat) + eps)
    next_w = w - lr * (step + wd * w)

    config["m"], config["v"], config["t"] = m, v, t
    return next_w, config
