"""The quiz at a terminal, with the keys that a test presses."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from dlprep.bank.select import Filter
from dlprep.cli.desk import Desk
from dlprep.cli.home import Home
from dlprep.cli.quiz_screen import Sitting
from dlprep.cli.terminal import Keys
from dlprep.model.text import Lang
from dlprep.practice.quiz import Quiz, Wish
from dlprep.view.theme import console

BANK = Path(__file__).parents[2] / "data" / "quiz_bank"


class Pressed(Keys):
    """Keys and lines that were decided beforehand; "ctrl-c" interrupts."""

    def __init__(self, *entries: str) -> None:
        super().__init__(io.StringIO())
        self.single = True
        self.entries = iter(entries)

    def _send_keys(self) -> None:
        """There is no terminal."""

    def read_key(self) -> str:
        entry = next(self.entries, None)
        if entry is None:
            raise EOFError
        if entry == "ctrl-c":
            raise KeyboardInterrupt
        return entry

    def read_line(self, prompt: str) -> str:
        return self.read_key()


Play = Callable[..., str]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    home = Home(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    made = Desk(home, "en", str(BANK))
    yield made
    made.store.close()
    made.bank.close()


def play(
    desk: Desk, topic: str, *entries: str, lang: Lang = "en", width: int = 80, seed: int = 1
) -> str:
    """What the screen showed while these keys were pressed."""
    screen = io.StringIO()
    desk.lang = lang
    desk.out = console(screen)
    desk.out.width = width
    wish = Wish(wanted=Filter(topics=(topic,)), number=10, seed=seed)
    quiz = Quiz.begin(desk.bank, desk.store, desk.moment, wish)
    Sitting(quiz, desk, Pressed(*entries)).run()
    return screen.getvalue()


def letter(desk: Desk, key: str, seed: int = 1) -> str:
    """The key to press for an option of loss.mse.gradient."""
    wish = Wish(wanted=Filter(topics=("loss.mse.gradient",)), number=10, seed=seed)
    question = Quiz.begin(desk.bank, desk.store, desk.moment, wish).question()
    assert question is not None
    return "abc"[question.order.index(key)]


def test_one_key_answers_and_the_outcome_follows(desk: Desk) -> None:
    """The verdict first, then the reason, then what an interviewer asks next."""
    screen = play(desk, "loss.mse.gradient", letter(desk, "doubled"), "enter")
    question, _, outcome = screen.partition("✓ right")
    assert "1/1  " in question
    assert "★☆☆☆☆  loss.mse.gradient" in question
    assert "a–c answer  h hint  s skip  m mark  u undo  l 中/en  ? keys  q quit" in question
    assert "$" not in question
    assert outcome.index("Why: differentiate") < outcome.index("An interviewer asks next: And for")
    assert "1 of 1 right" in outcome


def test_a_named_wrong_answer_is_named(desk: Desk) -> None:
    """The option picked explains itself, with the code of its mistake."""
    screen = play(desk, "loss.mse.gradient", letter(desk, "no-mean"), "enter")
    assert "✗ not right" in screen
    assert "the mean is missing" in screen
    assert "[mean-missing]" in screen


def test_e_explains_every_option(desk: Desk) -> None:
    """Why each is right or wrong, the common mistake, the references."""
    screen = play(desk, "loss.mse.gradient", letter(desk, "doubled"), "e", "enter")
    assert "✓ " + letter(desk, "doubled").upper() + "  the square gives 2" in screen
    assert "the 2 is missing" in screen
    assert "Common mistake: dropping the 2" in screen
    assert "References: Bishop 2006" in screen


def test_several_options_are_toggled(desk: Desk) -> None:
    """A letter picks, the same letter again takes back, enter answers."""
    screen = play(desk, "loss.mse.which", "a", "b", "c", "d", "d", "a", "a", "enter", "enter")
    assert "(pick all that are right)" in screen
    assert "\r > A B C " in screen
    assert "✗ not right" in screen
    assert "Yours A B C" in screen
    right = screen.partition("Answer ")[2].split("\n")[0].split()
    assert len(right) == 2
    assert set(right) <= set("ABCD")


def test_hint_mark_and_keys(desk: Desk) -> None:
    """Each answers and leaves the question open."""
    screen = play(desk, "loss.mse.gradient", "h", "m", "m", "?", "x", "q")
    assert "Hint · the chain rule" in screen
    assert screen.index(" marked") < screen.index(" mark removed")
    assert "0.75, 1e-3, 3/4, 12.5%" in screen
    assert "no such key: x (? lists them)" in screen
    assert "goes on with the 1 left" in screen


def test_skip_and_undo(desk: Desk) -> None:
    """Undo at the next question opens the one before again."""
    screen = play(desk, "loss.mse", "s", "u", "q")
    assert screen.index("skipped") < screen.index("undone: answer again")
    assert screen.count(" 1/2  ") == 2
    assert "there is nothing to undo" in play(desk, "loss.mse", "u", "q")


def test_undo_after_the_outcome(desk: Desk) -> None:
    """The question is asked again and only the second answer counts."""
    wrong, right = letter(desk, "no-two"), letter(desk, "doubled")
    screen = play(desk, "loss.mse.gradient", wrong, "u", right, "enter")
    assert "1 of 1 right" in screen
    assert desk.store.item_stats()["loss.mse.gradient"].answers == 1


def test_the_language_switches_in_the_middle(desk: Desk) -> None:
    """The same question, then the outcome in the other language."""
    screen = play(desk, "loss.mse.gradient", "l", letter(desk, "doubled"), "l", "enter")
    assert "What is ∂L/∂p?" in screen
    assert "∂L/∂p 是什么？" in screen
    assert screen.index("✓ 正确") < screen.index("✓ right")


def test_numbers_are_typed_in_a_line(desk: Desk) -> None:
    """An unreadable line says why and asks again; the letter of a command still works."""
    screen = play(desk, "optim.gd-sgd.shape", "one", "h", "0, 0", "enter")
    assert "(2 numbers, with commas or × between them)" in screen
    assert "one is no number; write one such as 0.75, 3/4 or 1e-3" in screen
    assert "there is no hint for this one" in screen
    assert "Yours (0, 0)" in screen


def test_a_free_answer_is_graded_by_the_person(desk: Desk) -> None:
    """The model answer and the key points, then y, h or n."""
    screen = play(desk, "nn.backprop.why", "it is quick", "", "x", "h", "enter")
    assert "Model answer  every intermediate result is computed once" in screen
    assert "• it trades memory for time (bonus)" in screen
    assert "own grade: half" in screen
    assert "0 of 1 right · half 1" in screen


def test_before_the_own_grade_every_key_answers(desk: Desk) -> None:
    """A key without a meaning is named; the others do what they do elsewhere."""
    screen = play(desk, "nn.backprop.why", "quick", "", "3", "?", "l", "y", "enter")
    assert "no such key: 3 (? lists them)" in screen
    assert "m    mark, or remove the mark" in screen
    assert "参考答案" in screen
    assert "答对 1 / 1" in screen


def test_a_key_without_a_meaning_after_the_outcome_is_named(desk: Desk) -> None:
    """The person is not left to wonder whether the program hangs."""
    screen = play(desk, "loss.mse.gradient", letter(desk, "doubled"), "z", "enter")
    assert "no such key: z (? lists them)" in screen.partition("✓ right")[2]


def test_nothing_graded_is_not_scored(desk: Desk) -> None:
    """A quiz left at once says what was not reached, and no score of nothing."""
    screen = play(desk, "loss.mse.gradient", "q")
    assert "not reached 1" in screen
    assert "0 of 0" not in screen


def test_only_marked_questions_are_asked(desk: Desk) -> None:
    """The ids of a filter hold together with its topics."""
    play(desk, "loss.mse.gradient", "m", "q")
    marked = desk.store.marked()
    assert marked == {"loss.mse.gradient"}
    found = desk.bank.all_headers(Filter(items=marked))
    assert [header.id for header in found] == ["loss.mse.gradient"]
    assert list(desk.bank.all_headers(Filter(topics=("optim",), items=marked))) == []


def test_undo_before_the_own_grade(desk: Desk) -> None:
    """The answer can be written anew."""
    screen = play(desk, "nn.backprop.why", "oh", "", "u", "it is quick", "", "y", "enter")
    assert screen.count("Why is back-propagation fast?") == 2
    assert "1 of 1 right" in screen


def test_the_end_of_the_input_sums_up(desk: Desk) -> None:
    """Ctrl-D is a quit: the summary tells how to go on."""
    assert "dlprep quiz --resume goes on with the 1 left" in play(desk, "loss.mse.gradient")


def test_an_interrupt_sums_up_and_stays_an_interrupt(desk: Desk) -> None:
    """The answer before Ctrl-C is kept, and the quiz can be resumed."""
    with pytest.raises(KeyboardInterrupt):
        play(desk, "loss.mse", "a", "ctrl-c")
    assert len(list(desk.store.events({"answer"}))) <= 1
    assert Quiz.resume(desk.bank, desk.store, desk.moment) is not None


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 50, 30])
def test_no_line_is_wider_than_the_window(desk: Desk, lang: Lang, width: int) -> None:
    """Chinese characters count two columns."""
    topics = ("loss.mse.gradient", "loss.mse.which", "nn.backprop.why", "optim.gd-sgd.shape")
    for topic in topics:
        entries = ("?", "a", "enter", "y", "e", "enter", "9, 9", "e", "enter")
        screen = play(desk, topic, *entries, lang=lang, width=width)
        lines = screen.replace("\r", "\n").split("\n")
        assert [line for line in lines if cell_len(line) > width] == []


@pytest.mark.parametrize(("key", "said"), [("up", "up"), ("z", "z"), ("\x1bOP", "?")])
def test_a_key_that_means_nothing_is_said_so(desk: Desk, key: str, said: str) -> None:
    """The question stays open, and no control character reaches the screen."""
    shown = play(desk, "loss.mse.gradient", key, "a", "enter")
    assert f"no such key: {said} (? lists them)" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("width", [80, 40])
def test_all_keys_stand_one_below_the_other(desk: Desk, width: int) -> None:
    """Also in a narrow window, where their meanings are broken to the right of them."""
    lines = play(desk, "loss.mse.gradient", "?", "q", width=width).splitlines()
    keys = [*("a–f", "123"), *"hsmuleq"]
    assert [line[1:5].strip() for line in lines if line[1:5].strip() in keys] == keys
    assert max(map(cell_len, lines)) <= width


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (("σ(z)(1 − σ(z))",), "σ(z)(1 − σ(z))"),
        (("(a +", "b)/2"), "(a + b)/2"),
        (("x + ", "y"), "x + y"),
        (("x \\", "· y"), "x \\ · y"),
        (("(a", ""), "(a"),
    ],
    ids=["one-line", "open-bracket", "operator", "backslash", "given-up"],
)
def test_a_formula_goes_on_while_it_is_unfinished(lines: tuple[str, ...], read: str) -> None:
    """An open bracket, an operator or a backslash at the end asks for another line."""
    sitting = object.__new__(Sitting)
    sitting.keys = Pressed(*lines)
    assert sitting._formula() == read
