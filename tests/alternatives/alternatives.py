"""Finds the right answers in this folder, loads them, and says whether two results are the same."""

import importlib.util
import itertools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from exercises import EXERCISES
from playing import Functions, Sizes, Values

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*/*.py"))
NAMES = [f"{path.parent.name}/{path.stem}" for path in FILES]


def load(path: Path) -> Functions:
    """The functions of the exercise, under whichever of their names the author chose."""
    name = f"alternative_{path.parent.name}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their own module up
    spec.loader.exec_module(module)
    return [_named(module, names) for names in EXERCISES[path.parent.name].functions]


def _named(module: object, names: tuple[str, ...]) -> Callable[..., Any]:
    return next(getattr(module, name) for name in names if hasattr(module, name))


def inputs_of(slug: str, sizes: Sizes, seed: int = 0) -> Values:
    return EXERCISES[slug].draw(np.random.default_rng([seed, *sizes.values()]), sizes)


def profiles(slug: str) -> list[Sizes]:
    return list(EXERCISES[slug].sizes)


def play(path: Path, inputs: Values) -> Values:
    return EXERCISES[path.parent.name].play(load(path), inputs)


def differences(result: Values, reference: Values, rtol: float, atol: float = 1e-12) -> list[str]:
    """Names of the outputs that differ in shape, or by more than rtol of their largest entry."""
    assert result.keys() == reference.keys()
    return [name for name in result if not _same(result[name], reference[name], rtol, atol)]


def _same(a: object, b: object, rtol: float, atol: float) -> bool:
    if isinstance(a, str) or isinstance(b, str):
        return a == b
    first, second = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    if first.shape != second.shape:
        return False
    largest = float(np.max(np.abs(second), initial=0.0, where=np.isfinite(second)))
    with np.errstate(invalid="ignore"):  # −∞ less −∞
        close = np.abs(first - second) <= atol + rtol * largest
    return bool(np.all(close | (first == second)))


def styles() -> dict[str, list[str]]:
    by_slug = itertools.groupby(FILES, key=lambda path: path.parent.name)
    return {slug: [path.stem for path in paths] for slug, paths in by_slug}
