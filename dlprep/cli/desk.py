"""What a command works with: folders, language, bank, store, clock and screens."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from dlprep.cli.home import Config, Home, find_home
from dlprep.cli.words import as_lang, language
from dlprep.memory.day import study_day
from dlprep.model.event import Moment
from dlprep.model.message import Message, fault
from dlprep.model.text import Lang
from dlprep.view.messages import words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from dlprep.bank.index import Bank
    from dlprep.store.store import Store


FAULTS_SHOWN = 3
PATIENCE = 0.3  # seconds that a work may take without a word


class Desk:
    """Opened once a command; bank and store are opened when first used."""

    def __init__(
        self,
        home: Home,
        lang: Lang,
        bank_folder: str | None,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.home = home
        self.lang = lang
        self._bank_folder = bank_folder
        self._now = now

    @cached_property
    def out(self) -> Console:
        """Where answers go."""
        from dlprep.view.theme import console  # noqa: PLC0415 - Rich: a judge may start before

        return console(sys.stdout, light=self.light)

    @cached_property
    def talk(self) -> Console:
        """Where is said what is no answer."""
        from dlprep.view.theme import console  # noqa: PLC0415 - see `out`

        return console(sys.stderr, light=self.light)

    @property
    def light(self) -> bool:
        """Whether the background of the terminal is light."""
        from dlprep.view.theme import is_light  # noqa: PLC0415 - see `out`

        return is_light(self.config.get("background"), os.environ)

    def refit(self) -> None:
        """Draw what follows for the window as it is now."""
        for screen in ("out", "talk"):
            self.__dict__.pop(screen, None)

    @cached_property
    def config(self) -> Config:
        """The person's settings."""
        return Config(self.home.config)

    @cached_property
    def bank(self) -> Bank:
        """The compiled question bank."""
        from dlprep.bank.index import Bank  # noqa: PLC0415 - opened only where it is used
        from dlprep.bank.locate import find_roots  # noqa: PLC0415

        own = (*self.config.folders("banks"), self.home.own_questions)
        roots = find_roots(self._bank_folder, [folder for folder in own if folder.is_dir()])
        return Bank.open(roots, self.home.cache, self.progress("bank.reading"))

    def progress(self, code: str) -> Callable[[int, int], None]:
        """Counts on one line of the terminal how much of a longer work is done."""
        started = self._now()

        def tell(done: int, total: int) -> None:
            if not self.talk.is_terminal or self._now() - started < PATIENCE:
                return
            from rich.cells import cell_len  # noqa: PLC0415 - see `out`

            text = words(Message(code, {"done": done, "total": total}), self.lang)
            self.talk.file.write(f"\r{text}" if done < total else f"\r{' ' * cell_len(text)}\r")
            self.talk.file.flush()

        return tell

    def tell_faults(self) -> None:
        """Name what is broken in the bank; the rest of it works."""
        faults = self.bank.faults
        if not faults:
            return
        more = len(faults) - FAULTS_SHOWN
        self._warn(Message("bank.left-out"))
        for message in faults[:FAULTS_SHOWN]:
            self._warn(message)
        if more > 0:
            self._warn(Message("bank.more-faults", {"count": more}))

    def _warn(self, message: Message) -> None:
        from rich.text import Text  # noqa: PLC0415 - see `out`

        self.print_line(self.talk, Text(words(message, self.lang), "warn"))

    @staticmethod
    def print_line(screen: Console, line: Text) -> None:
        """One line for a script; at a terminal broken between words where it is too long."""
        if screen.is_terminal:
            from dlprep.view.wrap import whole_words  # noqa: PLC0415 - see `out`

            line = whole_words(line, screen.width)
        screen.print(line, soft_wrap=True)

    @cached_property
    def store(self) -> Store:
        """The person's progress."""
        from dlprep.store.store import Store  # noqa: PLC0415 - opened only where it is used

        store = Store.open(self.home.database)
        store.back_up(self.moment().day)
        return store

    @property
    def interactive(self) -> bool:
        """Whether a person sits at a terminal."""
        return sys.stdin.isatty() and sys.stdout.isatty()

    def show(self, lines: Iterable[Text]) -> None:
        """Print lines that are already broken to the width of the screen."""
        for line in lines:
            self.out.print(line, no_wrap=True, overflow="ignore", crop=False)

    def moment(self) -> Moment:
        """Now, as the log keeps it."""
        at = self._now()
        tz_min = time.localtime(at).tm_gmtoff // 60
        at_ms = int(at * 1000)
        return Moment(at_ms=at_ms, tz_min=tz_min, day=study_day(at_ms, tz_min))


def open_desk(lang: str | None = None, bank: str | None = None) -> Desk:
    """The desk of this run; an unknown language is a fault, not a silent default."""
    if lang is not None and as_lang(lang) is None:
        raise fault("app.bad-lang", lang=lang)
    return Desk(find_home(), as_lang(lang) or language(), bank)
