"""What the checker says of an answer to an exercise of the bank, judged in this process."""

from __future__ import annotations

import re
from pathlib import Path

from dlprep.bank.load import load_items
from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.prove import Trusted
from dlprep.check.running.program import Program
from dlprep.model.item import Code
from dlprep.model.report import FunctionReport

ROOT = Path(__file__).parents[2]


def told(
    slug: str, source: str, *, seed: int = 7, hinted: bool = False
) -> dict[str, FunctionReport]:
    """What is said of a file that answers an exercise of the bank; `hinted` where a hint is
    wanted."""
    (each,) = load_items(ROOT / "questions" / "code" / f"{slug}.yaml").items
    assert isinstance(each.item, Code)
    defined = set(re.findall(r"^def (\w+)", source, re.MULTILINE))
    names = {one.name: one.name if one.name in defined else None for one in each.item.functions}
    solution = ROOT / "solutions" / f"{slug.replace('-', '_')}.py"
    task = Task(each.item, solution, names, hinted=hinted)
    trying = Trying(Material(task, seed), Trusted(Program(source, "answer.py")))
    return {each.name: each for each in trying.report().functions}
