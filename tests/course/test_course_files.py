"""Files written for the CS231n assignments are checked as they are: every function by itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.check.court import Court
from dlprep.model.report import CheckReport, FunctionReport
from dlprep.practice.check import Checking
from dlprep.sandbox.limits import Limits

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RIGHT = Path(__file__).parent / "right" / "cs231n"
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
    "optim.py": {"sgd_momentum", "rmsprop", "adam"},
    "classifiers/linear_svm.py": {"svm_loss_naive", "svm_loss_vectorized"},
}


@pytest.fixture(scope="module")
def court() -> Iterator[Court]:
    court = Court()
    yield court
    court.close()


def judged(court: Court, *files: Path) -> Sequence[CheckReport]:
    return Checking(files, BANK, court, Limits(case_s=20), SEED).reports()


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
