"""The quiz at a terminal: one key or one line answers; from a pipe it reads lines."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from rich.text import Text

from dlprep.cli.confirming import Back, Leave, confirmed
from dlprep.cli.desk import Desk
from dlprep.cli.terminal import Keys
from dlprep.model.item import Choice, Formula, Short
from dlprep.model.message import Message
from dlprep.model.rubric import Own
from dlprep.model.session import LETTERS, Outcome, Question
from dlprep.model.verdict import NotRead
from dlprep.practice.quiz import Quiz
from dlprep.view import evidence
from dlprep.view import quiz as view
from dlprep.view.messages import words
from dlprep.view.prose import plain
from dlprep.view.wrap import indented

OWN: dict[str, Own] = {"y": "yes", "h": "half", "n": "no"}
PROMPT = " > "
MORE = " … "


class Quit(Exception):  # noqa: N818 - a wish, not an error
    """The person wants to stop."""


class Sitting:
    """One person before one quiz."""

    def __init__(self, quiz: Quiz, desk: Desk, keys: Keys | None = None) -> None:
        self.quiz = quiz
        self.lang = desk.lang
        self.out = desk.out
        self.talk = desk.talk
        self.keys = keys or Keys()
        self.faults_told = 0

    def run(self) -> None:
        """Ask until the questions or the person's patience end, then sum up."""
        try:
            with self.keys:
                self._ask_all()
        except (Quit, EOFError):
            self.out.print()
        except KeyboardInterrupt:
            self.out.print()
            self._summary()
            raise
        self._tell_faults()
        self._summary()

    def _ask_all(self) -> None:
        while (question := self.quiz.question()) is not None:
            self._tell_faults()
            self._ask(question)
        self.quiz.end()

    def _summary(self) -> None:
        self._show(view.summary_lines(self.quiz.summary(), self.lang, self.out.width))

    def _tell_faults(self) -> None:
        for message in self.quiz.faults[self.faults_told :]:
            self.talk.print(words(message, self.lang), style="warn")
        self.faults_told = len(self.quiz.faults)

    def _ask(self, question: Question) -> None:
        """Show the question and do one thing about it; it is shown again if still open."""
        self._show([Text(), *view.question_lines(question, self.lang, self.out.width), Text()])
        while True:
            self._say_keys(self._question_keys(question))
            entry = self._entry(question)
            command = self._commands(question).get(entry.strip().lower())
            if command is not None:
                if command():
                    return
                continue
            if (
                self.keys.single
                and isinstance(question.item, Choice)
                and not _picks(question, entry)
            ):
                self._tell(Message("quiz.unknown-key", {"key": shown_key(entry)}))
                continue
            outcome = self.quiz.answer(entry)
            if isinstance(outcome, NotRead):
                self._tell(outcome.message)
                continue
            self._after(outcome)
            return

    def _question_keys(self, question: Question) -> str:
        if not isinstance(question.item, Choice):
            return self._say("keys-lines" if isinstance(question.item, Short) else "keys-line")
        which = "keys-several" if question.item.several else "keys-one"
        return self._say(which, letters=view.letters_of(question))

    def _entry(self, question: Question) -> str:
        """What the person answers: keys of options, a line, or the letter of a command."""
        if isinstance(question.item, Short) and self.keys.single:
            return self._paragraphs(question)
        if isinstance(question.item, Formula) and self.keys.single:
            return self._formula()
        if not self.keys.single or not isinstance(question.item, Choice):
            return self.keys.read_line(PROMPT)
        if not question.item.several:
            key = self.keys.read_key()
            return _option(question, key) or key
        return self._toggled(question)

    def _paragraphs(self, question: Question) -> str:
        """Lines up to an empty one or Ctrl-D; a first line may be the letter of a command."""
        lines = [self.keys.read_line(PROMPT)]
        if not lines[0].strip() or lines[0].strip().lower() in self._commands(question):
            return lines[0]
        while lines[-1].strip():
            try:
                lines.append(self.keys.read_line(MORE))
            except EOFError:
                self.out.print()
                break
        return "\n".join(lines)

    def _formula(self) -> str:
        """A line, and more while a bracket is open or the line ends in an operator or a
        backslash, which is a space in LaTeX; an empty line ends it."""
        text = self.keys.read_line(PROMPT)
        while _goes_on(text):
            more = self.keys.read_line(MORE)
            if not more.strip():
                break
            text = f"{text.rstrip()} {more}"
        return text

    def _toggled(self, question: Question) -> str:
        picked: set[str] = set()
        while True:
            self._draw_picks(view.picks_line(question, picked))
            key = self.keys.read_key()
            option = _option(question, key)
            if option is not None:
                picked ^= {option}
            elif key != "enter" or picked:
                self.out.print()
                return ",".join(sorted(picked)) if key == "enter" else key

    def _draw_picks(self, letters: str) -> None:
        self.out.file.write(f"\r{PROMPT}{letters:<{2 * len(LETTERS)}}")
        self.out.file.flush()

    def _commands(self, question: Question) -> dict[str, Callable[[], bool]]:
        """What a letter does to an open question; True where the question is to be shown anew."""
        return {
            "h": lambda: self._hint(question),
            "s": self._skip,
            "m": lambda: self._mark(question),
            "u": self._undo,
            "l": self._switch,
            "?": self._all_keys,
            "？": self._all_keys,
            "q": self._quit,
        }

    def _hint(self, question: Question) -> bool:
        self.quiz.hint()
        self._show([view.hint_line(question, self.lang, self.out.width)])
        return False

    def _skip(self) -> bool:
        self.quiz.skip()
        self._note("skipped")
        return True

    def _mark(self, question: Question) -> bool:
        self._note("marked" if self.quiz.mark(question.item.id) else "unmarked")
        return False

    def _undo(self) -> bool:
        undone = self.quiz.undo() is not None
        self._note("undone" if undone else "nothing-to-undo")
        return undone

    def _switch(self) -> bool:
        self.lang = "en" if self.lang == "zh" else "zh"
        return True

    def _all_keys(self) -> bool:
        self._show([*view.all_keys_lines(self.lang, self.out.width), Text()])
        return False

    def _quit(self) -> bool:
        raise Quit

    def _after(self, outcome: Outcome) -> None:
        """Show the outcome, and do what the person wants until they go on."""
        confirmed = self._confirmed(outcome)
        if confirmed is None:
            return
        if not outcome.to_confirm:
            self._show_outcome(outcome)
        if not self.keys.single:
            return
        self._linger(confirmed)

    def _confirmed(self, outcome: Outcome) -> Outcome | None:
        """The outcome with the person's own grade where that is needed; None if taken back."""
        if not outcome.to_confirm:
            return outcome
        if outcome.graded.reading is not None:
            return self._confirmed_points(outcome)
        self._show_outcome(outcome)
        while True:
            self._say_keys(f"{self._say('confirm')}  {self._say('keys-confirm')}")
            match self._known_key("yhnulq?", onward=()):
                case "u":
                    self._undo()
                    return None
                case "l":
                    self._switch()
                    self._show_outcome(outcome)
                case "?":
                    self._all_keys()
                case "q":
                    raise Quit
                case key:
                    self._note(f"own-{OWN[key]}")
                    return self.quiz.confirm(outcome, OWN[key])

    def _confirmed_points(self, outcome: Outcome) -> Outcome | None:
        """The outcome with a score from the key points that the person confirms."""
        self._show([Text(), *evidence.answer_lines(outcome, self.lang, self.out.width), Text()])
        if not outcome.trusted:
            self._show([indented(Text(evidence.say("distrusted", self.lang)), self.out.width)])
        title = "confirm" if outcome.suggests else "checklist"
        self._show([indented(Text(evidence.say(title, self.lang), "dim"), self.out.width)])
        try:
            said = confirmed(
                outcome,
                self.lang,
                self.out.width,
                keys=self.keys,
                show=self._show,
                say_keys=self._say_keys,
            )
        except Back:
            self._undo()
            return None
        except Leave:
            raise Quit from None
        graded = self.quiz.confirm_points(outcome, said)
        self._show([Text(), *evidence.score_lines(graded, self.lang, self.out.width)])
        self._show_outcome(graded)
        return graded

    def _linger(self, outcome: Outcome) -> None:
        """Stay with the outcome until the person goes on."""
        more = view.has_more(outcome.question)
        grades = "1234" if outcome.review else ""
        while True:
            self._show(view.review_line(outcome, self.lang, self.out.width))
            self._say_keys(self._say("keys-after" if more else "keys-after-plain"))
            match self._known_key(f"{grades}{'e' if more else ''}umlq?"):
                case "1" | "2" | "3" | "4" as grade:
                    outcome = self.quiz.regrade(outcome, int(grade))
                case "e":
                    self._show(view.more_lines(outcome.question, self.lang, self.out.width))
                    self.out.print()
                case "u":
                    self._undo()
                    return
                case "m":
                    self._mark(outcome.question)
                case "l":
                    self._switch()
                    self._show_outcome(outcome)
                case "q":
                    raise Quit
                case "?":
                    self._all_keys()
                case _:
                    return

    def _known_key(self, known: str, onward: Collection[str] = ("enter", "space", "n")) -> str:
        """The next key that means something here; another one is named."""
        while True:
            key = self.keys.read_key().lower().replace("？", "?")
            if key in onward or key in known:
                return key
            self._tell(Message("quiz.unknown-key", {"key": shown_key(key)}))

    def _show_outcome(self, outcome: Outcome) -> None:
        self._show([Text(), *view.outcome_lines(outcome, self.lang, self.out.width), Text()])

    def _tell(self, message: Message) -> None:
        self._show([indented(Text(plain(words(message, self.lang))), self.out.width)])

    def _note(self, code: str) -> None:
        self._show([indented(Text(self._say(code), "dim"), self.out.width)])

    def _say_keys(self, text: str) -> None:
        if self.keys.single:
            self._show([view.keys_lines(text, self.out.width)])

    def _say(self, code: str, **values: object) -> str:
        return view.say(code, self.lang, **values)

    def _show(self, lines: Iterable[Text]) -> None:
        for line in lines:
            self.out.print(line, no_wrap=True, overflow="ignore", crop=False)


def _picks(question: Question, entry: str) -> bool:
    """Whether the entry names options of the question, by their keys."""
    return bool(entry) and set(entry.split(",")) <= set(question.order)


def shown_key(key: str) -> str:
    """A key by its name; one that sends more than a character (F1, Alt with a key) has none."""
    return key if key.isprintable() else "?"


def _goes_on(text: str) -> bool:
    """Whether a formula is unfinished at the end of its line."""
    depth = sum((sign in "([{") - (sign in ")]}") for sign in text)
    return depth > 0 or text.rstrip().endswith(("\\", "+", "-", "−", "*", "·", "/", "@", "⊙", "="))


def _option(question: Question, key: str) -> str | None:
    """The option that a letter or a number from 1 stands for."""
    order = question.order
    names = dict(zip(LETTERS.lower(), order, strict=False))
    names |= {str(at): option for at, option in enumerate(order, 1)}
    return names.get(key.lower())
