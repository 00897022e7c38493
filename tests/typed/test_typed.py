"""What people type, as `dlprep equal` and `dlprep derive` read and judge it.

The corpora were written without a reader at hand, and `prove.py` proves what they expect. Rows that
the program does not get right yet stand in `open.yaml`: no other row may fail. Who gets rows right
prints the list anew with `asking.py`.
"""

import json
from functools import cache
from pathlib import Path

import pytest
import yaml
from asking import Wrong, deciding, reading, refusing, run
from shipped import settled
from typed_rows import HERE, Derivation, Row, Variant, read_derivations

from dlprep.cli import app as command_line

NOT_THERE = 2  # exit code of a command or an id that does not exist
FIRST_WRONG = "first_wrong"

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path / "home"))
    monkeypatch.setenv("PYTHONUTF8", "1")


@cache
def _exists(command: str) -> bool:
    return run([command, "--help"]).returncode != NOT_THERE


@cache
def _measured() -> dict[str, Wrong]:
    if not _exists("equal"):
        pytest.skip("`dlprep equal` does not exist yet")
    return reading() | refusing() | deciding()


def _open() -> dict[str, list[str]]:
    rows: dict[str, list[str]] = yaml.load(
        (HERE / "open.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return rows


RULES = {
    "misread": "A text that is not understood is refused; none is read as another formula.",
    "not-read": "A text is read as the plain form that writes every operation out.",
    "equal-to-another": "A text is not equal to twice itself and one.",
    "not-refused": "Unknown names, prose, open brackets and texts cut off are refused.",
    "column": "What is refused is refused at the place where it goes wrong.",
    "hostile": "No text runs, hangs or breaks the program, or is taken for what it is not.",
    "equal-called-different": "Another form of a right formula is never called wrong.",
    "equal-left-open": "Equal pairs are decided.",
    "different-called-equal": "A near miss is never called right.",
    "different-left-open": "Different pairs are decided.",
    "assumption": "What is equal for positive values only is so called, and these are named.",
}


@pytest.mark.parametrize("measure", RULES)
def test_only_open_rows_go_wrong(measure: str) -> None:
    """Each rule of RULES holds for every row but those that `open.yaml` lists for it."""
    wrong = _measured()[measure]
    known = set(_open().get(measure, []))
    new = [said for row, said in wrong.items() if row not in known]
    assert new == [], f"{RULES[measure]} It fails in:\n" + "\n".join(new)


@pytest.mark.parametrize("derivation", read_derivations(), ids=lambda found: found.row.id)
def test_the_first_wrong_line_is_found_and_right_ones_pass(
    derivation: Derivation, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong line is the first one named; right lines, in any form or fewer, raise no alarm."""
    if not _exists("derive"):
        pytest.skip("`dlprep derive` does not exist yet")
    if run(["derive", "--show", derivation.row.id]).returncode == NOT_THERE:
        pytest.skip("this derivation is not in the bank yet")
    wrong = []
    for variant in [derivation.worked, *derivation.right, *derivation.wrong]:
        expected = variant.changed + 1 if variant.mistake and variant.changed is not None else None
        path = _written(derivation.row, variant, tmp_path)
        command_line.run(["derive", derivation.row.id, str(path), "--json"])
        found = json.loads(capsys.readouterr().out)[FIRST_WRONG]
        if found != expected:
            wrong.append(f"{variant.id}: line {expected} is wrong, found {found}")
    assert wrong == []


def _written(row: Row, variant: Variant, folder: Path) -> Path:
    """A file with the lines, in the letters of the bank's question."""
    path = folder / f"{variant.id}.md"
    text = "".join(f"{line.text}\n" for line in variant.lines)
    letters = str.maketrans(row.fields.get("letters", {}))
    path.write_text(text.translate(letters), encoding="utf-8")
    return path
