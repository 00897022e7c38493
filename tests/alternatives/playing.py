"""How an exercise is played: functions, random inputs, the calls, what is a gradient of what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Sizes = Mapping[str, int]
Values = dict[str, Any]
Functions = list[Callable[..., Any]]
Rng = np.random.Generator


@dataclass(frozen=True, slots=True)
class Exercise:
    """`gradients` maps an input to the output that is the gradient of the objective by it.

    The objective is the output `loss`, or the sum of the outputs weighted by the upstream
    gradients.
    """

    functions: tuple[tuple[str, ...], ...]
    draw: Callable[[Rng, Sizes], Values]
    play: Callable[[Functions, Values], Values]
    sizes: tuple[Sizes, ...]
    gradients: Mapping[str, str] = field(default_factory=dict)
    upstream: Mapping[str, str] = field(default_factory=dict)
    loss: str = "loss"
    integers: tuple[str, ...] = ()
    extreme: Mapping[str, float] = field(default_factory=dict)

    def objective(self, outputs: Values, inputs: Values) -> float:
        if not self.upstream:
            return float(outputs[self.loss])
        return sum(float(np.sum(outputs[o] * inputs[d])) for o, d in self.upstream.items())


def sizes_of(names: str, *rows: tuple[int, ...]) -> tuple[Sizes, ...]:
    return tuple(dict(zip(names.split(), row, strict=True)) for row in rows)


def normal(rng: Rng, **shapes: tuple[int, ...]) -> Values:
    return {name: rng.normal(size=shape) for name, shape in shapes.items()}
