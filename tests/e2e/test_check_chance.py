"""`dlprep check` on exercises whose results depend on chance, as a person calls it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

BANK = Path(__file__).parents[1] / "data" / "chance_bank"
RIGHT = """
import numpy as np
rng = np.random.default_rng()

def dropout_forward(x, p, train):
    if not train:
        return x, None
    keep = rng.binomial(1, 1 - p, size=x.shape)
    return keep * x / (1 - p), (keep, p)

def dropout_backward(dout, cache):
    if cache is None:
        return dout
    keep, p = cache
    return np.where(keep, dout / (1 - p), 0)

def he_init(D, H):
    bound = np.sqrt(6 / D)
    return {"b": np.zeros(H), "W": np.random.uniform(-bound, bound, (D, H))}

def probabilities(z, T):
    return np.exp(z / T) / np.exp(z / T).sum()

def sample(q, n):
    return np.random.choice(len(q), size=n, p=q)
"""


def checked(
    folder: Path, text: str, *options: str, lang: str = "en"
) -> subprocess.CompletedProcess[str]:
    """The command on a file, with the small bank."""
    file = folder / "answer.py"
    file.write_text(text, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "dlprep", "check", str(file), "--bank", str(BANK), *options],
        env=os.environ | {"DLPREP_HOME": str(folder), "DLPREP_LANG": lang, "COLUMNS": "100"},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_right_file_passes_although_no_two_runs_are_alike(tmp_path: Path) -> None:
    """A generator of its own, other distributions with the right moments: nothing is
    non-deterministic, all three exercises pass."""
    done = checked(tmp_path, RIGHT)
    assert (done.returncode, done.stderr) == (0, "")
    assert "3 exercises: 3 right" in done.stdout


WRONG = {
    "swapped": (
        "binomial(1, 1 - p",
        "binomial(1, p",
        ("the share of zeros in out is 0.", "expected 0.3, as if", "keeping were swapped"),
        ("out 中被置零的比例是 0.", "应为 0.3：丢弃概率与保留概率弄反了"),
    ),
    "not scaled": (
        "keep * x / (1 - p)",
        "keep * x",
        ("what is kept in out is x times 1, expected times 1.429",),
        ("out 中保留下来的元素是 x 的 1 倍，应为 1.429 倍",),
    ),
    "mask anew": (
        "np.where(keep,",
        "np.where(rng.random(dout.shape) > p,",
        ("the mask of dx is not that of out: a share of 0.",),
        ("dx 的掩码与 out 的不同：不一致的元素比例是 0.",),
    ),
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_wrong_file_is_told_which_property_fails(tmp_path: Path, name: str, lang: str) -> None:
    """In words, once, with the number measured and the one expected; no mistake is missed aloud."""
    old, new, in_english, in_chinese = WRONG[name]
    only_dropout = RIGHT.partition("def he_init")[0].replace(old, new)
    done = checked(tmp_path, only_dropout, lang=lang)
    assert done.returncode == 1
    joined = " ".join(done.stdout.split())
    for piece in in_english if lang == "en" else in_chinese:
        assert joined.count(piece) == 1, done.stdout
    assert ("没有已知的错误" if lang == "zh" else "No known mistake") not in done.stdout


def test_symbols_are_refused_with_the_reason(tmp_path: Path) -> None:
    """`--explain` says that chance has no formula."""
    wrong = RIGHT.partition("def he_init")[0].replace("keep * x / (1 - p)", "keep * x")
    done = checked(tmp_path, wrong, "--explain")
    assert "its results depend on chance and have no formula" in done.stdout


def test_one_seed_says_the_same_twice(tmp_path: Path) -> None:
    """What generators without a seed give starts from that of the check."""
    wrong = RIGHT.replace("rng = np.random.default_rng()\n", "").replace(
        "rng.binomial(1, 1 - p, size=x.shape)",
        "np.random.rand(*x.shape) < np.random.default_rng().uniform(0.2, 0.6)",
    )
    first, second = (checked(tmp_path, wrong, "--seed", "3").stdout for _ in range(2))
    assert "dropout_forward" in first
    assert first == second
