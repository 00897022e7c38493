"""What `dlprep check` says of the answers with one bug is recorded in `verdicts.txt`.

Recorded are the codes of mistakes, the lines that a repair changes, the effects of edits. Here
every fourth of the list is judged. A change of the search that changes what is said is to be read
before it is recorded anew, by `DLPREP_GOLDEN=write`, which judges all the answers.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from dlprep.bank.load import load_items
from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.naming import diagnose
from dlprep.check.prove import Trusted
from dlprep.check.running.program import Program
from dlprep.model.item import Code
from dlprep.model.report import FunctionReport, NamedMistake
from dlprep.view.messages import words

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
RECORDED = FOLDER / "verdicts.txt"
EVERY = 4
SEED = 7


def recorded() -> dict[str, str]:
    """What is said of each answer; an answer that is told no cause has an empty verdict."""
    lines = RECORDED.read_text(encoding="utf-8").splitlines()
    return {name: said for name, _, said in (line.partition(": ") for line in lines)}


@cache
def exercise(slug: str) -> Code:
    (each,) = load_items(ROOT / "questions" / "code" / f"{slug}.yaml").items
    assert isinstance(each.item, Code)
    return each.item


def verdict(name: str) -> str:
    """All that is told of one answer, in order."""
    source = (FOLDER / f"{name}.py").read_text(encoding="utf-8")
    folder = name.partition("/")[0]
    code = exercise(folder.replace("_", "-"))
    defined = set(re.findall(r"^def (\w+)", source, re.MULTILINE))
    names = {
        each.name: next((one for one in (each.name, *each.aliases) if one in defined), None)
        for each in code.functions
    }
    material = Material(Task(code, ROOT / "solutions" / f"{folder}.py", names), SEED)
    report = Trying(material, Trusted(Program(source, "answer.py"))).report()
    return "; ".join(sorted({said for each in report.functions for said in _told(each)}))


def _told(function: FunctionReport) -> list[str]:
    other = ["convention"] if function.verdict == "convention" else []
    return other + [_said(each) for each in function.mistakes]


def _said(mistake: NamedMistake) -> str:
    if mistake.source in {"written", "pair"}:
        return mistake.code
    if mistake.line:
        return f"line {mistake.line}"
    return words(mistake.effect, "en") if mistake.effect else mistake.code


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search ends by its tries alone, however busy the machine is."""
    monkeypatch.setattr(diagnose, "clocks", lambda _: ())


def test_every_recorded_answer_is_there() -> None:
    """Every line of the record is an answer of this folder; writing it anew keeps the list."""
    names = [*recorded()]
    assert [name for name in names if not (FOLDER / f"{name}.py").exists()] == []
    if os.environ.get("DLPREP_GOLDEN") == "write":
        made = "".join(f"{name}: {verdict(name)}\n" for name in names)
        RECORDED.write_text(made, encoding="utf-8")


@pytest.mark.parametrize("name", [*recorded()][::EVERY])
def test_a_verdict_is_as_recorded(name: str) -> None:
    """The same names, lines and effects, no more and no fewer."""
    assert verdict(name) == recorded()[name]
