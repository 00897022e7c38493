"""Where the bank's files lie: beside the program, in a checkout, or where a person says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import dlprep
from dlprep.model.message import Place, fault
from dlprep.model.value import dataclass

REGISTRIES = (
    *("outline", "content_map", "conventions", "mistakes", "lexicon", "project", "glossary"),
)
NOT_ITEMS = frozenset(REGISTRIES)
_PACKAGE = Path(dlprep.__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Roots:
    """The folders of one bank. `shipped` lends outline and registries to a bank without them."""

    questions: Path
    solutions: Path
    own: tuple[Path, ...] = ()
    shipped: Path | None = None

    @property
    def solution_folders(self) -> tuple[Path, ...]:
        """Where worked solutions lie: those of the bank, then those beside the person's own
        questions."""
        return (self.solutions, *map(solutions_beside, self.own))

    def registry(self, name: str) -> Path | None:
        """The file of a registry, the shipped one where the bank has none."""
        folders = (self.questions, self.shipped)
        files = (folder / f"{name}.yaml" for folder in folders if folder)
        return next((file for file in files if file.is_file()), None)

    def registries(self) -> dict[str, Path]:
        """All registries there are."""
        found = {name: self.registry(name) for name in REGISTRIES}
        return {name: path for name, path in found.items() if path}


def solutions_beside(questions: Path) -> Path:
    """Where the solutions of a folder of questions lie: beside a folder `questions`, else in it.

    >>> str(solutions_beside(Path("a/questions"))), str(solutions_beside(Path("mine")))
    ('a/solutions', 'mine/solutions')
    """
    base = questions.parent if questions.name == "questions" else questions
    return base / "solutions"


def solution_name(exercise_id: str) -> str:
    """The name of the file with the worked solution of an exercise.

    >>> solution_name("code.conv2d-naive")
    'conv2d_naive.py'
    """
    return exercise_id.removeprefix("code.").replace("-", "_") + ".py"


def ways_of(solution: Path) -> list[Path]:
    """A worked solution and the other ways of writing it that stand beside it."""
    found = [solution, *sorted(solution.parent.glob(f"{solution.stem}__*.py"))]
    return [each for each in found if each.is_file()]


class Stamp(NamedTuple):
    """What tells a changed file from an unchanged one without reading it."""

    size: int
    mtime_ns: int


_UNREADABLE = Stamp(-1, -1)


def find_roots(bank_option: str | None, own: Sequence[Path] = ()) -> Roots:
    """The bank to work with: `--bank`, then `DLPREP_BANK`, the packaged one, the checkout.

    A folder named by the person holds `questions/`, or is itself a folder of question files.
    Raises `bank.no-such-folder` or `bank.no-bank`.
    """
    shipped, own = _shipped(), tuple(folder.resolve() for folder in own)
    asked = bank_option or os.environ.get("DLPREP_BANK")
    if asked:
        return _asked(Path(asked).expanduser(), shipped, own)
    if shipped is None:
        raise fault("bank.no-bank")
    return Roots(shipped / "questions", shipped / "solutions", own)


def _shipped() -> Path | None:
    places = (_PACKAGE / "_data", _PACKAGE.parent)
    return next((place for place in places if (place / "questions").is_dir()), None)


def _asked(folder: Path, shipped: Path | None, own: tuple[Path, ...]) -> Roots:
    if not folder.is_dir():
        raise fault("bank.no-such-folder", place=Place(str(folder)))
    base = folder.resolve()
    questions = base / "questions" if (base / "questions").is_dir() else base
    solutions = base / "solutions"
    if not solutions.is_dir() and questions == base:
        solutions = base.parent / "solutions"
    return Roots(questions, solutions, own, shipped / "questions" if shipped else None)


def item_files(roots: Roots) -> list[Path]:
    """Every question file, in the order of `item_stamps`."""
    return [*map(Path, item_stamps(roots))]


def item_stamps(roots: Roots) -> dict[str, Stamp]:
    """The path of every question file with its stamp: the bank's in order of name, then the
    person's own."""
    files: dict[str, Stamp] = {}
    for root in (roots.questions, *roots.own):
        top = {str(root / f"{name}.yaml") for name in NOT_ITEMS}
        files.update(found for found in sorted(_walk(str(root))) if found[0] not in top)
    return files


def stamp_of(path: Path) -> Stamp:
    """The stamp of one file."""
    info = path.stat()
    return Stamp(info.st_size, info.st_mtime_ns)


def _walk(folder: str) -> Iterator[tuple[str, Stamp]]:
    """All question files below a folder. What cannot be opened, a folder too, is listed all the
    same: reading it says why."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, _UNREADABLE
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not _leads_back(entry):
                yield from _walk(entry.path)
        elif entry.name.endswith((".yaml", ".yml")):
            yield entry.path, _stamp(entry)


def _leads_back(entry: os.DirEntry[str]) -> bool:
    """Whether a folder is a link to one that it lies in."""
    return entry.is_symlink() and Path(entry.path).is_relative_to(Path(entry.path).resolve())


def _stamp(entry: os.DirEntry[str]) -> Stamp:
    try:
        info = entry.stat()
    except OSError:
        return _UNREADABLE
    return Stamp(info.st_size, info.st_mtime_ns)


def shown(path: Path | str) -> str:
    """A path as messages show it: relative to the folder a person works in where it lies below.

    >>> shown("/somewhere/else.yaml")
    '/somewhere/else.yaml'
    """
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else str(path)
