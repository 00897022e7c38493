"""Numeric questions on telling of a project (branch project), answered a second time."""

from statistics import NormalDist

import numpy as np

from numeric_witnesses.tools import Witness


def return_on_investment(**drawn: float) -> list[float]:
    cash = np.zeros((12, 2))
    cash[:, 0] = drawn["n"] * drawn["u"] * drawn["s"]
    cash[:, 1] = drawn["o"]
    gained, running = cash.sum(axis=0)
    spent = running + drawn["c"]
    return [100 * (gained - spent) / spent]


def improvement_interval(n: float, p: float, d: float, **_: float) -> list[float]:
    def variance(share: float) -> float:
        right = round(share * n)
        answers = np.concatenate([np.ones(right), np.zeros(int(n) - right)])
        return float(answers.var() / n)

    half = round(NormalDist().inv_cdf(0.975), 2) * np.sqrt(variance(p) + variance(p + d))
    return [100 * (d - half), 100 * (d + half)]


def serving(a: float, c: float, B: float, q: float, **_: float) -> list[float]:
    latency = a + sum(c for _sample in range(int(B)))
    batches_per_second = 1000 / latency
    cards = 1
    while cards * batches_per_second * B < q:
        cards += 1
    return [latency, batches_per_second * B, cards]


WITNESSES: dict[str, Witness] = {
    "project.deployment.throughput": serving,
    "project.results.roi": return_on_investment,
    "project.results.improvement-interval": improvement_interval,
}
