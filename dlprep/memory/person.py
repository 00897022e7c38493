"""How one person forgets beside the average that FSRS's weights stand for.

One factor k stretches every stability: somebody with k = 0.5 forgets after five days what others
hold for ten. It is the most likely one by the person's own reviews, drawn towards 1 where they are
few: ln k is taken as normal around 0 with a deviation of 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log

from dlprep.memory.forgetting import recall, spans
from dlprep.model.event import RecallClass

_STEP = 0.05
_REACH = range(-60, 61)  # steps of ln k: k from 1/20 to 20
_SURE = 1e-6  # nothing is more certain than that


def stretch(classes: Iterable[RecallClass]) -> float:
    """k, from classes of reviews with their predicted recall (of FSRS as it is) and the actual."""
    seen = [
        (spans(min(max(each.predicted / each.reviews, _SURE), 1 - _SURE)), each)
        for each in classes
        if each.reviews
    ]
    return exp(max((_STEP * n for n in _REACH), key=lambda ln_k: _likelihood(seen, ln_k)))


def _likelihood(seen: list[tuple[float, RecallClass]], ln_k: float) -> float:
    """Its logarithm, up to a constant."""
    total, k = -(ln_k**2) / 2, exp(ln_k)
    for times, of in seen:
        r = min(max(recall(k, times), _SURE), 1 - _SURE)
        total += of.recalled * log(r) + (of.reviews - of.recalled) * log(1 - r)
    return total
