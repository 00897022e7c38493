"""Deriving at a terminal: a line in, its reading and its sign out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.text import Text

from dlprep.cli.derive import exit_code, mistake_names
from dlprep.cli.desk import Desk
from dlprep.cli.terminal import Keys
from dlprep.model.derivation import JudgedDerivation, JudgedLine
from dlprep.model.item import Derivation
from dlprep.model.message import ExitCode
from dlprep.model.text import encodable
from dlprep.practice.derive import Deriving
from dlprep.view import derive as view
from dlprep.view.keys import key_lines
from dlprep.view.pen import Pen

PROMPT, MORE = " > ", " … "


class Quit(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to stop and go on later."""


class DeriveScreen:
    """One person before one derivation."""

    def __init__(
        self, desk: Desk, item: Derivation, *, anew: bool = False, keys: Keys | None = None
    ) -> None:
        self.desk, self.item = desk, item
        self.keys = keys or Keys()
        self.work = Deriving(item, desk.store, desk.moment)
        if anew and self.work.lines:
            self.work.start_anew()

    @property
    def pen(self) -> Pen:
        return Pen(self.desk.lang, self.desk.out.width)

    def run(self) -> int:
        """Take lines until the result is there or the person ends; answers with the exit code."""
        self.desk.show([*view.question_lines(self.item, self.pen)])
        if self.work.lines:
            self._note("resumed", count=len(self.work.lines))
            self._show_all()
        self._say_keys()
        try:
            while not self._is_done():
                self._entry(self._read(PROMPT))
        except EOFError:
            self.desk.out.print()
        except Quit:
            self._note("kept", id=self.item.id)
            return ExitCode.OK
        except KeyboardInterrupt:
            self.desk.out.print()
            self._note("kept", id=self.item.id)
            raise
        return self._finish()

    def _is_done(self) -> bool:
        return bool(self.work.lines) and self.work.judged().ending == "right"

    def _finish(self) -> int:
        result, review = self.work.finish()
        self.desk.show([view.ending_line(result, self.pen)])
        if review is not None:
            self.desk.show([view.review_line(review, self.pen)])
        if result.ending == "right":
            self.desk.show([self.pen.paragraph(self.item.explanation.in_(self.desk.lang))])
        return exit_code(result)

    def _entry(self, typed: str) -> None:
        """A line, or the letter of a command; `e 3` is one with a number."""
        word, _, rest = typed.strip().partition(" ")
        match word.lower():
            case "":
                self._say_keys()
            case "u" if not rest:
                self._note("undone" if self.work.undo() else "nothing")
                self._show_all()
            case "h" if not rest:
                self._hint()
            case "?" | "？":
                self.desk.show([self.pen.paragraph(self.pen.say("derive.more-keys"), "dim")])
                self._say_keys()
            case "q" if not rest:
                raise Quit
            case "e" if not rest or rest.strip().isdecimal():
                self._edit(int(rest) if rest else len(self.work.lines))
            case _:
                for line in self.work.add(typed.strip()):
                    self._show(line)

    def _edit(self, number: int) -> None:
        if not 1 <= number <= len(self.work.lines):
            self._note("no-line", number=number)
            return
        self._note("edit", number=number)
        with _filled(self.work.lines[number - 1]):
            typed = self._read(f" {number} > ").strip()
        self.work.change(number, typed)
        self._show_all()

    def _hint(self) -> None:
        number = self.work.hint()
        if number is None:
            self._note("no-more-hints")
            return
        self._note("hint", number=number, of=len(self.item.hints))
        text = self.item.hints[number - 1].in_(self.desk.lang)
        self.desk.show([self.pen.paragraph(text, indent=3)])

    def _read(self, prompt: str) -> str:
        """A line; one that ends in a single backslash goes on in the next."""
        typed = encodable(self.keys.read_line(prompt))
        while typed.endswith("\\") and not typed.endswith("\\\\"):
            typed = typed[:-1] + " " + encodable(self.keys.read_line(MORE))
        return typed

    def _show_all(self) -> None:
        result = self.work.judged()
        for line in result.lines:
            self._show(line, result)

    def _show(self, line: JudgedLine, result: JudgedDerivation | None = None) -> None:
        names = mistake_names(self.desk, result or self.work.judged())
        self.desk.show(view.line_lines(line, self.pen, names.get(line.mistake or "")))

    def _note(self, code: str, **values: object) -> None:
        said = self.pen.say(f"derive.{code}", **values)
        self.desk.show([self.pen.paragraph(Text(said.replace("`", "")), "dim")])

    def _say_keys(self) -> None:
        keys = self.pen.say("derive.keys").split("  ")
        drawn = key_lines(keys, self.desk.out.width - 1)
        self.desk.show([self.pen.paragraph(drawn)])


@contextmanager
def _filled(text: str) -> Iterator[None]:
    """The next line that is read begins as `text`, where the terminal can do so."""
    if not sys.stdin.isatty() or sys.platform == "win32":
        yield
        return
    import readline  # noqa: PLC0415 - only at a terminal

    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield
    finally:
        readline.set_startup_hook(None)
