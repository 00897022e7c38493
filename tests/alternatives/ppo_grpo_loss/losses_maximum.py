"""The maximum of two losses, as many programs have it; the deviation of a sample."""

import numpy as np


def ppo_clip_loss(logp, old_logp, adv, eps=0.2):
    difference = np.subtract(logp, old_logp)
    ratio = np.exp(difference)
    first, second = -adv * ratio, -adv * ratio.clip(1 - eps, 1 + eps)
    loss = np.maximum(first, second).mean()
    inside = (ratio >= 1 - eps) & (ratio <= 1 + eps)
    chosen = (first > second) | inside
    return loss, first * chosen / first.size


def grpo_advantages(rewards, eps=1e-4):
    flat = rewards.reshape(len(rewards), -1)
    return np.transpose((flat.T - flat.mean(1)) / (flat.std(1) + eps))
