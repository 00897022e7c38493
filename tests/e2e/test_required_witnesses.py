"""Where witnesses are required, none is passed over in silence."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).parents[1] / "witness" / "conftest.py"
SILENT = {
    "no_library": "pytest.importorskip('a_library_nobody_has')\ndef test_it(): pass\n",
    "a_skip": "def test_it(): pytest.skip('not today')\n",
    "a_condition": "@pytest.mark.skipif(True, reason='no')\ndef test_it(): pass\n",
    "no_case": "@pytest.mark.parametrize('x', [])\ndef test_it(x): pass\n",
}
UNMARKED = {"unmarked": "def test_it(): pass\n"}


def run(folder: Path, files: dict[str, str], required: str) -> subprocess.CompletedProcess[str]:
    """The witnesses of a folder with these files."""
    shutil.copy(CONFTEST, folder)
    for name, text in files.items():
        (folder / f"test_{name}.py").write_text(f"import pytest\n{text}", encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = witness: w\n", encoding="utf-8")
    options = ["-q", "-rA", "-p", "no:cacheprovider", "--continue-on-collection-errors"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-m", "witness", "."],
        cwd=folder,
        env=os.environ | {"DLPREP_WITNESSES": required},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_required_witness_that_is_not_heard_fails(tmp_path: Path) -> None:
    """A missing library, a skip, a condition, an empty list of cases; one without the mark, which
    the folder gives it, is heard."""
    done = run(tmp_path, SILENT | UNMARKED, "required")
    assert "1 failed, 1 passed, 3 errors" in done.stdout
    assert "PASSED test_unmarked.py" in done.stdout
    assert done.returncode == 1


def test_elsewhere_a_missing_library_is_a_skip(tmp_path: Path) -> None:
    """The README's test line passes without any of them."""
    done = run(tmp_path, SILENT | UNMARKED, "")
    assert "1 passed, 4 skipped" in done.stdout
    assert done.returncode == 0
