"""The minimum written as one bound that depends on the sign of the advantage."""

import numpy as np


def ppo_loss(logp, old_logp, adv, eps=0.2):
    ratio = np.exp(logp) / np.exp(old_logp)
    bound = np.where(adv > 0, 1 + eps, 1 - eps) * adv
    value = np.where(ratio * adv < bound, ratio * adv, bound)
    free = ratio * adv < bound
    return -np.sum(value) / len(value), -(free * ratio * adv) / len(value)


def grpo_adv(rewards, eps=1e-4):
    k = rewards.shape[1]
    centred = rewards - rewards.sum(axis=1)[:, None] / k
    return centred / (np.sqrt(np.einsum("gk,gk->g", centred, centred) / k) + eps)[:, None]
