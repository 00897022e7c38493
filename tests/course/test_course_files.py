"""Files written for the CS231n assignments are checked as they are: every function by itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from shipped import BANK, settled

from dlprep.check.court import Court
from dlprep.model.report import CheckReport, FunctionReport
from dlprep.practice.check import Checking
from dlprep.sandbox.limits import Limits

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RIGHT = Path(__file__).parent / "right" / "cs231n"
STUBS = Path(__file__).parent / "stubs" / "cs231n"
SEED = 11
STEPS = ("forward", "backward")


def both(*layers: str) -> set[str]:
    return {f"{layer}_{step}" for layer in layers for step in STEPS}


IN_FILE = {
    "layers.py": {
        *both("affine", "relu", "batchnorm", "layernorm", "dropout"),
        *both("spatial_batchnorm", "spatial_groupnorm"),
        *(f"{each}_naive" for each in both("conv", "max_pool")),
        *("batchnorm_backward_alt", "softmax_loss", "svm_loss"),
    },
    "rnn_layers.py": {
        *both("rnn_step", "rnn", "lstm_step", "lstm", "word_embedding", "temporal_affine"),
        "temporal_softmax_loss",
    },
    "optim.py": {"sgd", "sgd_momentum", "rmsprop", "adam"},
    "classifiers/linear_svm.py": {"svm_loss_naive", "svm_loss_vectorized"},
    "classifiers/softmax.py": {"softmax_loss_naive", "softmax_loss_vectorized"},
}


@pytest.fixture(scope="module")
def court() -> Iterator[Court]:
    court = Court()
    yield court
    court.close()


def judged(court: Court, *files: Path, by: str | None = None) -> Sequence[CheckReport]:
    return Checking(files, BANK, court, Limits(case_s=20), SEED, chosen=by).reports()


def functions(report: CheckReport) -> dict[str, FunctionReport]:
    """Those that the file has, by its own names."""
    return {
        each.called: each
        for exercise in report.exercises
        for each in exercise.functions
        if each.called
    }


def test_every_known_function_of_right_files_is_right(court: Court) -> None:
    """Also those that others of the same file are built on, and both forms of one gradient."""
    reports = judged(court, *(RIGHT / name for name in IN_FILE))
    for name, report in zip(IN_FILE, reports, strict=True):
        found = functions(report)
        assert set(found) == IN_FILE[name]
        assert {each.verdict for each in found.values()} == {"passed"}, name


def test_what_needs_a_missing_file_is_not_judged(tmp_path: Path, court: Court) -> None:
    """All other functions of the file are; the reason names the module."""
    alone = shutil.copy(RIGHT / "rnn_layers.py", tmp_path)
    (report,) = judged(court, Path(alone))
    found = functions(report)
    needing = both("temporal_affine")
    assert {name for name, each in found.items() if each.verdict == "not-judged"} == needing
    assert {found[name].verdict for name in IN_FILE["rnn_layers.py"] - needing} == {"passed"}
    message = found["temporal_affine_forward"].cases[0].message
    assert message is not None
    assert (message.code, message.values["type"]) == ("check.stand-in", f"{tmp_path.name}.layers")


def test_a_star_import_of_a_missing_file_gives_what_is_needed(tmp_path: Path, court: Court) -> None:
    """A name that only it can have given is as if it had been imported by name."""
    source = (RIGHT / "rnn_layers.py").read_text()
    starred = source.replace(
        "from .layers import affine_backward, affine_forward", "from .layers import *"
    )
    assert starred != source
    file = tmp_path / "rnn_layers.py"
    file.write_text(starred)
    found = functions(judged(court, file)[0])
    assert found["temporal_affine_forward"].verdict == "not-judged"
    assert found["lstm_forward"].verdict == "passed"


def test_a_compiled_extension_may_be_missing(court: Court) -> None:
    """`fast_layers.py` is judged by what works without it."""
    found = functions(judged(court, RIGHT / "fast_layers.py")[0])
    assert found["conv_forward_im2col"].verdict == "passed"
    assert found["conv_backward_im2col"].verdict == "not-judged"


def test_files_of_the_same_folder_can_be_imported_as_a_script_does(
    tmp_path: Path, court: Court
) -> None:
    """By their bare name; a mistake in them is a mistake of what uses them."""
    layers = (RIGHT / "layers.py").read_text()
    rnn = (RIGHT / "rnn_layers.py").read_text().replace("from .layers", "from layers")
    (tmp_path / "rnn_layers.py").write_text(rnn)
    (tmp_path / "layers.py").write_text(layers)
    assert (
        functions(judged(court, tmp_path / "rnn_layers.py")[0])["temporal_affine_backward"].verdict
        == "passed"
    )
    (tmp_path / "layers.py").write_text(layers.replace("dw = x.reshape", "dw = 2 * x.reshape"))
    assert (
        functions(judged(court, tmp_path / "rnn_layers.py")[0])["temporal_affine_backward"].verdict
        == "wrong"
    )


WRONG = {
    "layers.py": {
        "relu_backward": ("cache > 0", "cache >= 0", "kink-included"),
        "softmax_loss": ("    dx[range(n), y] -= 1\n", "", "onehot-not-subtracted"),
        "batchnorm_backward_alt": (" - xhat * dgamma)", ")", "variance-constant"),
        "conv_backward_naive": ("dw[k] += padded", "dw[k] = padded", "repair"),
        "svm_loss": ("return gaps.sum() / n, dx / n", "return gaps.sum() / n, dx", "mean-missing"),
    },
    "rnn_layers.py": {
        "rnn_step_backward": ("1 - next_h**2", "1 - next_h", "derivative-incomplete"),
        "word_embedding_backward": ("np.add.at(dW, x, dout)", "dW[x] += dout", None),
    },
    "classifiers/linear_svm.py": {
        "svm_loss_naive": (
            "dW / X.shape[0] + 2 * reg * W",
            "dW / X.shape[0] + reg * W",
            "penalty-half-mixed",
        ),
    },
}
BUILT_ON = {  # what is wrong since something it is built on is
    *("spatial_batchnorm_backward", "rnn_backward"),
}


def test_wrong_functions_are_named_one_by_one(tmp_path: Path, court: Court) -> None:
    """Each with its own mistake; whatever is not built on them stays right."""
    shutil.copytree(RIGHT, tmp_path / "cs231n")
    for name, changes in WRONG.items():
        file = tmp_path / "cs231n" / name
        source = file.read_text()
        for right, wrong, _ in changes.values():
            assert source.count(right) == 1
            source = source.replace(right, wrong)
        file.write_text(source)
    reports = judged(court, *(tmp_path / "cs231n" / name for name in WRONG))
    for name, report in zip(WRONG, reports, strict=True):
        found = functions(report)
        expected = set(WRONG[name]) | (BUILT_ON & set(found))
        assert {each for each in found if found[each].verdict != "passed"} == expected
        for function, (_, _, code) in WRONG[name].items():
            codes = [mistake.code for mistake in found[function].mistakes]
            assert code is None or code in codes, (function, codes)


def test_what_was_given_out_to_be_written_is_not_implemented(court: Court) -> None:
    """None, zeros, `pass`, NotImplementedError: none of these is called wrong."""
    files = [each for each in sorted(STUBS.rglob("*.py")) if each.stat().st_size]
    for report in judged(court, *files):
        verdicts = {each.verdict for each in functions(report).values()}
        assert verdicts <= {"not-implemented", "not-judged"}, report.file
    assert functions(judged(court, STUBS / "layers.py")[0])["dropout_forward"].verdict == (
        "not-implemented"
    )


@pytest.fixture
def half(tmp_path: Path) -> Path:
    """The classifier with loops in the convention of another year, the other one as it was."""
    source = (RIGHT / "classifiers" / "linear_svm.py").read_text()
    source = source.replace("reg * np.sum(W * W)", "0.5 * reg * np.sum(W * W)")
    file = tmp_path / "linear_svm.py"
    file.write_text(source.replace("X.shape[0] + 2 * reg", "X.shape[0] + reg"))
    return file


def test_both_forms_of_the_penalty_are_right(half: Path, court: Court) -> None:
    """The report says by which of them a function was judged."""
    found = functions(judged(court, half)[0])
    assert {each.verdict for each in found.values()} == {"passed"}
    assert found["svm_loss_vectorized"].facts == ()
    (fact,) = found["svm_loss_naive"].facts
    assert (fact.code, fact.values["yours"], fact.values["asked"]) == (
        *("check.fact.accepted", "l2-half", "l2-full"),
    )
    assert {case.verdict for case in found["svm_loss_naive"].cases} == {"passed"}


@pytest.mark.parametrize(
    ("by", "other"), [("l2-half", "svm_loss_vectorized"), ("l2-full", "svm_loss_naive")]
)
def test_a_convention_can_be_asked_for(half: Path, court: Court, by: str, other: str) -> None:
    """Then the other one is another convention, and no mistake."""
    found = functions(judged(court, half, by=by)[0])
    assert found[other].verdict == "convention"
    assert found[other].facts[0].values["asked"] == by
    assert [name for name, each in found.items() if each.verdict == "passed"] == [
        name for name in found if name != other
    ]


def test_a_loss_of_one_form_with_a_gradient_of_the_other_is_wrong(half: Path, court: Court) -> None:
    """Whichever of the two is asked for, or none."""
    half.write_text(half.read_text().replace("X.shape[0] + reg * W", "X.shape[0] + 2 * reg * W"))
    for by in (None, "l2-half", "l2-full"):
        assert functions(judged(court, half, by=by)[0])["svm_loss_naive"].verdict == "wrong"


DROP = (  # as the assignments of 2016 and 2017 had it
    ("np.random.rand(*x.shape) < p) / p", "np.random.rand(*x.shape) >= p) / (1 - p)"),
)


def some_layers(folder: Path, *changes: tuple[str, str], layers: Sequence[str]) -> Path:
    """A few of the right layers in a file, some lines changed."""
    head, *written = re.split(r"^def ", changed(folder, *changes).read_text(), flags=re.MULTILINE)
    kept = [each for each in written if each.partition("(")[0] in both(*layers)]
    assert len(kept) == 2 * len(layers)
    file = folder / "layers.py"
    file.write_text("def ".join([head, *kept]))
    return file


@pytest.fixture
def course_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes dropout with some lines changed, and a second layer of the course."""
    return lambda *changes: some_layers(tmp_path, *changes, layers=("affine", "dropout"))


