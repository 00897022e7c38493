"""Answers of very different build to one exercise are all right: they agree to the last digits."""

import contextlib
import io
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import numpy as np
import pytest
from alternatives import FILES, NAMES, differences, inputs_of, load, play, profiles, styles
from exercises import EXERCISES
from playing import Exercise, Functions, Values

STEP = 1e-5
every_alternative = pytest.mark.parametrize("path", FILES, ids=NAMES)
# exp(1000) is infinite on purpose where 1/(1 + inf) = 0 is the right sigmoid
overflow_is_fine = pytest.mark.filterwarnings("ignore:overflow encountered in exp:RuntimeWarning")


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """One answer prints as it goes, as people do."""
    with contextlib.redirect_stdout(io.StringIO()):
        yield


def reference(slug: str) -> Path:
    return next(path for path in FILES if path.parent.name == slug)


def changed(inputs: Values, names: tuple[str, ...], change: str) -> Values:
    """The same numbers in another clothing."""
    values = deepcopy(inputs)
    for name in names:
        array = np.asarray(values[name])
        match change:
            case "strided":
                wide = np.zeros((*array.shape, 2), array.dtype)
                wide[..., 0] = array
                values[name] = wide[..., 0]
            case "integers":
                values[name] = np.rint(3 * array).astype(np.int64)
            case "floats":
                values[name] = np.rint(3 * array)
            case "float32":
                values[name] = array.astype(np.float32)
    return values


def arrays(inputs: Values) -> tuple[str, ...]:
    return tuple(
        name
        for name, value in inputs.items()
        if isinstance(value, np.ndarray) and value.dtype == np.float64
    )


def test_every_exercise_has_several_styles() -> None:
    """An exercise has three right answers or more, so a form the checker relies on would show."""
    assert styles().keys() == EXERCISES.keys()
    assert min(len(names) for names in styles().values()) >= 3


@every_alternative
def test_agrees_with_its_siblings(path: Path) -> None:
    """Outputs and gradients are equal at every size, batch of one included."""
    slug = path.parent.name
    assert len(profiles(slug)) >= 3
    for seed, sizes in enumerate(profiles(slug)):
        inputs = inputs_of(slug, sizes, seed)
        expected = play(reference(slug), deepcopy(inputs))
        assert differences(play(path, deepcopy(inputs)), expected, rtol=1e-9) == [], sizes


@every_alternative
def test_leaves_its_inputs_alone(path: Path) -> None:
    """No array that is handed in is written to."""
    for sizes in profiles(path.parent.name):
        inputs = inputs_of(path.parent.name, sizes)
        before = deepcopy(inputs)
        play(path, inputs)
        for name, value in before.items():
            np.testing.assert_equal(inputs[name], value, err_msg=name)


@every_alternative
def test_reads_any_memory_layout(path: Path) -> None:
    """Strided views give what contiguous arrays give."""
    for sizes in profiles(path.parent.name):
        inputs = inputs_of(path.parent.name, sizes)
        strided = changed(inputs, arrays(inputs), "strided")
        assert differences(play(path, strided), play(path, inputs), rtol=1e-12) == []


@every_alternative
def test_integers_are_numbers(path: Path) -> None:
    """Integer input gives what the same numbers as floats give; no gradient is truncated."""
    names = EXERCISES[path.parent.name].integers
    for sizes in profiles(path.parent.name):
        inputs = inputs_of(path.parent.name, sizes)
        whole = play(path, changed(inputs, names, "integers"))
        assert differences(whole, play(path, changed(inputs, names, "floats")), rtol=1e-12) == []


@every_alternative
def test_single_precision_is_close(path: Path) -> None:
    """Single-precision input gives the answer to single precision."""
    for sizes in profiles(path.parent.name):
        inputs = inputs_of(path.parent.name, sizes)
        single = changed(inputs, arrays(inputs), "float32")
        assert differences(play(path, single), play(path, inputs), rtol=1e-4, atol=1e-5) == []


@every_alternative
@overflow_is_fine
def test_stays_finite_far_out(path: Path) -> None:
    """Logits, scores and net inputs of a thousand give finite, agreeing numbers."""
    slug = path.parent.name
    for sizes in profiles(slug):
        inputs = inputs_of(slug, sizes)
        for name, scale in EXERCISES[slug].extreme.items():
            inputs[name] = scale * inputs[name]
        expected = play(reference(slug), deepcopy(inputs))
        if all(np.all(np.isfinite(inputs[name])) for name in arrays(inputs)):
            numbers = (each for each in expected.values() if not isinstance(each, str))
            assert all(np.all(np.isfinite(value)) for value in numbers)
        assert differences(play(path, inputs), expected, rtol=1e-9) == [], sizes


@every_alternative
def test_gradients_are_finite_differences(path: Path) -> None:
    """Along a random direction the gradient is the slope of the objective."""
    exercise = EXERCISES[path.parent.name]
    functions = load(path)
    for sizes in profiles(path.parent.name):
        inputs = inputs_of(path.parent.name, sizes)
        outputs = exercise.play(functions, inputs)
        for name, gradient in exercise.gradients.items():
            if gradient not in outputs:  # test mode has no backward pass
                continue
            direction = np.random.default_rng(1).normal(size=np.shape(inputs[name]))
            slope, kink = directional_slope(exercise, functions, inputs, name, direction)
            if kink > 1e-2:  # there the gradient is a convention
                continue
            claimed = float(np.sum(outputs[gradient] * direction))
            assert claimed == pytest.approx(slope, rel=1e-6, abs=1e-8), (name, sizes)


def directional_slope(
    exercise: Exercise, functions: Functions, inputs: Values, name: str, direction: np.ndarray
) -> tuple[float, float]:
    """The central difference, and by how much those to either side of it differ."""

    def along(step: float) -> float:
        moved = {**inputs, name: inputs[name] + step * direction}
        return exercise.objective(exercise.play(functions, moved), moved)

    above, here, below = along(STEP), along(0.0), along(-STEP)
    return (above - below) / (2 * STEP), abs(above + below - 2 * here) / STEP
