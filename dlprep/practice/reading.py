"""Which files there are to check, and the exercises that each of them answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from dlprep.bank.index import Bank
from dlprep.check.running.pytorch import lacking
from dlprep.check.source.folder import files_in, is_folder
from dlprep.check.source.recognise import Recognised, recognise
from dlprep.check.source.submission import Submission, read_submission
from dlprep.model.catalog import ExerciseHeader
from dlprep.model.item import Code
from dlprep.model.message import DlprepError, Message, Place, fault
from dlprep.model.value import dataclass

# What is no fault of a file that nobody has named: there are many beside those with answers.
PASSED_OVER = frozenset(
    (
        *("check.nothing-known", "check.nothing-near", "check.syntax", "check.empty"),
        "check.not-of-exercise",
        *("check.binary", "check.too-large", "check.unreadable", "check.not-a-file"),
        *("notebook.empty", "notebook.language"),  # but a damaged one may hold answers
    )
)


@dataclass(frozen=True, slots=True)
class Recognition:
    """A file and the exercises it answers."""

    submission: Submission
    answers: tuple[tuple[Recognised, Code], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What files are judged by, where a person said so: an exercise, or a convention."""

    exercise: str | None = None
    convention: str | None = None


def choice(bank: Bank, word: str | None) -> Choice:
    """What is meant by a word: an exercise's id, with or without `code.`, or a convention's code.
    Raises `check.as-unknown` and `check.as-unknown-far`."""
    if word is None:
        return Choice()
    if bank.convention(word):
        return Choice(convention=word)
    exercises = [each.id.removeprefix("code.") for each in _known(bank, bank.version)]
    if word.removeprefix("code.") in exercises:
        return Choice(exercise=word)
    import difflib  # noqa: PLC0415 - 5 ms that only a mistyped name costs

    near = difflib.get_close_matches(word, [*exercises, *bank.convention_codes()], 3, 0.5)
    code = "check.as-unknown" if near else "check.as-unknown-far"
    raise fault(code, name=word, near=[f"`{each}`" for each in near])


def files_of(paths: Iterable[Path]) -> list[Path]:
    """The files themselves, and those in folders."""
    found = (files_in(path) if is_folder(path) else [path] for path in paths)
    return list(dict.fromkeys(file for files in found for file in files))


def read_files(
    paths: Sequence[Path], bank: Bank, chosen: Choice, *, alone: bool
) -> tuple[list[Recognition], tuple[Message, ...]]:
    """What the files answer, and the faults of those that cannot be checked. Where an exercise is
    `chosen`, they are judged by that, whatever else they may say; no other is known where it
    stands `alone`.

    Raises the faults where no file is left, and `check.nothing-in-folder`.
    """
    known = [each for each in _known(bank, bank.version) if not alone or chosen.exercise == each.id]
    files: list[Recognition] = []
    faults: list[Message] = []
    named = [path for path in paths if not is_folder(path)]
    for path in files_of(paths):
        try:
            files.append(_recognised(path, bank, known, chosen.exercise, alone=alone))
        except DlprepError as error:
            faults += [each for each in error.messages if path in named or _is_told(each)]
    faults += _empty_folders(paths, files)
    if faults and not files:
        raise DlprepError(*faults)
    if chosen.convention and not any(_knows(bank, each, chosen.convention) for each in files):
        raise fault("check.convention-unused", name=chosen.convention)
    return files, tuple(faults)


def _knows(bank: Bank, file: Recognition, convention: str) -> bool:
    """Whether a convention makes a difference to one of the exercises."""
    mark = f"# convention {convention} instead of "
    return any(
        convention in code.conventions
        or mark in bank.solution_path(code.id).read_text(encoding="utf-8")
        for _, code in file.answers
    )


def _is_told(message: Message) -> bool:
    return message.code not in PASSED_OVER


def _empty_folders(paths: Iterable[Path], files: Sequence[Recognition]) -> Iterator[Message]:
    names = [Path(each.submission.name) for each in files]
    for path in paths:
        if is_folder(path) and not any(name.is_relative_to(path) for name in names):
            yield Message("check.nothing-in-folder", place=Place(str(path)))


def _recognised(
    path: Path, bank: Bank, known: Sequence[ExerciseHeader], chosen: str | None, *, alone: bool
) -> Recognition:
    submission = read_submission(path)
    if chosen is not None:
        submission = replace(submission, asks=() if alone else (chosen,))
    found = recognise(submission, [each for each in known if _may_be(each, submission)])
    if chosen is not None and not any(each.found for each in found):
        raise fault("check.not-of-exercise", place=Place(submission.name), id=chosen)
    codes = [_judging(_runnable(bank, each.id, submission), each) for each in found]
    submission = _without_trials(submission, found)
    return Recognition(submission, tuple(zip(found, codes, strict=True)))


def _judging(code: Code, answer: Recognised) -> Code:
    """The exercise as this file is judged by it."""
    return code.in_course() if answer.in_course else code


def _without_trials(submission: Submission, found: Iterable[Recognised]) -> Submission:
    """Of a notebook only what its answers need is run."""
    if not submission.lines or submission.broken:
        return submission
    from dlprep.check.source.notebook import needed  # noqa: PLC0415 - few files are notebooks

    names = {name for each in found for name in each.found}
    return replace(submission, data=needed(submission.data.decode(), names).encode())


def _may_be(exercise: ExerciseHeader, submission: Submission) -> bool:
    """A file that does not speak of torch answers no exercise in it, whatever its names, unless
    it says so itself."""
    return exercise.kind != "torch" or b"torch" in submission.data or bool(submission.asks)


def _runnable(bank: Bank, exercise_id: str, submission: Submission) -> Code:
    item = _code(bank, bank.version, exercise_id)
    if lacks := lacking(item):
        raise DlprepError(replace(lacks, place=Place(submission.name)))
    return item


@lru_cache(maxsize=1)  # a file that is watched may be saved a hundred times
def _known(bank: Bank, _version: int) -> tuple[ExerciseHeader, ...]:
    return bank.exercises()


@lru_cache(maxsize=8)
def _code(bank: Bank, _version: int, exercise_id: str) -> Code:
    item = bank.item(exercise_id)
    assert isinstance(item, Code)
    return item
