"""Reads the headers of the wrong answers: what is wrong, in which outputs, on which lines."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
RIGHT = "right_*.py"


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """One file with one bug, or with two in `pairs/`; the last three have a group a bug."""

    path: Path
    bugs: tuple[str, ...]
    outputs: frozenset[str]
    lines: tuple[frozenset[int], ...]
    accept: tuple[frozenset[str], ...]
    edits: tuple[frozenset[str], ...]

    @property
    def exercise(self) -> str:
        return self.path.relative_to(FOLDER).parts[0]


def exercises() -> list[str]:
    return sorted(folder.parent.name for folder in FOLDER.glob("*/pairs"))


def right_answers(exercise: str) -> list[Path]:
    return sorted((FOLDER / exercise).glob(RIGHT))


def wrong_answers(exercise: str) -> list[WrongAnswer]:
    """The files with one bug, then those with two."""
    right = set(right_answers(exercise))
    folder = FOLDER / exercise
    files = [*sorted(folder.glob("*.py")), *sorted(folder.glob("pairs/*.py"))]
    return [read(path) for path in files if path not in right]


def read(path: Path) -> WrongAnswer:
    """Groups of a bug each are parted by `;`, the items of a group by `,`; `none` is no item."""
    fields: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            break
        name, _, value = line.removeprefix("# ").partition(": ")
        fields.setdefault(name, []).append(value.strip())
    return WrongAnswer(
        path,
        tuple(fields["bug"]),
        _group(fields["output"][0]),
        tuple(frozenset(map(int, _group(group))) for group in fields["line"][0].split(";")),
        tuple(_group(group) - {"none"} for group in fields["accept"][0].split(";")),
        tuple(frozenset(fields.get(name, [])) for name in ("edit", "edit of the second")),
    )


def _group(text: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(",") if part.strip())
