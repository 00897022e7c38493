"""Random inputs of an exercise from its YAML alone, and profiles that go beyond its own cases.

Written apart from the program: it reads the YAML plainly and draws in its own way.
"""

from __future__ import annotations

import ast
import copy
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import yaml

OPERATIONS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
}
# Numbers for which the task takes more than one answer for right.
LEFT_OPEN = {("code.beam-search", "ties"), ("code.beam-search", "equal")}
Draw = dict[str, Any]


@dataclass(frozen=True)
class Exercise:
    """What an exercise's YAML declares of its functions, inputs, calls and cases."""

    id: str
    names: dict[str, tuple[str, ...]]
    inputs: dict[str, Draw]
    script: list[dict[str, Any]]
    cases: list[dict[str, Any]]
    let: dict[str, str] = field(default_factory=dict)
    mutates: tuple[str, ...] = ()
    probe: str = ""
    judge: str = "values"


@dataclass(frozen=True)
class Profile:
    """One way to draw inputs: sizes, draws, calls, and how the numbers are changed."""

    label: str
    sizes: dict[str, int]
    inputs: dict[str, Draw]
    script: list[dict[str, Any]]
    change: str = ""
    stability: bool = False


def read_exercise(file: Path) -> Exercise:
    """The first item of a YAML file of coding exercises."""
    item = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)["items"][0]
    return Exercise(
        id=item["id"],
        names={f["name"]: (f["name"], *f.get("aliases", ())) for f in item["functions"]},
        inputs=item["inputs"],
        script=item["script"],
        cases=item["cases"],
        let=item.get("let", {}),
        mutates=tuple(item.get("mutates", ())),
        probe=item.get("probe", ""),
        judge=item.get("judge", "values"),
    )


def profiles(exercise: Exercise) -> list[Profile]:
    """The declared cases, then sizes and numbers of our own; at least eight value profiles."""
    by_label = {profile.label: profile for profile in all_profiles(exercise)}
    return list(by_label.values())


def all_profiles(exercise: Exercise) -> Iterator[Profile]:
    declared = [declared_profile(exercise, case) for case in exercise.cases]
    yield from declared
    distinct: list[Profile] = []
    for profile in declared:
        if not profile.stability and all(differs(profile, other) for other in distinct):
            distinct.append(profile)
    for profile in distinct:
        for i in range(4):
            sizes = other_sizes(profile, i)
            if sizes is not None:
                yield Profile(
                    f"{profile.label}, sizes {sizes}", sizes, profile.inputs, profile.script
                )
        for change in ("zeros", "ties", "equal", "positive", "huge"):
            if (exercise.id, change) in LEFT_OPEN:
                continue
            yield Profile(
                f"{profile.label}, {change}",
                profile.sizes,
                profile.inputs,
                profile.script,
                change,
                stability=change == "huge",
            )


def declared_profile(exercise: Exercise, case: dict[str, Any]) -> Profile:
    label = case["label"] if isinstance(case["label"], str) else case["label"]["en"]
    return Profile(
        label,
        case["sizes"],
        {**exercise.inputs, **case.get("inputs", {})},
        case.get("script", exercise.script),
        stability=case.get("axis") == "stability",
    )


def differs(first: Profile, second: Profile) -> bool:
    return (first.inputs, first.script) != (second.inputs, second.script)


def other_sizes(profile: Profile, i: int) -> dict[str, int] | None:
    """Sizes the cases do not use; kernels stay no larger than images."""
    if any(text.isdigit() for text in shapes(profile.inputs)):
        return None  # written with literal sizes that would no longer fit
    chance = np.random.default_rng(100 + i)
    names = list(profile.sizes)
    match i:
        case 0:
            sizes = dict.fromkeys(names, 3)
        case 1:
            sizes = {name: 1 if name == "N" else int(chance.integers(2, 7)) for name in names}
        case _:
            order = chance.permutation(9) + 1
            sizes = {name: int(order[place]) for place, name in enumerate(names)}
    for image, kernel in (("H", "KH"), ("W", "KW")):
        if {image, kernel} <= sizes.keys():
            sizes[kernel] = min(sizes[kernel], 3)
            sizes[image] = max(sizes[image], sizes[kernel])
    return sizes


