"""`dlprep check --watch`: the report again whenever a file is saved, and a few keys."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rich.text import Text

from dlprep.cli.check_screen import Screen
from dlprep.cli.desk import Desk
from dlprep.cli.patience import patiently
from dlprep.cli.terminal import Keys
from dlprep.model.hint import Help
from dlprep.model.message import DlprepError, ExitCode, Message
from dlprep.model.report import CheckReport
from dlprep.practice.check import Checking, exit_code
from dlprep.practice.reading import files_of
from dlprep.practice.record import record
from dlprep.practice.watching import Saves, changes
from dlprep.view.fit import cut, cut_front
from dlprep.view.messages import words
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line

TICK_S = 0.02  # between two looks at the files, 10 µs each
LOOK_S = 1.0  # between two looks for files that are new or gone
BETWEEN = "   "  # two keys
OVERHEAD = 3  # lines above and below the report
BESIDE_FILE = 24  # columns of the line that names the file

Start = Callable[..., Checking]


class Watch:
    """Until the person leaves. `start` begins a check with a seed; `draw_seed` gives another."""

    def __init__(
        self,
        desk: Desk,
        files: Sequence[Path],
        start: Start,
        seeds: tuple[int, Callable[[], int]],
        *,
        as_json: bool,
    ) -> None:
        self.desk = desk
        self.files = files
        self.start = start
        self.seed, self.other_seed = seeds
        self.as_json = as_json
        self.mapped = self.explained = False
        self.checking: Checking | None = None
        self.reports: tuple[CheckReport, ...] = ()
        self.broken = False
        self._draw_again: Callable[[], None] = lambda: None
        self._size = _size()
        self._unlooked_s = 0.0  # since the last look around
        self._told_lost = False
        self._below = False  # whether the cursor stands behind a status line

    @property
    def pen(self) -> Pen:
        """For the screen as wide as it is now."""
        return Pen(self.desk.lang, self.desk.out.width)

    def run(self, *, mapped: bool, explained: bool) -> ExitCode:
        """The exit code of the last check, or of an interruption."""
        self.mapped, self.explained = mapped, explained
        saves = Saves(partial(files_of, self.files))
        self._check()
        self._watching()
        try:
            with Keys() as keys:
                while self._answered(keys):
                    if saves.happened():
                        self._saved()
                    self._look_around(saves)
                    self._fit()
        except KeyboardInterrupt:
            return ExitCode.INTERRUPTED
        except EOFError:
            pass
        if self._below:
            self.desk.out.print()
        return exit_code(self.reports)

    def _answered(self, keys: Keys) -> bool:
        """Wait a moment for a key and do what it asks for; False where that is to leave."""
        if not keys.single:
            time.sleep(TICK_S)
            return True
        if not select.select([sys.stdin], [], [], TICK_S)[0]:
            return True
        match keys.read_key():
            case "q" | "esc":
                return False
            case "h":
                self._hint()
            case "m" if not self.broken:
                self.mapped, self.explained = not self.mapped, False
                self._watching()
            case "e":
                self._explain()
            case "r":
                self.seed = self.other_seed()
                self._rechecked(lambda: self._show(self._line("watch.again")))
        return True

    def _watching(self) -> None:
        self._show(self._line("watch.watching", file=self._named()))

    def _explain(self) -> None:
        """Symbols take a while and are made when asked for; the same key takes them away."""
        self.explained, self.mapped = not self.explained, False
        self._rechecked(self._watching)

    def _rechecked(self, then: Callable[[], None]) -> None:
        try:
            self._check()
        except DlprepError as problem:
            self._tell(problem)
        else:
            then()

    def _look_around(self, saves: Saves) -> None:
        """Once a second: are there other files in a folder, is one gone?"""
        self._unlooked_s += TICK_S
        if self._unlooked_s < LOOK_S:
            return
        self._unlooked_s = 0.0
        if saves.others():
            saves.happened()
            self._saved()
        lost = saves.lost()
        if lost and not self._told_lost:
            self._status(self._line("watch.gone", file=one_line(lost[0].name)))
        self._told_lost = bool(lost)

    def _fit(self) -> None:
        """Draw the page again where the window has another size."""
        if self._size != (now := _size()):
            self._size = now
            self.desk.refit()
            self._draw_again()

    def _saved(self) -> None:
        before, broken = self.reports, self.broken
        self._rechecked(lambda: self._changed(before, broken=broken))

    def _changed(self, before: tuple[CheckReport, ...], *, broken: bool) -> None:
        said = [words(each, self.desk.lang) for each in changes(before, self.reports)]
        if said or broken:
            self._show(self._line("watch.changed", said=self.pen.say("watch.and").join(said)))
        else:
            self._status(self._line("watch.same"))

    def _check(self) -> None:
        """Judge the files as they are now; what is as before is not recorded again."""
        before = self.reports
        self.checking = self.start(self.seed, explained=self.explained)
        self.reports = patiently(self.desk, self.checking)
        if self.checking.faults:
            raise DlprepError(*self.checking.faults)
        self.broken = False
        if not before or changes(before, self.reports):
            self._record()

    def _hint(self) -> None:
        if self.checking is None:
            return
        self._clear()
        try:
            self.checking = self.start(self.seed, hinted=True)
            self.reports = patiently(self.desk, self.checking)
            self._screen().hint(None, self._record)
        except DlprepError as problem:  # there are no hints in an exam
            self._tell(problem)
            return
        self._keys()
        self._draw_again = self._watching

    def _record(self, helped: Sequence[Help] = ()) -> None:
        assert self.checking is not None
        revs = self.checking.revs
        record(self.desk.store, self.desk.moment(), self.reports, helped, revs=revs)

    def _tell(self, problem: DlprepError) -> None:
        """A file that cannot be checked just now; the next save is waited for."""
        self.broken = True
        self._draw_again = partial(self._tell, problem)
        self._clear()
        self._print(self._line("watch.watching", file=self._named()), "dim")
        for message in problem.messages:
            sentence, _, hint = words(self._placed(message), self.desk.lang).partition("\n")
            self._print(f"✗ {sentence}", "wrong")
            self._print(hint, "dim")
        self._keys()

    def _placed(self, message: Message) -> Message:
        """Of several files the one that is meant is named."""
        return message if len(self.files) > 1 else Message(message.code, message.values)

    def _show(self, line: str) -> None:
        """The line, the report, the keys: one screen."""
        if self.as_json:
            self._report()
            sys.stdout.flush()
            return
        self._draw_again = partial(self._show, line)
        self._clear()
        self._print(line, "accent")
        try:
            self._report()
        except DlprepError as problem:  # nothing is explained in an exam
            self.explained = False
            self._tell(problem)
            return
        self._keys()

    def _report(self) -> None:
        self._screen().report(mapped=self.mapped, explained=self.explained)

    def _screen(self) -> Screen:
        assert self.checking is not None
        return Screen(
            self.desk,
            self.checking,
            self.reports,
            as_json=self.as_json,
            spare=OVERHEAD,
            keyed=self.desk.interactive,
        )

    def _keys(self) -> None:
        if self.desk.interactive:
            keys = self.pen.say("watch.keys").split(BETWEEN)
            self.desk.show([self.pen.parts(keys, between=BETWEEN)])

    def _status(self, line: str) -> None:
        """A line that takes the place of the last such line and leaves the report alone."""
        if self.as_json:
            return
        if self.desk.out.is_terminal:
            shown = cut(f" {line}", self.pen.width - 1)
            blank = " " * (self.pen.width - 1)
            self.desk.out.file.write(f"\r{blank}\r{shown}")
            self.desk.out.file.flush()
            self._below = True
        else:
            self._print(line, "dim")

    def _print(self, text: str, style: str) -> None:
        if text:
            self.desk.show([self.pen.paragraph(Text(text), style)])

    def _clear(self) -> None:
        """One report at a time where a screen can be cleared; a line between them elsewhere."""
        if self.desk.out.is_terminal and not self.desk.out.is_dumb_terminal:
            self.desk.out.clear()
            self._below = False
        else:
            self.desk.out.print()

    def _line(self, code: str, **values: object) -> str:
        now = time.strftime("%H:%M:%S", time.localtime(self.desk.moment().at_ms / 1000))
        return self.pen.say(code, time=now, **values)

    def _named(self) -> str:
        if len(self.files) == 1:
            return cut_front(one_line(str(self.files[0])), self.pen.width - BESIDE_FILE)
        return self.pen.say("watch.files", n=len(self.files))


def _size() -> tuple[int, int] | None:
    """Columns and lines of the window; None where there is none."""
    try:
        return os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
