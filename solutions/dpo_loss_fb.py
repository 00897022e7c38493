"""Direct preference optimisation: log-probabilities of responses, and the loss with its gradient.

Conventions: the logits of position t predict token t + 1; the mask is True on tokens of the
response; log-probabilities are summed over tokens; natural logarithm; the loss is the mean over
the N pairs; w is the better response, l the worse.
"""

import numpy as np


def sequence_logps(logits: np.ndarray, tokens: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Log-probability of each response: the sum over its tokens.

    logps[n] = Σ_{t ≥ 1} mask[n, t] · log softmax(logits[n, t − 1])[tokens[n, t]]

    logits: (N, T, V); tokens: integers (N, T); mask: boolean (N, T), True on the response.
    Returns (N,).

    >>> logits = np.log(np.array([[[0.5, 0.5], [0.2, 0.8], [0.1, 0.9]]]))
    >>> mask = np.array([[False, True, True]])
    >>> sequence_logps(logits, np.array([[0, 1, 0]]), mask).round(4).tolist()
    [-2.3026]
    """
    predicted, targets, counts = logits[:, :-1], tokens[:, 1:], mask[:, 1:]
    # mistake targets-not-shifted: predicted, targets, counts = logits, tokens, mask
    # mistake targets-not-shifted: predicted, targets, counts = logits[:, :-1], tokens[:, :-1], mask[:, :-1]
    # mistake targets-not-shifted: predicted, targets, counts = logits[:, 1:], tokens[:, 1:], mask[:, 1:]
    # mistake shifted-the-wrong-way: predicted, targets, counts = logits[:, 1:], tokens[:, :-1], mask[:, :-1]
    # mistake mask-not-shifted: predicted, targets, counts = logits[:, :-1], tokens[:, 1:], mask[:, :-1]
    # mistake prompt-counted: predicted, targets, counts = logits[:, :-1], tokens[:, 1:], np.ones_like(mask[:, 1:])
    # mistake padding-inverted: predicted, targets, counts = logits[:, :-1], tokens[:, 1:], ~mask[:, 1:]
    shifted = predicted - predicted.max(axis=2, keepdims=True)
    # mistake max-not-subtracted: shifted = predicted
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=2, keepdims=True))
    # mistake logits-for-log-probabilities: logp = predicted
    # mistake probability-not-log: logp = np.exp(shifted) / np.sum(np.exp(shifted), axis=2, keepdims=True)
    # mistake softmax-axis: logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    chosen = np.take_along_axis(logp, targets[:, :, np.newaxis], axis=2)[:, :, 0]
    # mistake likeliest-token-taken: chosen = logp.max(axis=2)
    return np.sum(chosen * counts, axis=1)
    # mistake mean-over-tokens: return np.sum(chosen * counts, axis=1) / np.sum(counts, axis=1)
    # mistake mean-over-tokens: return np.sum(chosen * counts, axis=1) / np.maximum(np.sum(counts, axis=1), 1)
    # mistake mean-over-tokens: return np.mean(chosen * counts, axis=1)
    # mistake sign-flipped: return -np.sum(chosen * counts, axis=1)
    # mistake sum-axis: return np.sum(chosen * counts, axis=0)


def dpo_loss(
    lp_w: np.ndarray, lp_l: np.ndarray, ref_w: np.ndarray, ref_l: np.ndarray, beta: float
) -> tuple[float, np.ndarray, np.ndarray]:
    """DPO loss of N pairs, and its gradient with respect to the policy's log-probabilities.

    h = (lp_w − ref_w) − (lp_l − ref_l),  L = −1/N Σ_n log σ(beta · h[n])

    lp_w, lp_l: log-probabilities of the better and the worse response under the policy (N,);
    ref_w, ref_l: the same under the reference, which is fixed; beta: a number > 0.
    Returns the loss (a number), dlp_w and dlp_l, both (N,).

    >>> one = np.array([-1.0])
    >>> loss, dlp_w, dlp_l = dpo_loss(one, one, one, one, 0.5)
    >>> round(float(loss), 4), dlp_w.tolist(), dlp_l.tolist()
    (0.6931, [-0.25], [0.25])
    """
    n = lp_w.shape[0]
    h = (lp_w - ref_w) - (lp_l - ref_l)
    # mistake reference-sign: h = (lp_w - lp_l) + (ref_w - ref_l)
    # mistake reference-ignored: h = lp_w - lp_l
    # mistake preferred-exchanged: h = (lp_l - ref_l) - (lp_w - ref_w)
    # mistake second-term-missing: h = lp_w - ref_w
    # mistake sum-for-difference: h = (lp_w - ref_w) + (lp_l - ref_l)
    # mistake log-of-quotient: h = lp_w / ref_w - lp_l / ref_l
    # mistake reference-on-one-side: h = (lp_w - ref_w) - lp_l
    z = beta * h
    # mistake beta-factor-missing/both: z = h
    # mistake beta-divides/both: z = h / beta
    # mistake beta-on-policy-only: z = beta * (lp_w - lp_l) - (ref_w - ref_l)
    loss = np.mean(np.logaddexp(0.0, -z))  # −log σ(z), and no exponential can overflow
    # mistake exp-overflows: loss = np.mean(np.log(1.0 + np.exp(-z)))
    # mistake loss-mean-missing: loss = np.sum(np.logaddexp(0.0, -z))
    # convention reduction-sum instead of reduction-mean: loss = np.sum(np.logaddexp(0.0, -z))
    # mistake sign-flipped: loss = -np.mean(np.logaddexp(0.0, -z))
    # mistake exponent-sign: loss = np.mean(np.logaddexp(0.0, z))
    # mistake log-forgotten: loss = -np.mean(1.0 / (1.0 + np.exp(-z)))
    # mistake sigmoid-missing/both: loss = -np.mean(z)
    # mistake log-of-mean: loss = -np.log(np.mean(np.exp(-np.logaddexp(0.0, -z))))

    # How strongly a pair is still in the wrong order, between 0 and 1: σ(−z).
    weight = np.exp(-np.logaddexp(0.0, z))
    # mistake exponent-sign: weight = np.exp(-np.logaddexp(0.0, -z))
    # mistake sigmoid-missing/both: weight = np.ones_like(z)
    # mistake value-for-derivative: weight = np.logaddexp(0.0, -z)
    # mistake sigmoid-derivative-used: weight = np.exp(-np.logaddexp(0.0, z) - np.logaddexp(0.0, -z))
    dlp_w = -beta * weight / n
    # mistake beta-factor-missing/both: dlp_w = -weight / n
    # mistake beta-divides/both: dlp_w = -weight / beta / n
    # mistake beta-missing-in-gradient: dlp_w = -weight / n
    # mistake mean-missing: dlp_w = -beta * weight
    # convention reduction-sum instead of reduction-mean: dlp_w = -beta * weight
    return loss, dlp_w, -dlp_w
    # mistake sign-flipped: return loss, dlp_w, dlp_w
    # mistake worse-response-detached: return loss, dlp_w, np.zeros_like(dlp_w)