def shapes(draws: dict[str, Draw]) -> Iterator[str]:
    for draw in draws.values():
        yield from (str(part) for part in draw.get("shape", ()))
        yield from shapes(draw.get("entries", {}))
        yield from shapes(dict(enumerate(draw.get("items", ()))))


def inputs_of(exercise: Exercise, profile: Profile, seed: int) -> dict[str, Any]:
    """All inputs of a profile, with its sizes and `let` quantities among them."""
    chance = np.random.default_rng(seed)
    sizes = dict(profile.sizes)
    for name, text in exercise.let.items():
        sizes[name] = size(text, sizes)
    drawn = {
        name: value_of(draw, sizes, profile.change, chance) for name, draw in profile.inputs.items()
    }
    return {**sizes, **drawn}


def size(text: object, sizes: dict[str, int]) -> int:
    """The value of `4*H` or `(H + 2*P - K)//S + 1`."""

    def value(node: ast.expr) -> int:
        match node:
            case ast.Constant(value=int(number)):
                return number
            case ast.Name(id=name):
                return sizes[name]
            case ast.BinOp(left=left, op=op, right=right):
                return OPERATIONS[type(op)](value(left), value(right))
            case _:
                raise ValueError(text)

    return value(ast.parse(str(text), mode="eval").body)


def value_of(draw: Draw, sizes: dict[str, int], change: str, chance: np.random.Generator) -> Any:
    kind = draw["draw"]
    if kind == "map":
        return {
            name: value_of(entry, sizes, change, chance) for name, entry in draw["entries"].items()
        }
    if kind == "list":
        return [value_of(item, sizes, change, chance) for item in draw["items"]]
    if kind == "value" and "shape" not in draw:
        return number(draw["value"])
    shape = tuple(size(part, sizes) for part in draw["shape"])
    if kind == "sizes":
        return shape
    array = numbers(draw, kind, shape, sizes, chance)
    if kind == "normal":
        array = changed(array, change, chance)
    if "zeros" in draw:
        array = np.where(chance.random(shape) < draw["zeros"], 0, array)
        array.flat[int(chance.integers(array.size))] = 0
    if "masked" in draw:
        array = np.where(chance.random(shape) < draw["masked"], -np.inf, array)
    return laid_out(array, draw)


def number(value: object) -> object:
    """YAML 1.1 reads `1e-3` as a word."""
    try:
        return float(value) if isinstance(value, str) else value
    except ValueError:
        return value


def numbers(  # noqa: C901, PLR0911, PLR0912  one line for each kind of draw
    draw: Draw, kind: str, shape: tuple[int, ...], sizes: dict[str, int], chance: Any
) -> np.ndarray:
    match kind:
        case "normal":
            return chance.normal(draw.get("shift", 0.0), draw.get("scale", 1.0), shape)
        case "uniform":
            return chance.uniform(draw.get("low", 0.0), draw.get("high", 1.0), shape)
        case "labels":
            return chance.integers(0, size(draw["classes"], sizes), shape)
        case "binary":
            return (chance.random(shape) < draw.get("rate", 0.5)).astype(float)
        case "signs":
            return np.where(chance.random(shape) < draw.get("rate", 0.5), 1.0, -1.0)
        case "boxes":
            ends = np.sort(chance.uniform(size=(2, *shape[:-1], 2)), axis=0)
            low, high = draw.get("low", 0.0), draw.get("high", 1.0)
            return low + (high - low) * np.concatenate(list(ends), axis=-1)
        case "covariance":
            half = chance.uniform(-1, 1, shape) + 2 * np.eye(shape[-1])
            return draw.get("scale", 1.0) ** 2 * half @ half.swapaxes(-1, -2) / 4
        case "one-hot":
            return np.eye(shape[-1])[chance.integers(0, shape[-1], shape[:-1])]
        case "simplex":
            return chance.dirichlet(np.ones(shape[-1]), shape[:-1])
        case "mask":
            mask = chance.random(shape) < draw.get("rate", 0.5)
            mask[np.arange(shape[0]), chance.integers(0, shape[1], shape[0])] = True
            return mask
        case "causal":
            return np.tril(np.ones(shape, bool))
        case "value":
            return np.full(shape, number(draw["value"]))
        case _:
            raise ValueError(kind)


