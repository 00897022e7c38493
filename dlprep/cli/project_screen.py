"""The project at a terminal: lines that are written into the file, questions, and the clock."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from rich.text import Text

from dlprep.cli.desk import Desk
from dlprep.cli.terminal import Keys
from dlprep.model.project import Asked, Minutes, Part, Told, Written
from dlprep.model.text import encodable
from dlprep.practice import project as practice
from dlprep.practice.project_file import ProjectFile
from dlprep.view import project as view
from dlprep.view.pen import Pen

PROMPT = " > "
TICK_S = 0.2


class _Screen:
    def __init__(self, desk: Desk, keys: Keys | None = None) -> None:
        self.desk = desk
        self.keys = keys or Keys()

    @property
    def pen(self) -> Pen:
        return Pen(self.desk.lang, self.desk.out.width)

    def note(self, code: str, **values: object) -> None:
        self.desk.show([self.pen.paragraph(self.pen.say(code, **values), "dim")])


class _Notes(_Screen):
    """Lines that go into the file under a part."""

    def __init__(self, desk: Desk, mine: ProjectFile, keys: Keys | None = None) -> None:
        super().__init__(desk, keys)
        self.mine = mine

    def take(self, part: Part, before: str = "") -> bool:
        """Lines up to an empty one, kept behind `before` even where the person breaks off; False
        at the end of the input."""
        lines: list[str] = []
        try:
            while line := encodable(self.keys.read_line(PROMPT)).rstrip():
                lines.append(line)
        except EOFError:
            self.desk.out.print()
            return False
        finally:
            if lines:
                self.mine.add(part, before + "\n".join(lines), self.desk.lang)
                self.note("project.saved")
        return True


class Writing(_Notes):
    """Takes a person through parts; each is in the file before the next is asked for."""

    def run(self, parts: Sequence[Written]) -> None:
        """Raises KeyboardInterrupt after what was typed so far is in the file."""
        if not parts:
            self.note("project.all-written")
            return
        self.note("project.write-keys")
        for each in parts:
            self.desk.show(view.part_lines(each, self.pen))
            if not self.take(each.part):
                return


class Interview(_Notes):
    """Questions one by one; what the person types is kept under the part they are about."""

    def run(self, questions: Sequence[Asked]) -> None:
        """Each question counts as asked once it is on the screen."""
        if self.desk.interactive:
            self.note("project.ask-keys")
        for each in questions:
            self.desk.show(view.question_lines(each, self.pen))
            practice.keep_asked(self.desk.store, self.desk.moment(), [each])
            question = each.question.text.in_(self.desk.lang)
            head = self.pen.say("project.note", question=question)
            if self.desk.interactive and not self.take(each.part, f"> {head}\n\n"):
                return


class Telling(_Screen):
    """The clock runs from one Enter to the next, one for each part."""

    def __init__(
        self,
        desk: Desk,
        parts: Sequence[Part],
        minutes: Minutes,
        keys: Keys | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(desk, keys)
        self.parts, self.minutes, self.now = parts, minutes, now

    def run(self) -> None:
        self.note("project.tell-start")
        with self.keys:
            if self.keys.read_key() == "q":
                return
            told = self.told()
        if told is None:
            return
        before = practice.tellings(self.desk.store)
        practice.keep_told(self.desk.store, self.desk.moment(), told)
        self.desk.show(view.told_lines(self.parts, told, before, self.pen))

    def told(self) -> Told | None:
        """None where it was stopped before the end."""
        seconds: dict[str, float] = {}
        for part in self.parts:
            spent = self.spent(part)
            if spent is None:
                self.note("project.tell-stopped", part=part.title.in_(self.desk.lang))
                return None
            seconds[part.id] = spent
        return Told(minutes=self.minutes, seconds=seconds)

    def spent(self, part: Part) -> float | None:
        """Seconds until a key; None for `q`."""
        began = self.now()
        while not self.keys.pressed(TICK_S):
            self.draw(part, self.now() - began)
        key, spent = self.keys.read_key(), self.now() - began
        self.draw(part, spent)
        self.desk.out.print()
        return None if key == "q" else spent

    def draw(self, part: Part, spent: float) -> None:
        line = view.running(part, spent, self.minutes, self.desk.lang)
        self.desk.out.print(Text(f"\r{line}"), end="")


__all__ = ["Interview", "Telling", "Writing"]
