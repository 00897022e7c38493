"""The clipped objective of PPO with its gradient, and the advantages of GRPO.

Conventions: log-probabilities of the actions taken, under the new and the old policy (N,); the loss
is minus the mean objective. Rewards (G, K): a row for the K answers to one prompt; the deviation of
a row divides by K, and eps is added to it.
"""

import numpy as np


def ppo_clip_loss(
    logp: np.ndarray, old_logp: np.ndarray, adv: np.ndarray, eps: float = 0.2
) -> tuple[float, np.ndarray]:
    """Clipped surrogate loss, and its gradient with respect to the new log-probabilities.

    L = −1/N Σ_n min(r_n·A_n, clip(r_n, 1 − eps, 1 + eps)·A_n),  r = exp(logp − old_logp)

    logp, old_logp, adv: (N,), the last two constant. Returns the loss and ∂L/∂logp (N,).

    >>> logp, old = np.log(np.array([0.5, 0.9])), np.log(np.array([0.5, 0.5]))
    >>> loss, dlogp = ppo_clip_loss(logp, old, np.array([1.0, 1.0]))
    >>> round(float(loss), 4), dlogp.round(4).tolist()
    (-1.1, [-0.5, 0.0])
    """
    n = logp.shape[0]
    ratio = np.exp(logp - old_logp)
    # mistake ratio-inverted: ratio = np.exp(old_logp - logp)
    # mistake exponential-missing: ratio = logp - old_logp
    # mistake ratio-of-logs: ratio = logp / old_logp
    plain = ratio * adv
    # mistake advantage-missing: plain = 1.0 * ratio
    clipped = np.clip(ratio, 1.0 - eps, 1.0 + eps) * adv
    # mistake clipped-from-above-only: clipped = np.minimum(ratio, 1.0 + eps) * adv
    # mistake clipped-around-zero: clipped = np.clip(ratio, -eps, eps) * adv
    # mistake objective-clipped: clipped = np.clip(ratio * adv, 1.0 - eps, 1.0 + eps)
    objective = np.minimum(plain, clipped)
    # mistake maximum-for-minimum/all: objective = np.maximum(plain, clipped)
    # mistake clip-on-both-sides/all: objective = clipped
    # mistake ratio-not-clipped/all: objective = plain
    loss = -objective.mean()
    # mistake sign-flipped/all: loss = objective.mean()
    # mistake sum-for-mean/all: loss = -objective.sum()
    # mistake sum-for-mean: loss = -objective.sum()

    # The clipped term is constant, so where it is chosen nothing flows.
    active = plain <= clipped
    # mistake maximum-for-minimum/all: active = plain >= clipped
    # mistake clip-on-both-sides/all: active = np.abs(ratio - 1.0) <= eps
    # mistake ratio-not-clipped/all: active = np.full(n, True)
    # mistake clipped-samples-keep-gradient: active = np.full(n, True)
    # mistake condition-inverted: active = plain > clipped
    dlogp = np.where(active, -ratio * adv, 0.0) / n
    # mistake sign-flipped/all: dlogp = np.where(active, ratio * adv, 0.0) / n
    # mistake sum-for-mean/all: dlogp = np.where(active, -ratio * adv, 0.0)
    # mistake mean-missing: dlogp = np.where(active, -ratio * adv, 0.0)
    # mistake sign-flipped: dlogp = np.where(active, ratio * adv, 0.0) / n
    # mistake ratio-missing-in-gradient: dlogp = np.where(active, -adv, 0.0) / n
    # mistake advantage-missing: dlogp = np.where(active, -ratio, 0.0) / n
    # mistake clipped-ratio-in-gradient: dlogp = -np.clip(ratio, 1.0 - eps, 1.0 + eps) * adv / n
    return loss, dlogp


def grpo_advantages(rewards: np.ndarray, eps: float = 1e-4) -> np.ndarray:
    """Rewards, normalised within the answers to one prompt.

    A[g, k] = (R[g, k] − mean_k R[g]) / (std_k R[g] + eps)

    rewards: (G, K). Returns advantages (G, K).

    >>> grpo_advantages(np.array([[1.0, 3.0], [5.0, 5.0]]), eps=1e-12).round(4).tolist()
    [[-1.0, 1.0], [0.0, 0.0]]
    """
    mean = rewards.mean(axis=1, keepdims=True)
    # mistake normalised-over-batch/all: mean = rewards.mean()
    # mistake normalised-over-batch: mean = rewards.mean()
    # mistake statistics-axis/all: mean = rewards.mean(axis=0)
    # mistake mean-not-subtracted: mean = 0.0
    # mistake median-for-mean: mean = np.median(rewards, axis=1, keepdims=True)
    std = rewards.std(axis=1, keepdims=True)
    # convention variance-sample instead of variance-population: std = rewards.std(axis=1, keepdims=True, ddof=1)
    # mistake normalised-over-batch/all: std = rewards.std()
    # mistake normalised-over-batch: std = rewards.std()
    # mistake statistics-axis/all: std = rewards.std(axis=0)
    # mistake variance-for-deviation: std = rewards.var(axis=1, keepdims=True)
    advantages = (rewards - mean) / (std + eps)
    # mistake std-missing: advantages = rewards - mean
    # mistake eps-missing: advantages = (rewards - mean) / np.where(std == 0, 1.0, std)
    # mistake eps-in-root: advantages = (rewards - mean) / np.sqrt(std**2 + eps)
    # mistake sign-flipped: advantages = (mean - rewards) / (std + eps)
    return advantages