def dropout(court: Court, file: Path, by: str | None = None) -> tuple[FunctionReport, ...]:
    found = functions(judged(court, file, by=by)[0])
    return found["dropout_forward"], found["dropout_backward"]


def test_both_meanings_of_the_dropout_probability_are_right(
    course_file: Callable[..., Path], court: Court
) -> None:
    """To keep and to drop: a course's years differ, and the report says which of them it is."""
    for each in dropout(court, course_file(*DROP)):
        assert each.verdict == "passed"
        assert [(fact.code, fact.values["yours"]) for fact in each.facts] == [
            ("check.fact.accepted", "dropout-drop")
        ]
        assert len(each.cases) == 8  # nothing is left where all is dropped
    assert [each.facts for each in dropout(court, course_file())] == [(), ()]


def test_a_meaning_of_the_dropout_probability_can_be_asked_for(
    course_file: Callable[..., Path], court: Court
) -> None:
    """Then the other is another convention, whichever of the two it is."""
    for by, drop, keep in (
        ("dropout-drop", "passed", "convention"),
        ("dropout-keep", "convention", "passed"),
    ):
        assert {each.verdict for each in dropout(court, course_file(*DROP), by)} == {drop}
        assert {each.verdict for each in dropout(court, course_file(), by)} == {keep}


