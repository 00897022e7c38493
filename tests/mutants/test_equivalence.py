"""Whether a mutant is another program: both are run, on inputs drawn from the exercise's YAML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from draws import Profile, inputs_of, profiles, read_exercise
from equivalence import ROOT, differences, reasons
from mutator import mutants
from rejection import alternatives

EXERCISES = sorted((ROOT / "questions" / "code").glob("*.yaml"))
RELU = """
import numpy as np

def relu_forward(x):
    print("words on standard output")
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout * (cache > 0)
"""


def test_each_way_to_differ_is_told_apart() -> None:
    """Another value, a crash, a hang, a changed input, and the same program written otherwise."""
    others = [
        RELU.replace("cache > 0", "cache >= 0"),
        RELU.replace("dout * ", "doubt * "),
        RELU.replace("return dout", "while True:\n        pass\n    return dout"),
        RELU.replace("np.maximum(x, 0), x", "np.maximum(x, 0, out=x), x"),
        RELU.replace("np.maximum(x, 0)", "np.where(x > 0, x, 0)"),
        RELU.replace("return dout * (cache > 0)", "return dout * (cache > 0), None"),
    ]
    found = differences("relu-fb", RELU, others, limit=3)
    assert [each.classified for each in found] == [
        "differs",
        "crashes",
        "hangs",
        "differs",
        "equivalent",
        "differs",
    ]
    assert "dx: off by" in found[0].detail
    assert "'doubt' is not defined" in found[1].detail
    assert "input x" in found[3].detail
    assert found[0].axis == "value"


def test_what_only_overflows_is_on_the_stability_axis() -> None:
    """A softmax without its maximum is the same function but for huge logits."""
    stable = """
import numpy as np

def softmax_loss(z, y):
    p = np.exp(z - z.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)
    rows = np.arange(len(y))
    dz = p.copy()
    dz[rows, y] -= 1
    return -np.log(p[rows, y] + 1e-300).mean(), dz / len(y)
"""
    naive = stable.replace(" - z.max(axis=1, keepdims=True)", "")
    (found,) = differences("softmax-ce-fb", stable, [naive])
    assert (found.classified, found.axis) == ("differs", "stability")


@pytest.mark.parametrize("file", EXERCISES, ids=lambda file: file.stem)
def test_an_exercise_is_tried_in_many_ways(file: Path) -> None:
    """At least eight profiles on the value axis, one sample and many (but for what is cut into
    batches), and legal inputs in each."""
    exercise = read_exercise(file)
    found = list(profiles(exercise))
    assert sum(not profile.stability for profile in found) >= 8
    assert len({profile.label for profile in found}) == len(found)
    assert any(profile.stability for profile in found)
    samples = {profile.sizes["N"] for profile in found if "N" in profile.sizes}
    in_batches = any("B" in profile.sizes for profile in found)
    assert in_batches or not samples or {1} < samples
    for profile in found:
        inputs = inputs_of(exercise, profile, seed=1)
        assert set(profile.inputs) <= set(inputs)


def test_draws_obey_the_yaml() -> None:
    """Shapes from sizes, labels below their number, a layout that is not contiguous."""
    exercise = read_exercise(ROOT / "questions" / "code" / "softmax-ce-fb.yaml")
    found = {profile.label: profile for profile in profiles(exercise)}
    inputs = inputs_of(exercise, found["N=7, C=4"], seed=5)
    assert inputs["z"].shape == (7, 4)
    assert inputs["y"].max() < 4
    assert not inputs_of(exercise, found["non-contiguous input"], 5)["z"].flags["C_CONTIGUOUS"]
    assert inputs_of(exercise, found["float32"], 5)["z"].dtype == np.float32
    assert np.abs(inputs_of(exercise, found["N=3, C=5, huge"], 5)["z"]).max() > 500


def test_kernels_fit_into_images() -> None:
    """Sizes of our own never ask for a kernel larger than its image."""
    exercise = read_exercise(ROOT / "questions" / "code" / "conv2d-naive.yaml")

    def fits(profile: Profile) -> bool:
        sizes = profile.sizes
        return sizes["H"] >= sizes["KH"] and sizes["W"] >= sizes["KW"]

    assert all(fits(profile) for profile in profiles(exercise))


@cache
def made(source: Path) -> set[tuple[int, str]]:
    """Line and edit of each mutant of a file."""
    return {(mutant.line, mutant.description) for mutant in mutants(source.read_text("utf-8"))}


def test_written_reasons_belong_to_mutants_that_exist() -> None:
    """Every entry names an alternative, a line and an edit the mutator makes, and says why."""
    for entry in reasons():
        source = next(f for f in alternatives(entry.exercise) if f.stem == entry.alternative)
        assert (entry.line, entry.edit) in made(source), entry
        assert len(entry.reason) > 20, entry
