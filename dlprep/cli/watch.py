"""`dlprep check --watch`: the report again whenever a file is saved, and a few keys."""

from __future__ import annotations

import select
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.cells import cell_len
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
        self.pen = Pen(desk.lang, desk.out.width)
        self.mapped = False
        self.checking: Checking | None = None
        self.reports: tuple[CheckReport, ...] = ()
        self.broken = False

    def run(self) -> ExitCode:
        """The exit code of the last check, or of an interruption."""
        saves = Saves(files_of(self.files))
        self._check()
        self._show(self._line("watch.watching", file=self._named()))
        try:
            with Keys() as keys:
                while self._answered(keys):
                    if saves.happened():
                        self._saved()
        except KeyboardInterrupt:
            return ExitCode.INTERRUPTED
        except EOFError:
            pass
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
            case "m":
                self.mapped = not self.mapped
                self._show(self._line("watch.watching", file=self._named()))
            case "r":
                self.seed = self.other_seed()
                self._check()
                self._show(self._line("watch.again"))
        return True

    def _saved(self) -> None:
        before, broken = self.reports, self.broken
        try:
            self._check()
        except DlprepError as problem:
            self._tell(problem)
            return
        said = [words(each, self.desk.lang) for each in changes(before, self.reports)]
        if said or broken:
            self._show(self._line("watch.changed", said=self.pen.say("watch.and").join(said)))
        else:
            self._status(self._line("watch.same"))

    def _check(self) -> None:
        """Judge the files as they are now; what is as before is not recorded again."""
        before = self.reports
        self.checking = self.start(self.seed)
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

    def _record(self, helped: Sequence[Help] = ()) -> None:
        assert self.checking is not None
        revs = self.checking.revs
        record(self.desk.store, self.desk.moment(), self.reports, helped, revs=revs)

    def _tell(self, problem: DlprepError) -> None:
        """A file that cannot be checked just now; the next save is waited for."""
        self.broken = True
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
            self._screen().report(mapped=self.mapped)
            sys.stdout.flush()
            return
        self._clear()
        self._print(line, "accent")
        self._screen().report(mapped=self.mapped)
        self._keys()

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
            self._print(self.pen.say("watch.keys"), "dim")

    def _status(self, line: str) -> None:
        """A line that takes the place of the last such line and leaves the report alone."""
        if self.as_json:
            return
        if self.desk.out.is_terminal:
            shown = cut(f" {line}", self.pen.width - 1)
            padding = " " * (self.pen.width - 1 - cell_len(shown))
            self.desk.out.file.write(f"\r{shown}{padding}")
            self.desk.out.file.flush()
        else:
            self._print(line, "dim")

    def _print(self, text: str, style: str) -> None:
        if text:
            self.desk.show([self.pen.paragraph(Text(text), style)])

    def _clear(self) -> None:
        """One report at a time where a screen can be cleared; a line between them elsewhere."""
        if self.desk.out.is_terminal and not self.desk.out.is_dumb_terminal:
            self.desk.out.clear()
        else:
            self.desk.out.print()

    def _line(self, code: str, **values: object) -> str:
        now = time.strftime("%H:%M:%S", time.localtime(self.desk.moment().at_ms / 1000))
        return self.pen.say(code, time=now, **values)

    def _named(self) -> str:
        if len(self.files) == 1:
            return cut_front(one_line(str(self.files[0])), self.pen.width - BESIDE_FILE)
        return self.pen.say("watch.files", n=len(self.files))
