"""Sample by sample with the math module."""

import math

import numpy as np


def ppo_clip(logp, old_logp, adv, eps=0.2):
    n, loss, grad = len(logp), 0.0, np.zeros(len(logp))
    for i in range(n):
        a, r = float(adv[i]), math.exp(float(logp[i]) - float(old_logp[i]))
        if (a >= 0 and r > 1 + eps) or (a < 0 and r < 1 - eps):
            loss -= (1 + eps if a >= 0 else 1 - eps) * a / n
        else:
            loss -= r * a / n
            grad[i] = -r * a / n
    return loss, grad


def group_advantages(rewards, eps=1e-4):
    out = []
    for row in rewards.tolist():
        mean = sum(row) / len(row)
        std = math.sqrt(sum((v - mean) ** 2 for v in row) / len(row))
        out.append([(v - mean) / (std + eps) for v in row])
    return np.array(out)
