"""The quiz as JSON lines, so that an editor or a script can drive it.

In: `{"answer": key | [keys] | text}`, with `"right": true | false` where people grade
themselves and `"rating": 1..4` to grade the card of the question oneself;
`{"confirm": {point: true | false | "half"}}` to say of each key point of the last answer whether
it is there; or `{"command": "skip" | "hint" | "mark" | "undo" | "quit"}`. Out: `question`,
`verdict`, `confirmed`, `hint`, `marked`, `skipped`, `undone`, `error`, and at the end `summary`.
A verdict is written only after the answer is on the disk. The end of the input is a `quit`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import IO

from dlprep.model.message import Message
from dlprep.model.rubric import SUGGESTED, Own, Reading, Said
from dlprep.model.session import Outcome, Question
from dlprep.model.text import Lang
from dlprep.model.verdict import NotRead
from dlprep.practice.quiz import Quiz
from dlprep.view import quiz_json as view

QUIT = "quit"


class LineError(Exception):
    """A line that asks for nothing that can be done."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.message = Message(code, values)


class Protocol:
    """One conversation. Each command answers with one object."""

    def __init__(self, quiz: Quiz, lang: Lang, source: IO[str], sink: IO[str]) -> None:
        self.quiz = quiz
        self.lang = lang
        self.source = source
        self.sink = sink
        self.waiting: Outcome | None = None  # the last answer, while its points can be confirmed
        self.commands: dict[str, Callable[[Question], view.Object]] = {
            "skip": self._skip,
            "hint": self._hint,
            "mark": self._mark,
            "undo": self._undo,
        }

    def run(self) -> None:
        """Ask until the questions, the input or the person's patience end."""
        while (question := self.quiz.question()) is not None:
            self._write(view.question_json(question, self.lang))
            if not self._settle(question):
                break
        else:
            self.quiz.end()
        self._write(view.summary_json(self.quiz.summary(), self.lang))

    def _settle(self, question: Question) -> bool:
        """Answer lines until another question is due; False to stop."""
        all_answered = False
        for line in iter(self.source.readline, ""):
            if not line.strip():
                continue
            try:
                told = self._told(line)
                if told.get("command") == QUIT or self._is_over(told):
                    return self.quiz.question() is None
                self._write(self._reply(question, told))
            except LineError as bad:
                self._write(view.error_json(bad.message, self.lang))
            now = self.quiz.question()
            if now is None and self.waiting is not None:
                all_answered = True  # the last answer can still be confirmed before the summary
            elif now is None or now.item.id != question.item.id or all_answered:
                return True
        return self.quiz.question() is None

    def _is_over(self, told: view.Object) -> bool:
        """Whether all is answered, and the last answer is neither confirmed nor taken back."""
        goes_back = "confirm" in told or told.get("command") == "undo"
        return self.quiz.question() is None and not goes_back

    def _told(self, line: str) -> view.Object:
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict) or not told.keys() & {"answer", "command", "confirm"}:
            raise LineError("quiz.json-bad-line")
        return told

    def _reply(self, question: Question, told: view.Object) -> view.Object:
        if "confirm" in told:
            return self._confirm(told["confirm"])
        if "answer" in told:
            return self._answer(told)
        command = self.commands.get(str(told["command"]))
        if command is None:
            known = [*self.commands, QUIT]
            raise LineError("quiz.json-no-command", command=told["command"], known=known)
        return command(question)

    def _answer(self, told: view.Object) -> view.Object:
        right = told.get("right")
        if not isinstance(right, bool | None):
            raise LineError("quiz.json-bad-right")
        rating = told.get("rating")
        if rating is not None and (type(rating) is not int or not 1 <= rating <= 4):
            raise LineError("quiz.json-bad-rating")
        own: Own | None = None if right is None else "yes" if right else "no"
        outcome = self.quiz.answer(_text(told["answer"]), own=own, rating=rating)
        if isinstance(outcome, NotRead):
            return view.error_json(outcome.message, self.lang)
        reviewed = outcome.to_confirm and outcome.graded.reading is not None
        self.waiting = outcome if reviewed else None
        return view.verdict_json(outcome, self.lang)

    def _confirm(self, told: object) -> view.Object:
        outcome = self.waiting
        if outcome is None or outcome.graded.reading is None:
            raise LineError("evidence.json-nothing")
        said = _said(told, outcome.graded.reading, suggests=outcome.suggests)
        self.waiting = None
        return view.confirmed_json(self.quiz.confirm_points(outcome, said), self.lang)

    def _skip(self, question: Question) -> view.Object:
        self.quiz.skip()
        self.waiting = None
        return {"type": "skipped", "id": question.item.id}

    def _hint(self, question: Question) -> view.Object:
        self.quiz.hint()
        return view.hint_json(question, self.lang)

    def _mark(self, question: Question) -> view.Object:
        on = self.quiz.mark(question.item.id)
        return {"type": "marked", "id": question.item.id, "on": on}

    def _undo(self, question: Question) -> view.Object:
        undone = self.quiz.undo()
        if undone is None:
            raise LineError("quiz.nothing-to-undo")
        self.waiting = None
        return {"type": "undone", "id": undone}

    def _write(self, what: view.Object) -> None:
        self.sink.write(json.dumps(what, ensure_ascii=False) + "\n")
        self.sink.flush()


def _said(told: object, reading: Reading, *, suggests: bool) -> dict[str, Said]:
    """What the person says of each point; one left out is as it was suggested."""
    keys = [point.key for point in reading.points]
    given = told if isinstance(told, dict) else {"": None}
    if not given.keys() <= set(keys) or not all(map(_is_said, given.values())):
        raise LineError("evidence.json-bad", keys=keys)
    suggested = {s.point.key: SUGGESTED[s.state] if suggests else None for s in reading.sightings}
    said = {key: _SAID[given[key]] if key in given else suggested[key] for key in keys}
    if undecided := [key for key in keys if said[key] is None]:
        raise LineError("evidence.json-undecided", keys=undecided)
    return {key: each for key, each in said.items() if each is not None}


_SAID: dict[object, Said] = {True: "yes", False: "no", "half": "half"}


def _is_said(value: object) -> bool:
    return isinstance(value, bool) or value == "half"


def _text(answer: object) -> str:
    """An answer as typed: a list is joined by commas."""
    return ", ".join(map(_word, answer)) if isinstance(answer, list) else _word(answer)


def _word(part: object) -> str:
    match part:
        case str():
            return part
        case int() | float() if not isinstance(part, bool):
            return repr(part)
        case _:
            raise LineError("quiz.json-bad-answer")
