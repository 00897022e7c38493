"""The witnesses of a gradient: each alone finds a wrong one, and says where it cannot look."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dlprep.bank.load import load_items
from dlprep.check.witness.claims import Subject
from dlprep.check.witness.gradients import WITNESSES, witness_faults
from dlprep.model.exercise import Gradient
from dlprep.model.item import Code
from dlprep.model.text import Lang
from dlprep.view.messages import words

ROOT = Path(__file__).parents[4]


def exercise(slug: str) -> Code:
    (sourced,) = load_items(ROOT / "questions" / "code" / f"{slug}.yaml").items
    assert isinstance(sourced.item, Code)
    return sourced.item


def solution(slug: str) -> str:
    return (ROOT / "solutions" / f"{slug.replace('-', '_')}.py").read_text(encoding="utf-8")


WRONG = [
    ("softmax-ce-fb", "dz = (p - onehot) / n\n", "dz = p - onehot\n", "dz"),
    ("bn1d-fb", "along_shift - along_scale) / std\n", "along_shift) / std\n", "dx"),
    ("bce-logits-grad", "(1.0 - p)) / n\n", "(1.0 - p)) / (n + 1e-6)\n", "dz"),
    ("rnn-step-fb", "da = dnext_h * (1.0 - next_h**2)", "da = dnext_h * (1.0 - next_h)", "dWh"),
    ("two-layer-net", 'grads["W2"] += reg * w2\n', 'grads["W2"] += 2 * reg * w2\n', "grads.W2"),
    ("relu-fb", "np.where(x > 0, dout, 0.0)\n", "np.where(dout > 0, dout, 0.0)\n", "dx"),
]


@pytest.mark.parametrize("witness", WITNESSES)
@pytest.mark.parametrize(("slug", "right", "wrong", "output"), WRONG, ids=str)
def test_each_witness_alone_finds_a_wrong_gradient(
    slug: str, right: str, wrong: str, output: str, witness: str
) -> None:
    """Also one that is off by a part in a million; and the right one is contradicted by none."""
    assert right in solution(slug)
    subjects = {
        verdict: Subject(exercise(slug), source, seed=0)
        for verdict, source in {
            True: solution(slug),
            False: solution(slug).replace(right, wrong),
        }.items()
    }
    assert all(each.holds for each in WITNESSES[witness](subjects[True]))
    found = [each for each in WITNESSES[witness](subjects[False]) if not each.holds]
    assert output in {each.claim.output for each in found}


def test_differences_move_one_array_of_a_list() -> None:
    """A gradient with respect to `weights.1` is held against a move of that array alone."""
    wrong = solution("mlp-l-layer").replace(
        "0, below.T @ delta)\n", "0, layer * below.T @ delta)\n"
    )
    subject = Subject(exercise("mlp-l-layer"), wrong, seed=0)
    found = [
        each.claim.output for each in WITNESSES["finite-differences"](subject) if not each.holds
    ]
    assert {"dweights.0", "dweights.2"} <= {*found}
    assert "dweights.1" not in found


def faults(code: Code, source: str, tmp_path: Path, lang: Lang = "en") -> list[str]:
    path = tmp_path / "s.py"
    path.write_text(source, encoding="utf-8")
    return [words(each, lang).replace(str(path), "s.py") for each in witness_faults(code, path, 0)]


def test_a_wrong_gradient_is_said_with_both_values(tmp_path: Path) -> None:
    """Which witness, which gradient, which case, and the numbers."""
    wrong = solution("mse-loss-grad").replace("dyhat = 2.0 * error / m", "dyhat = error / m")
    said = faults(exercise("mse-loss-grad"), wrong, tmp_path)
    assert [each.partition(": dyhat = ∂(loss)/∂yhat does not hold on ")[0] for each in said] == [
        "s.py: traced gradient",
        "s.py: SymPy",
        "s.py: finite differences",
    ]
    said = faults(exercise("mse-loss-grad"), wrong, tmp_path, "zh")
    assert said[0].startswith("s.py: 追踪求导：dyhat = ∂(loss)/∂yhat 不成立，用例 ")


def test_a_name_that_nothing_gives_is_said(tmp_path: Path) -> None:
    """Once, before any witness is heard."""
    code = replace(exercise("relu-fb"), gradients=(Gradient(of=("loss",), wrt={"x": "dx"}),))
    given = code, solution("relu-fb"), tmp_path
    assert faults(*given) == ["`gradients` speak of loss, which no call gives"]
    assert faults(*given, "zh") == ["`gradients` 说的 loss，没有一次调用给出这样的结果"]


def test_a_gradient_that_is_never_checked_is_said(tmp_path: Path) -> None:
    """A witness that found nothing to check is no witness."""
    code = replace(exercise("relu-fb"), gradients=(Gradient(of=("out",), wrt={"q": "dx"}),))
    names = ("traced gradient", "SymPy", "finite differences")
    assert faults(code, solution("relu-fb"), tmp_path) == [
        f"{name}: there is no case on which dx = ∂/∂q can be checked; see whether the names in"
        " `gradients` are right"
        for name in names
    ]


INVERSE = solution("relu-fb").replace(
    "out = np.maximum(x, 0.0)", "out = np.maximum(x, 0.0) + 0 * np.linalg.det(np.eye(2) * x[0, 0])"
)


def test_what_cannot_be_traced_has_to_be_said(tmp_path: Path) -> None:
    """The reason stands in the exercise, and lint tries whether it still holds."""
    code = exercise("relu-fb")
    assert faults(code, INVERSE, tmp_path)[0].startswith(
        "s.py:18: cannot be traced: np.linalg.det; if that cannot be helped, write `untraced:"
    )
    untraced = replace(code, untraced="np.linalg.det")
    assert untraced.proved_by == ("finite-differences", "torch", "onnx")
    assert faults(untraced, INVERSE, tmp_path) == []
    assert faults(untraced, solution("relu-fb"), tmp_path) == [
        (
            "`untraced` says that np.linalg.det cannot be traced, but the solution can be traced"
            " now: remove the line"
        )
    ]


def test_an_exercise_needs_some_witness(tmp_path: Path) -> None:
    """Without a gradient the tests compare with a library, and the exercise says which."""
    code = exercise("sgd-momentum")
    assert code.proved_by == ("torch", "onnx")
    assert faults(code, solution("sgd-momentum"), tmp_path) == []
    assert faults(replace(code, witnesses=()), solution("sgd-momentum"), tmp_path) == [
        (
            "no witness: declare `gradients`, or list in `witnesses` the libraries that the tests"
            " compare it with"
        )
    ]
