"""Exercises played as their YAML declares: the calls, and draws that share no line with dlprep.

A profile is one declared case with the exercise's own script; its number is its only size.
"""

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from draws import Exercise as Declared
from draws import declared_profile, inputs_of, play, read_exercise
from playing import Exercise, Functions, Rng, Sizes, Values

CODE = Path(__file__).parents[2] / "questions" / "code"


def declared(slug: str) -> Exercise:
    """How the exercise of a folder is played; its first gradients are held to differences."""
    file = CODE / f"{slug.replace('_', '-')}.yaml"
    exercise = read_exercise(file)
    gradients = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["items"][0].get(
        "gradients", ()
    )
    first = next(iter(gradients), {"of": ["loss"], "wrt": {}})
    return Exercise(
        functions=tuple(exercise.names.values()),
        draw=_drawing(exercise),
        play=_playing(exercise),
        sizes=tuple({"profile": number} for number in _plain(exercise)),
        gradients={name: out for name, out in first["wrt"].items() if "." not in name},
        upstream=dict(zip(first["of"], first.get("upstream", ()), strict=False)),
        loss=first["of"][0],
    )


def _plain(exercise: Declared) -> list[int]:
    """The cases in double precision that use the exercise's own script."""
    return [
        number
        for number, case in enumerate(exercise.cases)
        if not {"script", "axis"} & case.keys() and "float32" not in str(case)
    ]


def _drawing(exercise: Declared) -> Callable[[Rng, Sizes], Values]:
    def draw(rng: np.random.Generator, sizes: Sizes) -> Values:
        profile = declared_profile(exercise, exercise.cases[sizes["profile"]])
        return inputs_of(exercise, profile, int(rng.integers(2**31)))

    return draw


def _playing(exercise: Declared) -> Callable[[Functions, Values], Values]:
    profile = declared_profile(exercise, {"label": "", "sizes": {}})

    def run(functions: Functions, inputs: Values) -> Values:
        named = dict(zip(exercise.names, functions, strict=True))
        own = {name: copy.deepcopy(inputs[name]) for name in exercise.mutates}
        outputs = play(exercise, profile, inputs | own, named)
        flat = _flat({name: each for name, each in outputs.items() if "input " not in name})
        return {name: each for name, each in flat.items() if each is not None}

    return run


def _flat(tree: Any, path: str = "") -> Values:
    """The leaves of dictionaries, tuples and lists, named as `grads.W1`."""
    match tree:
        case dict():
            parts = tree.items()
        case tuple() | list():
            parts = enumerate(tree)
        case _:
            return {path: tree}
    return {n: v for k, part in parts for n, v in _flat(part, f"{path}.{k}".strip(".")).items()}
