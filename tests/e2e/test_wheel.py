"""The wheel carries questions and solutions, and runs away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built wheel unpacked, as an installer lays it down."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    target = folder / "site"
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(target)
    return target


def run(installed: Path, *arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """`python -m dlprep` from the unpacked wheel, in a folder that is not the checkout."""
    environ = {**os.environ, "PYTHONPATH": str(installed), "DLPREP_HOME": str(home)}
    environ |= {"DLPREP_LANG": "en"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "dlprep", *arguments],
        cwd=home,
        env=environ,
        input="",
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_holds_the_bank_and_the_solutions(installed: Path) -> None:
    """Every question file and solution of the checkout is inside the package."""
    for name in ("questions", "solutions"):
        source = {p.relative_to(CHECKOUT) for p in (CHECKOUT / name).rglob("*.[yp]*")}
        source = {p for p in source if p.suffix in {".yaml", ".py"}}
        packed = installed / "dlprep" / "_data"
        assert source
        assert {p for p in source if not (packed / p).is_file()} == set()


def test_the_quiz_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """A first question comes from the packaged bank."""
    done = run(installed, "quiz", "--json", "--number", "1", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"type": "question"' in done.stdout


def test_a_shipped_solution_passes_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    """`dlprep check` finds exercise and reference inside the package."""
    solution = installed / "dlprep" / "_data" / "solutions" / "softmax_ce_fb.py"
    done = run(installed, "check", str(solution), "--json", home=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"verdict": "passed"' in done.stdout
