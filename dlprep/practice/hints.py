"""Hints come in steps: those written for the exercise, then the fix of a mistake that is known."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from textwrap import dedent

from dlprep.check.edits.likeness import patterns
from dlprep.check.source.worked import WrongForm, wrong_forms
from dlprep.model.exercise import WrittenHint
from dlprep.model.hint import Fix, Hint
from dlprep.model.item import Code
from dlprep.model.message import fault
from dlprep.model.report import ExerciseReport, FunctionReport, NamedMistake
from dlprep.model.text import Text

MARK = 8  # hexadecimal digits, of a handful of hints


def hint(
    code: Code,
    report: ExerciseReport,
    solution: Path,
    source: Sequence[str],
    *,
    asked: int | None,
    told: Collection[str],
) -> Hint:
    """The hint asked for, or the first that is not yet `told`: the last one again where there is
    none. Hints on functions that are all right are left out. Raises `hint.none` and
    `hint.beyond`."""
    steps: tuple[Text | Fix, ...] = (*_needed(code, report), *_fixes(report, solution, source))
    if not steps:
        raise fault("hint.none", id=code.id.removeprefix("code."))
    if asked is not None and asked > len(steps):
        raise fault("hint.beyond", id=code.id.removeprefix("code."), asked=asked, of=len(steps))
    marks = [_mark(each) for each in steps]
    fresh = (number for number, mark in enumerate(marks, 1) if mark not in told)
    number = next(fresh, len(steps)) if asked is None else asked
    said, so_far = steps[number - 1], tuple(marks[:number])
    return Hint(exercise=code.id, number=number, of=len(steps), said=said, told=so_far)


def _mark(said: Text | Fix) -> str:
    """A short name of what a hint says, whichever line a fix is in by now."""
    words = (said.wrong, said.right) if isinstance(said, Fix) else (said.zh, said.en)
    return sha256("\0".join(words).encode()).hexdigest()[:MARK]


def _needed(code: Code, report: ExerciseReport) -> tuple[WrittenHint, ...]:
    """The hints on what is not right yet; all of them where none is on that."""
    right = {each.name for each in report.functions if _is_right(each)}
    needed = [each for each in code.hints if not each.functions or {*each.functions} - right]
    return tuple(needed) or code.hints


def _is_right(function: FunctionReport) -> bool:
    """Whether there is nothing left to help with, stability included."""
    return function.verdict == "passed" and not function.is_unstable


def _fixes(report: ExerciseReport, solution: Path, source: Sequence[str]) -> Iterator[Fix]:
    """The fixes of the first function in which a mistake is known for sure, each once."""
    for function in report.functions:
        sure = [each for each in function.mistakes if each.confidence == "confirmed"]
        if sure:
            found: list[Fix | None] = []
            for mistake in sure:
                fix = _fix(mistake, function, solution.parent, source)
                if fix not in found:
                    found.append(fix)
            yield from filter(None, found)
            return


def _fix(
    mistake: NamedMistake, function: FunctionReport, solutions: Path, source: Sequence[str]
) -> Fix | None:
    if mistake.but and not mistake.fix:  # without the line other cases stay wrong: it has a use
        return None
    if mistake.fix is not None and mistake.line and mistake.line <= len(source):
        return Fix(
            line=mistake.line,
            wrong=_giving_way(source, mistake.line, mistake.fix),
            right=mistake.fix,
            where=mistake.where,
            alike=mistake.alike,
        )
    form = _step(_written(mistake, function, solutions), source)
    return Fix(wrong=form.wrong, right=form.right) if form else None


def _giving_way(source: Sequence[str], line: int, fix: str) -> str:
    """What a fix stands for in the file: a line, or all lines of its statement where the rest of
    them would make no sense without it."""
    old = source[line - 1]
    indent = old[: len(old) - len(old.lstrip())]
    if _parsed([*source[: line - 1], f"{indent}{fix or 'pass'}", *source[line:]]):
        return old.strip()
    whole = _parsed(source)
    statements = [each for each in ast.walk(whole) if isinstance(each, ast.stmt)] if whole else []
    last = max(
        (each.end_lineno or line for each in statements if each.lineno == line), default=line
    )
    return dedent("\n".join(source[line - 1 : last])).strip()


def _parsed(lines: Iterable[str]) -> ast.Module | None:
    try:
        return ast.parse("\n".join(lines))
    except (SyntaxError, ValueError):
        return None


def _written(
    mistake: NamedMistake, function: FunctionReport, solutions: Path
) -> Iterator[list[WrongForm]]:
    """The mistake as it is written in each solution, at all places that give the numbers."""
    for file in dict.fromkeys(file for file, _ in mistake.forms):
        lines = {line for name, line in mistake.forms if name == file}
        every = wrong_forms((solutions / file).read_text(encoding="utf-8"), file)
        forms = [each for each in every if each.line in lines]
        yield [each for each in forms if each.function == function.name] or forms


def _step(written: Iterable[list[WrongForm]], source: Sequence[str]) -> WrongForm | None:
    """The step of a solution that the learner has wrong: one whose wrong form stands in the file,
    or else the only one whose right form does not. Where several steps would do, none is shown."""
    own = _patterns("\n".join(source))
    for every in written:
        forms = [each for each in every if not _is_made_up(each.wrong)]
        shared = [each for each in forms if (_patterns(each.wrong) - _patterns(each.right)) & own]
        open_ = [each for each in forms if not _is_right_there(each, own)]
        for some in (shared, open_):
            if len({each.right for each in some}) == 1:
                return some[0]
    return None


def _is_made_up(code: str) -> bool:
    """Whether statements stand on one line, as nobody writes them."""
    read = _parsed([code])
    return read is not None and len(read.body) > len(code.splitlines())


def _is_right_there(form: WrongForm, own: frozenset[str]) -> bool:
    """Whether all that tells the right form from the wrong one stands in the file, names aside."""
    telling = _patterns(form.right) - _patterns(form.wrong)
    return bool(telling) and telling <= own


def _patterns(code: str) -> frozenset[str]:
    """The forms of the lines of some code; nothing where it is no whole statement."""
    read = _parsed([code])
    return patterns(read.body) if read else frozenset()
