"""Flashcards as JSON lines, so that an editor or a script can hold the cards.

Out `card`, in `{"rating": 1..4}` or `{"command": …}`, out `saved` once it is on the disk, and
so on; `summary` at the end. A line that is not understood gets an `error` and the card stays.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any, Final

from dlprep.cli.desk import Desk
from dlprep.model.event import Event, Json
from dlprep.model.message import DlprepError, Message, fault
from dlprep.practice.flashcards import Flashcards
from dlprep.view.flashcards import card_line, done_line, error_line, saved_line

QUIT: Final = "quit"
_SHOWN = 80  # characters of a bad line that its error repeats


class CardLines:
    """One session over stdin and stdout."""

    def __init__(self, desk: Desk, session: Flashcards) -> None:
        self._desk = desk
        self._session = session
        self._shown_at = 0
        self._commands: dict[str, Callable[[], Event]] = {
            "undo": session.undo,
            "bury": session.bury,
            "suspend": session.suspend,
            "mark": session.mark,
        }

    def run(self) -> None:
        """Until the pile is empty, the input ends or `quit` arrives."""
        self._show()
        while self._session.current is not None and (line := sys.stdin.readline()):
            if not line.strip():
                continue
            try:
                request = _request(line)
                if request.get("command") == QUIT:
                    break
                event = self._obey(request, line)
            except DlprepError as problem:
                self._refuse(problem)
                continue
            _write(saved_line(event))
            if event.kind != "mark":
                self._show()
        _write(done_line(self._session.done()))

    def _show(self) -> None:
        if self._session.current is not None:
            _write(card_line(self._session.current, self._desk.lang))
        self._shown_at = self._desk.moment().at_ms

    def _obey(self, request: dict[str, Any], line: str) -> Event:
        rating, command = request.get("rating"), request.get("command")
        if command is None and type(rating) is int and 1 <= rating <= 4:
            took = max(self._desk.moment().at_ms - self._shown_at, 0)
            return self._session.rate(rating, took)
        if rating is None and isinstance(command, str) and command in self._commands:
            return self._commands[command]()
        commands = "|".join(f'"{name}"' for name in (*self._commands, QUIT))
        raise fault("flashcards.line-not-known", commands=commands, line=_shortened(line))

    def _refuse(self, problem: DlprepError) -> None:
        """Say what was wrong with a line; what is wrong with the disk ends the session."""
        for message in problem.messages:
            _write(error_line(message, self._desk.lang))
        if any(_of_store(message) for message in problem.messages):
            raise problem


def _of_store(message: Message) -> bool:
    return message.code.startswith("store.") and message.code != "store.not-undoable"


def _request(line: str) -> dict[str, Any]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError):
        request = None
    if not isinstance(request, dict):
        raise fault("flashcards.line-not-json", line=_shortened(line))
    return request


def _shortened(line: str) -> str:
    line = line.strip()
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _write(value: dict[str, Json]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
