"""Adam with bias correction, and AdamW with decoupled weight decay.

Conventions: t counts the steps from 1 (the stored t is the number of steps already taken);
both moments are corrected; eps is added outside the root; AdamW's decay is lr·weight_decay·w.
A step returns the new weights and the new configuration; w and dw stay as they were.
"""

import numpy as np

DEFAULTS = {"learning_rate": 1e-3, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8, "t": 0}


def adam(w: np.ndarray, dw: np.ndarray, config: dict | None = None) -> tuple[np.ndarray, dict]:
    """One step of Adam.

    t ← t + 1
    m ← β₁·m + (1 − β₁)·dw,       m̂ = m / (1 − β₁ᵗ)
    v ← β₂·v + (1 − β₂)·dw²,      v̂ = v / (1 − β₂ᵗ)
    w ← w − lr·m̂ / (√v̂ + ε)

    w: weights of any shape; dw: their gradient, of the same shape; config: a dictionary with
    "learning_rate" (default 1e-3), "beta1" (0.9), "beta2" (0.999), "epsilon" (1e-8), "m" and "v"
    in the shape of w (zeros) and "t" (0). Returns the new weights and the configuration with the
    new "m", "v" (both uncorrected) and "t".

    >>> config = {"learning_rate": 0.1, "epsilon": 0.0}
    >>> w, config = adam(np.array([1.0, 1.0]), np.array([4.0, -0.5]), config)
    >>> w.round(6).tolist(), config["m"].round(6).tolist(), config["t"]
    ([0.9, 1.1], [0.4, -0.05], 1)
    """
    config = {**DEFAULTS, "m": np.zeros_like(w), "v": np.zeros_like(w), **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "beta2": 0.99, "m": np.zeros_like(w), "v": np.zeros_like(w), **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "learning_rate": 1e-2, "m": np.zeros_like(w), "v": np.zeros_like(w), **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "beta1": 0.99, "m": np.zeros_like(w), "v": np.zeros_like(w), **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "epsilon": 1e-7, "m": np.zeros_like(w), "v": np.zeros_like(w), **(config or {})}
    # mistake step-counted-early: config = {**DEFAULTS, "t": 1, "m": np.zeros_like(w), "v": np.zeros_like(w), **(config or {})}
    lr, eps = config["learning_rate"], config["epsilon"]
    beta1, beta2 = config["beta1"], config["beta2"]
    # mistake betas-swapped: beta2, beta1 = config["beta1"], config["beta2"]

    t = config["t"] + 1
    # mistake step-counted-late: t = config["t"]
    m = beta1 * config["m"] + (1.0 - beta1) * dw
    # mistake average-weight-missing: m = beta1 * config["m"] + dw
    # mistake moment-weights-swapped: m = (1.0 - beta1) * config["m"] + beta1 * dw
    # mistake beta-of-other-moment: m = beta2 * config["m"] + (1.0 - beta2) * dw
    # mistake sign-flipped: m = beta1 * config["m"] - (1.0 - beta1) * dw
    # mistake no-accumulation: m = (1.0 - beta1) * dw
    v = beta2 * config["v"] + (1.0 - beta2) * dw**2
    # mistake average-weight-missing: v = beta2 * config["v"] + dw**2
    # mistake square-missing: v = beta2 * config["v"] + (1.0 - beta2) * np.abs(dw)
    # mistake square-misplaced: v = beta2 * config["v"] + ((1.0 - beta2) * dw) ** 2
    # mistake beta-of-other-moment: v = beta1 * config["v"] + (1.0 - beta1) * dw**2
    # mistake moment-weights-swapped: v = (1.0 - beta2) * config["v"] + beta2 * dw**2
    # mistake moment-for-gradient: v = beta2 * config["v"] + (1.0 - beta2) * m**2
    # mistake no-accumulation: v = (1.0 - beta2) * dw**2

    # m and v start at 0 and are too small at first, after t steps by factors 1 − β₁ᵗ and 1 − β₂ᵗ.
    m_hat, v_hat = m / (1.0 - beta1**t), v / (1.0 - beta2**t)
    # mistake bias-correction-missing: m_hat, v_hat = m, v
    # mistake bias-correction-first-only: m_hat, v_hat = m / (1.0 - beta1**t), v
    # mistake bias-correction-second-only: m_hat, v_hat = m, v / (1.0 - beta2**t)
    # mistake bias-correction-without-t: m_hat, v_hat = m / (1.0 - beta1), v / (1.0 - beta2)
    # mistake bias-correction-stored: m_hat, v_hat = m, v = m / (1.0 - beta1**t), v / (1.0 - beta2**t)
    # mistake bias-correction-stored: m_hat, v_hat = m / (1.0 - beta1**t), v / (1.0 - beta2**t); v = v_hat
    # mistake bias-correction-stored: m_hat, v_hat = m / (1.0 - beta1**t), v / (1.0 - beta2**t); m = m_hat
    # mistake decay-multiplied-not-powered: m_hat, v_hat = m / (1.0 - beta1 * t), v / (1.0 - beta2 * t)
    # mistake decay-multiplied-not-powered: m_hat, v_hat = m / (1.0 - beta1 * t), v / (1.0 - beta2**t)
    # mistake beta-of-other-moment: m_hat, v_hat = m / (1.0 - beta2**t), v / (1.0 - beta2**t)
    # mistake beta-of-other-moment: m_hat, v_hat = m / (1.0 - beta1**t), v / (1.0 - beta1**t)
    # mistake steps-off-by-one: m_hat, v_hat = m / (1.0 - beta1 ** (t + 1)), v / (1.0 - beta2 ** (t + 1))
    config.update(t=t, m=m, v=v)
    # mistake step-counted-twice: config.update(t=t + 1, m=m, v=v)
    # mistake step-count-not-stored: config.update(m=m, v=v)
    # mistake state-not-stored: config.update(t=t, v=v)
    # mistake state-not-stored: config.update(t=t, m=m)
    # mistake state-not-stored: pass
    next_w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
    # mistake sign-flipped: next_w = w + lr * m_hat / (np.sqrt(v_hat) + eps)
    # mistake root-missing: next_w = w - lr * m_hat / (v_hat + eps)
    # mistake root-missing: next_w = w - lr * (1.0 - beta2**t) / (1.0 - beta1**t) * m / (np.sqrt(v) + eps)
    # mistake gradient-for-moment: next_w = w - lr * dw / (np.sqrt(v_hat) + eps)
    # mistake eps-missing: next_w = w - lr * m_hat / np.sqrt(v_hat)
    # convention eps-inside-root instead of eps-outside-root: next_w = w - lr * m_hat / np.sqrt(v_hat + eps)
    # convention adam-rate-corrected instead of adam-bias-correction: next_w = w - lr * np.sqrt(1.0 - beta2**t) / (1.0 - beta1**t) * m / (np.sqrt(v) + eps)
    # mistake learning-rate-missing: next_w = w - m_hat / (np.sqrt(v_hat) + eps)
    # mistake sgd-step: next_w = w - lr * dw
    # mistake bias-correction-missing: next_w = w - lr * m / (np.sqrt(v) + eps)
    return next_w, config


