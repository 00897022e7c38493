"""Checking files: read, recognised, judged in a process apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from dlprep.bank.index import Bank
from dlprep.check.court import Brief, Court, Judgement
from dlprep.check.source.folder import is_folder
from dlprep.check.source.submission import decoded
from dlprep.model.hint import Hint
from dlprep.model.item import Code, Torch
from dlprep.model.message import ExitCode, Message
from dlprep.model.report import (
    CONVENTIONS,
    CheckReport,
    ExerciseReport,
    FunctionReport,
    NamedMistake,
    Verdict,
)
from dlprep.model.text import Text
from dlprep.practice.reading import Recognition, choice, read_files
from dlprep.sandbox.limits import Limits

PATIENCE_S = 0.3  # that a check may take without a word
NOT_JUDGED = frozenset(("not-judged", "not-implemented"))
RIGHT = frozenset(("passed", "not-judged"))


class Checking:
    """Some files on their way to a report: the first is judged from the moment this is made, and
    whoever made it may prepare the screen meanwhile."""

    def __init__(
        self,
        paths: Sequence[Path],
        bank: Bank,
        court: Court,
        limits: Limits,
        seed: int,
        *,
        mapped: bool = False,
        explained: bool = False,
        hinted: bool = False,
        quick: bool = False,
        only: str | None = None,
        chosen: str | None = None,
    ) -> None:
        """`faults` are those of files that cannot be checked; they are raised where no other
        file is left. `mapped` asks for a map of the entries that are wrong, `explained` for an
        explanation in symbols, `hinted` for what a hint needs, `quick` for right or wrong and no
        search for the mistake. Where `only` names an exercise the files are judged by that, and
        its running time is measured; `chosen` is an exercise or a convention that a person asks
        for."""
        self.bank = bank
        self.seed = seed
        by = choice(bank, only or chosen)
        self.files, self.faults = read_files(paths, bank, by, alone=only is not None)
        self.of_folder = any(map(is_folder, paths))
        self._court = court
        self._limits = limits
        sound = [each for each in self.files if each.submission.broken is None]
        wanted = (mapped, explained, only is not None, hinted, quick and not hinted)
        self._waiting = [_brief(each, bank, wanted, by.convention) for each in sound]
        self._ask_next()

    def _ask_next(self) -> None:
        if self._waiting:
            self._court.ask(self._waiting.pop(0), self._limits, self.seed)

    def reports(self, tell: Callable[[str | None], None] | None = None) -> tuple[CheckReport, ...]:
        """One report a file, in order. `tell` hears the name of a file that is waited for, and
        None once it has come."""
        return tuple(self._report(each, tell) for each in self.files)

    def _report(self, each: Recognition, tell: Callable[[str | None], None] | None) -> CheckReport:
        if each.submission.broken:
            return _broken(each, self.seed)
        slow = tell is not None and not self._court.ready(PATIENCE_S)
        if tell and slow:
            tell(each.submission.name)
        try:
            judged = self._court.answer()
        finally:
            if tell and slow:
                tell(None)
        self._ask_next()
        return _worded(each, judged, self.seed, self.bank)

    @property
    def revs(self) -> dict[str, int]:
        """The revision of each exercise that was recognised."""
        return {code.id: code.rev for each in self.files for _, code in each.answers}

    def exercise(self, exercise_id: str) -> Code:
        """The item of an exercise that was recognised."""
        return next(
            code for each in self.files for _, code in each.answers if code.id == exercise_id
        )

    def needs_torch(self, file: str) -> bool:
        """Whether a file answers an exercise in PyTorch, which takes seconds to load."""
        answers = next(each.answers for each in self.files if each.submission.name == file)
        return any(isinstance(code, Torch) for _, code in answers)

    def text(self, file: str) -> str:
        """A file as it was read."""
        return decoded(
            next(each.submission.data for each in self.files if each.submission.name == file)
        )

    def source(self, file: str) -> tuple[str, ...]:
        """Its lines."""
        return tuple(self.text(file).splitlines())

    def hint(
        self,
        report: ExerciseReport,
        source: Sequence[str],
        *,
        asked: int | None,
        told: Collection[str],
    ) -> Hint:
        """The hint of that number, or the first not yet told. Raises `hint.none` and
        `hint.beyond`."""
        from dlprep.practice.hints import hint as choose_hint  # noqa: PLC0415 - when asked for

        code, solution = self.exercise(report.id), self.bank.solution_path(report.id)
        return choose_hint(code, report, solution, source, asked=asked, told=told)

    def worked(self, exercise_id: str) -> str:
        """The worked solution of an exercise, as a person may read it."""
        from dlprep.check.source.worked import unmarked  # noqa: PLC0415 - when asked for

        return unmarked(self.bank.solution_path(exercise_id).read_text(encoding="utf-8"))


def _brief(
    each: Recognition, bank: Bank, wanted: tuple[bool, bool, bool, bool, bool], asked: str | None
) -> Brief:
    """With what is wanted: a map, an explanation, the running time, a hint, no more than right or
    wrong; and the convention that was asked for."""
    tasks = tuple(
        (code, bank.solution_path(code.id), answer.names, *wanted, answer.also, asked)
        for answer, code in each.answers
    )
    given = each.submission
    return Brief(given.name, given.data, tasks, given.around)


def _broken(each: Recognition, seed: int) -> CheckReport:
    """A file that is not Python: nothing was run."""
    exercises = tuple(
        ExerciseReport(
            id=code.id,
            verdict="syntax-error",
            functions=(),
            time_ms=0.0,
            reference_time_ms=0.0,
            message=each.submission.broken,
        )
        for _, code in each.answers
    )
    return CheckReport(file=each.submission.name, seed=seed, isolation="L0", exercises=exercises)


def _worded(each: Recognition, judged: Judgement, seed: int, bank: Bank) -> CheckReport:
    """The judge knows codes alone; the bank knows what they are called, and what proved the
    solution."""
    proved_by = {code.id: code.proved_by for _, code in each.answers}
    exercises = tuple(
        replace(
            one,
            functions=tuple(_function(function, bank) for function in one.functions),
            witnesses=proved_by[one.id],
        )
        for one in judged.exercises
    )
    if each.submission.lines:
        from dlprep.practice.cells import in_cells  # noqa: PLC0415 - few files are notebooks

        exercises = in_cells(exercises, each.submission.lines)
    return CheckReport(
        file=each.submission.name, seed=seed, isolation=judged.isolation, exercises=exercises
    )


def _function(function: FunctionReport, bank: Bank) -> FunctionReport:
    return replace(
        function,
        mistakes=tuple(_named(mistake, bank) for mistake in function.mistakes),
        facts=tuple(_fact(fact, bank) for fact in function.facts),
    )


def _named(mistake: NamedMistake, bank: Bank) -> NamedMistake:
    known = bank.mistake(mistake.code)
    return replace(mistake, text=known.name) if known else mistake


def _fact(fact: Message, bank: Bank) -> Message:
    if fact.code not in CONVENTIONS:
        return fact
    values = {f"{side}_text": _convention(str(code), bank) for side, code in fact.values.items()}
    return Message(fact.code, {**fact.values, **values}, fact.place)


def _convention(code: str, bank: Bank) -> Text:
    known = bank.convention(code)
    return known.text if known else Text(code, code)


def exit_code(reports: Sequence[CheckReport]) -> ExitCode:
    """The worst of all files; what could not be judged counts only where nothing was."""
    return max((_exit_code(report) for report in reports), default=ExitCode.OK)


def _exit_code(report: CheckReport) -> ExitCode:
    verdicts = set(map(_standing, report.exercises))
    if "checker-error" in verdicts:
        return ExitCode.BUG
    judged = verdicts - NOT_JUDGED
    return ExitCode.OK if judged == {"passed"} else ExitCode.WRONG


def _standing(exercise: ExerciseReport) -> Verdict:
    """Its verdict; functions that a file does not even name leave a right rest right."""
    present = {each.verdict for each in exercise.functions if each.called}
    unfinished = exercise.verdict == "not-implemented"
    return "passed" if unfinished and "passed" in present <= RIGHT else exercise.verdict