@pytest.mark.parametrize(
    ("change", "function", "code"),
    [
        ((") / (1 - p)", ") / 1"), 0, "dropout-scale-missing"),
        (("return dout * mask", "return dout * mask**2"), 1, "scale-squared"),
    ],
)
def test_a_mistake_is_named_by_the_meaning_that_the_rest_follows(
    change: tuple[str, str],
    function: int,
    code: str,
    course_file: Callable[..., Path],
    court: Court,
) -> None:
    """Probabilities to keep and to drop are not called swapped where all else says which."""
    found = dropout(court, course_file(*DROP, change))[function]
    assert found.verdict == "wrong"
    assert [each.code for each in found.mistakes] == [code]
    assert found.facts[0].code == "check.fact.follows"


def test_where_neither_meaning_fits_the_swap_is_a_mistake(
    course_file: Callable[..., Path], court: Court
) -> None:
    """To drop by one of them and to scale by the other."""
    half = ("np.random.rand(*x.shape) < p) / p", "np.random.rand(*x.shape) >= p) / p")
    forward, _ = dropout(court, course_file(half))
    assert forward.verdict == "wrong"
    assert [each.code for each in forward.mistakes] == ["keep-and-drop-swapped"]


def test_a_file_of_dropout_alone_is_judged_by_its_prompt(tmp_path: Path, court: Court) -> None:
    """Which says what `p` means: the other meaning is a mistake, unless it is asked for."""
    file = some_layers(tmp_path, *DROP, layers=["dropout"])
    forward, _ = dropout(court, file)
    assert [each.code for each in forward.mistakes] == ["keep-and-drop-swapped"]
    assert {each.verdict for each in dropout(court, file, "dropout-drop")} == {"passed"}


