"""Flashcards at a terminal, or with the keys as lines where nobody sits at one."""

from __future__ import annotations

from dlprep.cli.desk import Desk
from dlprep.cli.terminal import Keys
from dlprep.model.flashcard import MISTAKE, OnTable
from dlprep.model.item import Code, Item
from dlprep.model.message import DlprepError, Message
from dlprep.model.text import Lang
from dlprep.practice.flashcards import Flashcards
from dlprep.view import flashcards as view

_GRADES = {"1": 1, "2": 2, "3": 3, "4": 4}


def said_of_mark(item: Item) -> str:
    """What marking does: the quiz asks neither exercises nor mistakes."""
    if item.id.startswith(MISTAKE):
        return "did-mark-mistake"
    return "did-mark-code" if isinstance(item, Code) else "did-mark"


class _Quit(Exception):  # noqa: N818 - the person is done, nothing went wrong
    """`q` or the end of the input."""


class CardScreen:
    """One session with single keys."""

    def __init__(self, desk: Desk, session: Flashcards, keys: Keys | None = None) -> None:
        self._desk = desk
        self._out = desk.out
        self._session = session
        self._keys = keys or Keys()
        self._lang: Lang = desk.lang
        self._width = desk.out.width
        self._prompted = 0

    def run(self) -> None:
        """Until the pile is empty or the person quits."""
        try:
            with self._keys:
                self._hold_all()
        except _Quit:
            self._sum_up()
        except KeyboardInterrupt:
            self._sum_up()
            raise

    def _hold_all(self) -> None:
        while True:
            if (table := self._session.current) is not None:
                self._card(table)
            elif not self._wants_undo():
                return

    def _sum_up(self) -> None:
        self._out.print(view.done(self._session.done(), self._lang, self._width))

    def _card(self, table: OnTable) -> None:
        """One card, from its front until something has been done with it."""
        shown_at = self._desk.moment().at_ms
        turned = False
        self._draw(table, turned=turned)
        while True:
            key = self._key(view.BACK_KEYS if turned else view.FRONT_KEYS)
            if turned and key in _GRADES:
                self._session.rate(_GRADES[key], max(self._desk.moment().at_ms - shown_at, 0))
                return
            if key == "l":
                self._lang = "en" if self._lang == "zh" else "zh"
                self._draw(table, turned=turned)
            elif key in {"?", "？"}:
                self._out.print(view.all_keys(self._lang, self._width))
            elif turned and key == "e":
                self._out.print(view.explanation(table, self._lang, self._width))
            elif key == "m":
                self._session.mark()
                self._tell("did-unmark" if table.marked else said_of_mark(table.face.item))
                table = self._session.current or table
            elif self._put_away(key):
                return
            elif not turned and key != "u":
                turned = True
                self._out.print(view.back(table, self._lang, self._width))

    def _put_away(self, key: str) -> bool:
        """Whether the key took the card from the table."""
        match key:
            case "u":
                return self._undo()
            case "b":
                self._session.bury()
                self._tell("did-bury")
            case "s":
                self._session.suspend()
                self._tell("did-suspend")
            case _:
                return False
        return True

    def _undo(self) -> bool:
        try:
            self._session.undo()
        except DlprepError as problem:
            if problem.messages[0].code != "flashcards.nothing-to-undo":
                raise
            self._out.print(view.notice(problem.messages[0], self._lang, self._width))
            return False
        self._tell("did-undo")
        return True

    def _wants_undo(self) -> bool:
        """The end of the pile; at a terminal the last grade can still be taken back."""
        done = self._session.done()
        self._out.print()
        self._out.print(view.done(done, self._lang, self._width))
        if not self._keys.single or not done.reviews:
            return False
        self._prompt(view.END_KEYS)
        try:
            key = self._keys.read_key().lower()
        except EOFError:
            key = ""
        self._unprompt()
        return key == "u" and self._undo()

    def _draw(self, table: OnTable, *, turned: bool) -> None:
        self._out.print()
        self._out.print(view.front(table, self._lang, self._width))
        if turned:
            self._out.print(view.back(table, self._lang, self._width))

    def _tell(self, code: str) -> None:
        said = Message(f"flashcards.{code}")
        self._out.print(view.notice(said, self._lang, self._width))

    def _key(self, keys: tuple[str, ...]) -> str:
        """The next key; its prompt is taken off the screen again, so that the cards remain."""
        self._prompt(keys)
        try:
            key = self._keys.read_key().lower()
        except EOFError:
            raise _Quit from None
        finally:
            self._unprompt()
        if key == "q":
            raise _Quit
        return key

    def _prompt(self, keys: tuple[str, ...]) -> None:
        lines = view.keys(keys, self._lang, self._width)
        self._prompted = len(lines.plain.splitlines())
        self._out.print(lines)

    def _unprompt(self) -> None:
        if self._keys.single and self._out.is_terminal and not self._out.is_dumb_terminal:
            self._out.file.write(f"\x1b[{self._prompted}F\x1b[J")
