"""`dlprep check` on a right softmax cross-entropy file against `pytest -q` on an equal file
with five tests: wall and CPU time of whole processes, alternated, one BLAS thread each.

    python bench/check.py [rounds]
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOLUTION = """
import numpy as np


def softmax_ce(scores, y):
    n = scores.shape[0]
    shifted = scores - scores.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(n), y].mean()
    dscores = np.exp(log_p)
    dscores[np.arange(n), y] -= 1
    return loss, dscores / n
"""

TESTS = """
import numpy as np
import pytest


def expected(scores, y):
    p = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    onehot = np.eye(scores.shape[1])[y]
    return -np.log((p * onehot).sum(axis=1)).mean(), (p - onehot) / len(y)


@pytest.mark.parametrize(("n", "c"), [(3, 5), (7, 4), (1, 4), (5, 5), (4, 3)])
def test_softmax_ce(n, c):
    rng = np.random.default_rng(n * c)
    scores, y = rng.normal(size=(n, c)), rng.integers(0, c, n)
    loss, dscores = softmax_ce(scores, y)
    right_loss, right_dscores = expected(scores, y)
    np.testing.assert_allclose(loss, right_loss)
    np.testing.assert_allclose(dscores, right_dscores)
"""


def run(command: list[str], folder: Path) -> tuple[float, float]:
    """Wall and CPU seconds of a command that must succeed."""
    environment = os.environ | {
        "PYTHONDONTWRITEBYTECODE": "",  # as installed: modules are compiled once, not each time
        "OPENBLAS_NUM_THREADS": "1",
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",  # pytest at its fastest
        "DLPREP_HOME": str(folder / "home"),
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu


def installed(command: str) -> str:
    """What a person starts: the script that was installed beside this Python."""
    return str(Path(sys.executable).parent / command)


def main(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "solution.py").write_text(SOLUTION, encoding="utf-8")
        (folder / "test_solution.py").write_text(SOLUTION + TESTS, encoding="utf-8")
        check = [installed("dlprep"), "check", "solution.py", "--seed", "1"]
        pytest = [installed("pytest"), "-q", "test_solution.py"]
        run(check, folder)  # compiles the index once
        run(pytest, folder)
        pairs = [(run(check, folder), run(pytest, folder)) for _ in range(rounds)]
    for which, label in enumerate(("wall", "CPU")):
        ours = statistics.median(one[which] for one, _ in pairs)
        theirs = statistics.median(other[which] for _, other in pairs)
        print(
            f"{label:5} dlprep check {ours * 1e3:6.0f} ms   pytest -q {theirs * 1e3:6.0f} ms"
            f"   ratio {ours / theirs:.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