def test_a_convention_that_no_exercise_knows_is_a_wrong_call(half: Path) -> None:
    """As is a name that is neither an exercise nor a convention."""
    unused = check(half.parent / "home", str(half), "--as", "momentum-torch")
    assert unused.returncode == 2
    assert "depends on the convention `momentum-torch`" in unused.stderr
    for lang, said in (
        ("en", "there is no exercise and no convention `l2-whole`\n  hint: near it: `l2-"),
        ("zh", "没有练习或约定 `l2-whole`\n  提示：相近的有 `l2-"),
    ):
        unknown = check(half.parent / "home", str(half), "--as", "l2-whole", lang=lang)
        assert unknown.returncode == 2
        assert said in unknown.stderr
    far = check(half.parent / "home", str(half), "--as", "qqqqqq")
    assert (far.returncode, "lists all exercises" in far.stderr) == (2, True)


def check(home: Path, *arguments: str, lang: str = "en") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dlprep", "check", *arguments, "--seed", "11", "--quick"],
        env=os.environ | {"DLPREP_HOME": settled(home), "DLPREP_LANG": lang, "COLUMNS": "80"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_folder_is_told_in_a_table(tmp_path: Path) -> None:
    """A few lines for each file that answers something, then all in numbers; others are passed
    over without a word."""
    shutil.copytree(RIGHT, tmp_path / "cs231n")
    (tmp_path / "cs231n" / "solver.py").write_text("import nowhere\n\ndef train(): ...\n")
    (tmp_path / "cs231n" / "layers.py").unlink()
    done = check(tmp_path / "home", str(tmp_path / "cs231n"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert " ✓ sgd, sgd_momentum, rmsprop, adam\n" in done.stdout
    assert "– not judged: temporal_affine_forward" in done.stdout
    rows = [line.split() for line in done.stdout.splitlines() if line.strip()]
    assert ["file", "right", "wrong", "not", "judged"] in rows
    assert next(row for row in rows if row[0].endswith("rnn_layers.py") and len(row) == 4)[1:] == [
        *("11", "–", "2")
    ]
    assert "solver" not in done.stdout + done.stderr


def test_unfinished_functions_are_summed_up_in_one_line(tmp_path: Path) -> None:
    """In Chinese and in English; a folder of them ends in 1, for nothing was judged."""
    done = check(tmp_path, str(STUBS))
    assert done.returncode == 1
    assert " · not implemented yet: sgd_momentum, adam\n" in done.stdout
    assert " 23 functions in 4 files: 1 not judged, 22 not implemented yet\n" in done.stdout
    zh = check(tmp_path, str(STUBS), lang="zh").stdout
    assert " · 尚未实现：sgd_momentum、adam\n" in zh
    assert " 4 个文件，23 个函数：1 个未评判、22 个尚未实现\n" in zh


@pytest.mark.parametrize(
    ("lang", "said", "total"),
    [
        (
            "en",
            "✗ line 3: syntax error: unexpected indent",
            "2 functions in 2 files: 1 right, 1 wrong, 1 file cannot be run",
        ),
        (
            "zh",
            "✗ 第 3 行：语法错误：unexpected indent",
            "2 个文件，2 个函数：1 个正确、1 个有错、1 个文件无法运行",
        ),
    ],
)
def test_a_file_that_is_not_python_is_told_with_its_line(
    lang: str, said: str, total: str, tmp_path: Path
) -> None:
    """It has no functions that could be counted; the line is shown as it stands."""
    folder = tmp_path / "cs231n"
    folder.mkdir()
    (folder / "broken.py").write_text("def adam(w, dw, config=None):\n    t = 1\n      t += 1\n")
    layers = "def relu_forward(x):\n    return x * (x > 0), x\n\n\n"
    (folder / "layers.py").write_text(layers + "def relu_backward(dout, x):\n    return dout\n")
    shown = check(tmp_path / "home", str(folder), lang=lang).stdout
    assert f" {said}\n     3 │ t += 1\n" in shown
    assert f" {total}\n" in shown
    assert " ✗ relu_backward" in shown
    assert [*("–", "✗", "–")] in [line.split()[1:] for line in shown.splitlines()]


TORCH = """
import numpy as np


def sgd_momentum(w, dw, config=None):
    config = dict(config or {})
    v = config.get("momentum", 0.9) * config.get("velocity", np.zeros_like(w)) + dw
    config["velocity"] = v
    return w - config.get("learning_rate", 1e-2) * v, config
"""
ITS_CONVENTION = {
    "en": (
        "right by another convention\n",
        (
            "   yours:     momentum v ← μv + g: the velocity is without the learning rate,\n"
            "              which comes in where w is updated (torch)\n"
            "   asked for: momentum v ← μv − η·g: the velocity is the step itself, learning\n"
            "              rate included\n"
        ),
    ),
    "zh": (
        "按另一种约定是对的\n",
        (
            "   你的约定：动量 v ← μv + g，速度里没有学习率，更新 w 时才乘（torch）\n"
            "   题目要求：动量 v ← μv − η·g：速度就是这一步，已含学习率\n"
        ),
    ),
}


@pytest.mark.parametrize("lang", ITS_CONVENTION)
@pytest.mark.parametrize("in_folder", [True, False], ids=["a-folder", "two-exercises-of-a-file"])
def test_a_short_report_says_which_convention_is_followed(
    lang: str, in_folder: bool, tmp_path: Path
) -> None:
    """And which one is asked for, one below the other."""
    file = tmp_path / "optim.py"
    file.write_text(TORCH + "\n\ndef sgd(w, dw, config=None):\n    return w, config\n")
    shown = check(tmp_path / "home", str(tmp_path if in_folder else file), lang=lang).stdout
    headline, conventions = ITS_CONVENTION[lang]
    assert re.search(f"≈ sgd_momentum +{headline}", shown)
    assert conventions in shown


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", " ⚠ softmax_loss  stability: breaks for logits of about ±1000"),
        ("zh", " ⚠ softmax_loss  数值稳定性：在「logits 约 ±1000"),
    ],
)
def test_what_is_right_but_breaks_for_huge_numbers_is_not_passed_over(
    lang: str, said: str, tmp_path: Path
) -> None:
    """It counts as right; a line of its own says where it breaks."""
    stable = "logits = x - x.max(axis=1, keepdims=True)"
    changed(tmp_path, (stable, "logits = x"))
    shown = check(tmp_path / "home", str(tmp_path), lang=lang).stdout
    assert said in shown
    assert "✗" not in shown


def test_a_folder_without_answers_is_a_wrong_call(tmp_path: Path) -> None:
    """It ends in 2, as a file does."""
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "main.py").write_text("x = 1\n")
    done = check(tmp_path / "home", str(tmp_path / "answers"))
    assert done.returncode == 2
    assert "no function of an exercise was recognised in this folder" in done.stderr