def changed(array: np.ndarray, change: str, chance: np.random.Generator) -> np.ndarray:
    """The same shape with exact zeros, ties, equal entries, one sign or large numbers."""
    match change:
        case "zeros":
            return np.where(chance.random(array.shape) < 0.4, 0.0, array)
        case "ties":
            return np.round(array)
        case "equal":
            return np.full(array.shape, 1.0)
        case "positive":
            return np.abs(array) + 0.1
        case "huge":
            return array * 1000
        case _:
            return array


def laid_out(array: np.ndarray, draw: Draw) -> np.ndarray:
    """The declared dtype and layout; labels stay integers, masks booleans."""
    dtype = draw.get("dtype")
    if dtype is not None:
        array = (np.round(array) if "int" in dtype else array).astype(dtype)
    if draw.get("layout") == "strided":
        wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
        wide[..., ::2] = array
        return wide[..., ::2]
    return array


def play(
    exercise: Exercise, profile: Profile, inputs: dict[str, Any], module: dict[str, Any]
) -> dict[str, Any]:
    """Run the calls of a profile on a module's functions; outputs by name, inputs as left behind.

    A result that cannot be unpacked into the declared names is kept whole. What depends on
    chance starts from the same seed each time.
    """
    np.random.seed(7)  # noqa: NPY002  the generator that answers use
    values = dict(inputs)
    outputs: dict[str, Any] = {}
    probes: dict[str, Any] = {}
    exec(exercise.probe, probes)
    for step in profile.script:
        function = next(module[n] for n in exercise.names[step["call"]] if n in module)
        if "probe" in step:
            function = partial(probes[step["probe"]], function)
        args = [look_up(values, name) for name in step.get("args", ())]
        kwargs = {key: look_up(values, name) for key, name in step.get("kwargs", {}).items()}
        result = function(*args, **kwargs)
        names = step["gives"]
        parts = (result,) if len(names) == 1 else tuple(result)
        if len(parts) != len(names):
            raise TypeError(f"{len(parts)} results for {names}")
        values.update(zip(names, parts, strict=True))
        outputs.update(
            (name, copy.deepcopy(part))
            for name, part in zip(names, parts, strict=True)
            if not name.startswith("$")
        )
        for name, reference in step.get("reads", {}).items():
            outputs[name] = copy.deepcopy(look_up(values, reference))
    if exercise.judge == "up-to-sign":
        outputs = {name: upright(each) for name, each in outputs.items()}
    for name in set(profile.inputs) - set(exercise.mutates):
        outputs[f"input {name}"] = inputs[name]
    return outputs


def upright(value: Any) -> Any:
    """Every column turned so that its largest entry is positive."""
    if not isinstance(value, np.ndarray) or value.ndim == 0 or not value.size:
        return value
    largest = np.abs(value).argmax(axis=0, keepdims=True)
    return value * np.where(np.take_along_axis(value, largest, axis=0) < 0, -1, 1)


def look_up(values: dict[str, Any], reference: str) -> Any:
    """`$config.velocity`, `$cache.0`, `grads.W1` or a plain name."""
    name, *path = reference.split(".")
    value = values[name]
    for key in path:
        value = value[int(key)] if key.isdigit() else value[key]
    return value
