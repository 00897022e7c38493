"""A right function whose results are handed in as something else: always an answer that is right
or wrong, never a fault of the checker's, whatever it looks for in them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STRANGE = {
    "truth values": "a > 0",
    "unsigned": "np.abs(10 * a).astype('u1')",
    "whole": "(-3 * a).astype(int)",
    "half precision": "a.astype('f2')",
    "long": "a.astype('g')",
    "complex": "a + 1j * a",
    "objects": "a.astype(object)",
    "text": "a.astype(str)",
    "dates": "(1000 * a).astype('M8[s]')",
    "records": "np.zeros(a.shape, [('x', 'f8')])",
    "matrix": "np.matrix(np.atleast_2d(a))",
    "masked": "np.ma.masked_array(a, a > 0)",
    "one axis more": "a[None]",
    "nothing in it": "a.ravel()[:0]",
    "beyond a double": "10**400",
    "ragged": "[[1, 2], [3]]",
    "nested": "[[[[a]]]]",
    "a generator": "(each for each in [1])",
    "a set": "{1, 2}",
    "itself": "exec('x = []; x.append(x)', space := {}) or space['x']",
}
ANSWERS = {
    "affine_fb": "affine_backward",
    "pca_svd": "pca",
    "kmeans_knn": "kmeans",
    "dropout_fb": "dropout_forward",
    "decision_tree": "fit_tree",
}
WRAPPED = """

def _strange(value):
    if isinstance(value, (tuple, list)):
        return type(value)(map(_strange, value))
    if isinstance(value, dict):
        return {{key: _strange(each) for key, each in value.items()}}
    a = np.asarray(value)
    return {strange} if a.dtype.kind in "biuf" else value


_right = {function}


def {function}(*args, **options):
    return _strange(_right(*args, **options))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("answer", ANSWERS)
def test_strange_values_are_judged(answer: str, tmp_path: Path) -> None:
    """All of them in one run, with the search for the mistake."""
    solution = (ROOT / "solutions" / f"{answer}.py").read_text(encoding="utf-8")
    function = ANSWERS[answer]
    assert f"def {function}(" in solution
    files = []
    for number, strange in enumerate(STRANGE.values()):
        files.append(tmp_path / f"{answer}{number}.py")
        wrapped = WRAPPED.format(function=function, strange=strange)
        files[-1].write_text(solution + wrapped, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", "--json", *map(str, files)],
        env=os.environ | {"DLPREP_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    verdicts = {
        strange: {each["verdict"] for each in json.loads(line)["exercises"]}
        for strange, line in zip(STRANGE, done.stdout.splitlines(), strict=True)
    }
    told = {"passed", "wrong", "shape", "dtype", "not-finite", "crash", "convention"}
    assert {strange: got for strange, got in verdicts.items() if not got <= told} == {}
