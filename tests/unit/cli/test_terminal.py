"""Keys from a terminal: one by one, however they arrive."""

from __future__ import annotations

import os
import pty
import termios
import tty
from collections.abc import Iterator

import pytest

from dlprep.cli.terminal import Keys


class Person:
    """Sits at the other end of a terminal."""

    def __init__(self) -> None:
        self.end, self.terminal = pty.openpty()
        self.stream = os.fdopen(self.terminal, encoding="utf-8", closefd=False)

    def press(self, keys: str) -> None:
        os.write(self.end, keys.encode())

    def sees(self) -> bytes:
        os.set_blocking(self.end, False)
        try:
            return os.read(self.end, 1000)
        except BlockingIOError:
            return b""

    @property
    def flags(self) -> int:
        return int(termios.tcgetattr(self.terminal)[tty.LFLAG])


@pytest.fixture
def person() -> Iterator[Person]:
    made = Person()
    yield made
    made.stream.close()
    os.close(made.terminal)
    os.close(made.end)


def test_keys_pressed_at_once_are_read_one_by_one(person: Person) -> None:
    """A fast typist loses none: letters, Chinese, arrows and Alt with a key come apart."""
    with Keys(person.stream) as keys:
        person.press("3 对\x1b[A\x1bOP\x1bab\r")
        read = [keys.read_key() for _ in range(8)]
    assert read == ["3", "space", "对", "up", "\x1bOP", "\x1ba", "b", "enter"]


def test_keys_pressed_before_they_are_asked_for_count(person: Person) -> None:
    """Between two questions nothing is echoed, and Ctrl-D still ends."""
    with Keys(person.stream) as keys:
        person.press("a\x04")
        assert keys.read_key() == "a"
        with pytest.raises(EOFError):
            keys.read_key()
        assert person.sees() == b""


def test_escape_alone_is_a_key(person: Person) -> None:
    """Nothing follows it, so nothing is waited for long."""
    with Keys(person.stream) as keys:
        person.press("\x1b")
        assert keys.read_key() == "esc"


def test_half_a_character_is_not_waited_for(person: Person) -> None:
    """Bytes that are no text become a key that means nothing."""
    with Keys(person.stream) as keys:
        os.write(person.end, b"\xe5")
        assert keys.read_key() == "\ufffd"


def test_the_terminal_is_put_back(person: Person) -> None:
    """Echo and lines are as they were when the block is left."""
    before = person.flags
    with Keys(person.stream):
        assert not person.flags & (termios.ICANON | termios.ECHO)
    assert person.flags == before


def test_a_shell_may_change_the_terminal_in_between(person: Person) -> None:
    """After a stop (Ctrl-Z) keys are asked for anew."""
    with Keys(person.stream) as keys:
        attributes = termios.tcgetattr(person.terminal)
        attributes[tty.LFLAG] |= termios.ICANON | termios.ECHO
        termios.tcsetattr(person.terminal, termios.TCSANOW, attributes)
        person.press("x")
        assert keys.read_key() == "x"


def test_a_pipe_gives_the_first_key_of_each_line() -> None:
    """Without a terminal a line is an answer, an empty one is enter, the end is the end."""
    read_end, write_end = os.pipe()
    os.write(write_end, b"3 rest\n\n")
    os.close(write_end)
    with os.fdopen(read_end, encoding="utf-8") as stream, Keys(stream) as keys:
        assert [keys.read_key(), keys.read_key()] == ["3", "enter"]
        with pytest.raises(EOFError):
            keys.read_key()