def adamw(w: np.ndarray, dw: np.ndarray, config: dict | None = None) -> tuple[np.ndarray, dict]:
    """One step of AdamW: Adam, with weight decay kept out of the gradient and the moments.

    w ← w − lr·( m̂ / (√v̂ + ε) + λ·w )

    Arguments, defaults and results are those of `adam`, and config may hold "weight_decay" λ
    (default 1e-2).

    >>> config = {"learning_rate": 0.1, "epsilon": 0.0, "weight_decay": 0.5}
    >>> w, _ = adamw(np.array([1.0, 1.0]), np.array([4.0, -0.5]), config)
    >>> w.round(6).tolist()
    [0.85, 1.05]
    """
    config = {**DEFAULTS, "weight_decay": 1e-2, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 1e-4, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 1e-3, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 0.0, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 1e-2, "beta2": 0.99, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 1e-2, "learning_rate": 1e-2, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 1e-2, "beta1": 0.99, **(config or {})}
    # mistake wrong-default: config = {**DEFAULTS, "weight_decay": 1e-2, "epsilon": 1e-7, **(config or {})}
    # mistake step-counted-early: config = {**DEFAULTS, "weight_decay": 1e-2, "t": 1, **(config or {})}
    lr, decay = config["learning_rate"], config["weight_decay"]

    # Adam's step does not depend on w, so the weights may shrink before it.
    next_w, config = adam(w - lr * decay * w, dw, config)
    # mistake l2-in-gradient: next_w, config = adam(w, dw + decay * w, config)
    # mistake decay-missing: next_w, config = adam(w, dw, config)
    # mistake decay-of-new-weights: next_w, config = adam(w, dw, config); next_w = next_w - lr * decay * next_w
    # mistake decay-in-adaptive-step: next_w, config = adam(w, dw, config); next_w = next_w - lr * decay * w / (np.sqrt(config["v"] / (1.0 - config["beta2"] ** config["t"])) + config["epsilon"])
    # mistake sign-flipped: next_w, config = adam(w + lr * decay * w, dw, config)
    # mistake sign-flipped: next_w, config = adam(w + lr * decay * w, dw, config); next_w = 2 * (w + lr * decay * w) - next_w
    # convention decay-without-rate instead of decay-with-rate: next_w, config = adam(w - decay * w, dw, config)
    return next_w, config
