"""Pair by pair and token by token with the math module."""

import math

import numpy as np


def sequence_logprobs(logits, tokens, mask):
    totals = []
    for scores, words, counted in zip(logits, tokens, mask, strict=True):
        total = 0.0
        for t in range(1, len(words)):
            if not counted[t]:
                continue
            row = [float(v) for v in scores[t - 1]]
            top = max(row)
            total += row[words[t]] - top - math.log(math.fsum(math.exp(v - top) for v in row))
        totals.append(total)
    return np.array(totals)


def dpo_loss(lp_w, lp_l, ref_w, ref_l, beta):
    N = len(lp_w)
    loss, dw, dl = 0.0, np.zeros(N), np.zeros(N)
    for n in range(N):
        z = beta * (float(lp_w[n]) - float(lp_l[n]) - (float(ref_w[n]) - float(ref_l[n])))
        if z > 0:
            loss += math.log1p(math.exp(-z))
            share = math.exp(-z) / (1 + math.exp(-z))
        else:
            loss += -z + math.log1p(math.exp(z))
            share = 1 / (1 + math.exp(z))
        dw[n], dl[n] = -beta * share / N, beta * share / N
    return loss / N, dw, dl