def test_one_exercise_of_a_file_is_shown_in_full(tmp_path: Path) -> None:
    """`--as` names it; a file that has nothing of it is a wrong call."""
    done = check(tmp_path, str(RIGHT / "layers.py"), "--as", "bn1d-fb")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✓ batchnorm_backward_alt  right in 11 of 11 cases" in done.stdout
    assert "affine_forward" not in done.stdout
    other = check(tmp_path, str(RIGHT / "optim.py"), "--as", "bn1d-fb")
    assert other.returncode == 2
    assert "it has no function of `bn1d-fb`" in other.stderr


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The right layers with some lines changed."""
    source = (RIGHT / "layers.py").read_text()
    for right, wrong in changes:
        assert right in source
        source = source.replace(right, wrong)
    file = folder / "layers.py"
    file.write_text(source)
    return file


def test_what_ends_the_program_says_nothing_of_its_other_functions(
    tmp_path: Path, court: Court
) -> None:
    """Two that never end and one that leaves: all others are judged as ever."""
    file = changed(
        tmp_path,
        ("    rows = x.reshape(x.shape[0], -1)\n", "    while True: pass\n"),
        ("    out = np.maximum(x, 0)\n", "    import os; os._exit(3)\n"),
        ("    centred = x - x.mean", "    while True: pass\n    centred = x - x.mean"),
    )
    (report,) = Checking([file], BANK, court, Limits(case_s=2), SEED).reports()
    found = functions(report)
    ended = {"affine_forward": "timeout", "relu_forward": "exit", "layernorm_forward": "timeout"}
    unjudged = {"affine_backward", "relu_backward", "layernorm_backward"}
    assert {name: found[name].verdict for name in ended} == ended
    assert {found[name].verdict for name in unjudged} == {"not-judged"}
    assert {found[name].verdict for name in set(found) - set(ended) - unjudged} == {"passed"}


def test_every_exercise_of_a_file_is_run_a_second_time(tmp_path: Path, court: Court) -> None:
    """So that what depends on chance is told as that in the last one as in the first."""
    noisy = ("    xhat = ((groups", "    groups = groups + np.random.rand()\n    xhat = ((groups")
    file = changed(
        tmp_path,
        noisy,
        (
            "    return gamma * xhat + beta, (xhat, inv, gamma, G)",
            "    return gamma * xhat + np.random.rand(), (xhat, inv, gamma, G)",
        ),
    )
    found = functions(judged(court, file)[0])
    assert found["spatial_groupnorm_forward"].verdict == "non-deterministic"
