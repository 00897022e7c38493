"""`dlprep derive`: a file or typed lines in, a sign for every line out."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from shipped import settled

from dlprep.cli import app as command_line
from dlprep.cli import words
from dlprep.cli.derive_screen import DeriveScreen
from dlprep.cli.desk import Desk
from dlprep.cli.home import Home
from dlprep.cli.terminal import Keys
from dlprep.model.message import ExitCode
from dlprep.model.text import Lang
from dlprep.practice.card_ids import mistake_card, whole
from dlprep.practice.derive import derivation
from dlprep.view.theme import console

ITEM = """\
leaf: loss.mse
items:
- id: der.half-square
  kind: derivation
  topic: gradient
  difficulty: 1
  frequency: 1
  minutes: 5
  symbols: [{name: w}, {name: x}, {name: t}]
  given: ["r = w·x − t", "L = ½·r²"]
  loss: L
  prompt: {zh: 推导 $∂L/∂w$。, en: Derive $∂L/∂w$.}
  goal: {zh: 用 $r$、$x$ 表示, en: 'in $r$, $x$'}
  answer: [∂L/∂w = r·x]
  steps:
  - {formula: ∂L/∂r = r, reason: {zh: 幂的导数, en: derivative of a power}}
  - {formula: ∂L/∂w = r·x, reason: {zh: 链式法则, en: chain rule}}
  hints: [{zh: 先求 $∂L/∂r$。, en: Find $∂L/∂r$ first.}]
  wrong: [{code: sign-flipped, formula: −r·x, why: {zh: 反了。, en: The sign is flipped.}}]
  explanation: {zh: 链式法则。, en: The chain rule.}
  references: ['Bishop 2006, Pattern Recognition']
"""


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path / "home"))
    monkeypatch.setenv("DLPREP_LANG", "en")
    words.language.cache_clear()


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    (folder / "loss").mkdir(parents=True)
    (folder / "loss" / "mse.yaml").write_text(ITEM, encoding="utf-8")
    return folder


def _run(bank: Path, *arguments: str) -> int:
    return command_line.run(["derive", *arguments, "--bank", str(bank)])


def _file(tmp_path: Path, *lines: str) -> str:
    path = tmp_path / "mine.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("lines", "code", "expected"),
    [
        (["# mine", "∂L/∂r = r", "", "$$∂L/∂w = r x$$"], ExitCode.OK, ("right", None)),
        (["∂L/∂r = 2r", "∂L/∂w = 2 r x"], ExitCode.WRONG, ("wrong", 1)),
        (["", "", "dw = -r*x"], ExitCode.WRONG, ("wrong", 3)),
        (["∂L/∂r = r"], ExitCode.WRONG, ("unfinished", None)),
        (["∂L/∂w = r·q"], ExitCode.USAGE, ("empty", None)),
    ],
    ids=["right", "wrong", "line-of-the-file", "unfinished", "nothing-read"],
)
def test_a_file_is_judged_line_by_line(  # noqa: PLR0917 - fixtures
    bank: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    lines: list[str],
    code: ExitCode,
    expected: tuple[str, int | None],
) -> None:
    """`first_wrong` counts the lines of the file, and the exit code says the verdict."""
    assert _run(bank, "half-square", _file(tmp_path, *lines), "--json") == code
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["first_wrong"]) == expected


def test_a_wrong_line_has_its_name(
    bank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A foreseen mistake is named with what its author says, in JSON and on the screen."""
    path = _file(tmp_path, "∂L/∂w = -r x")
    _run(bank, "der.half-square", path, "--json")
    (line,) = json.loads(capsys.readouterr().out)["lines"]
    assert (line["mistake"]["code"], line["why"]) == ("sign-flipped", "The sign is flipped.")
    _run(bank, "der.half-square", path)
    out = capsys.readouterr().out
    assert "first wrong line" in out
    assert "The sign is flipped." in out
    assert "✗ line 1 is the first wrong one" in out


def test_what_is_called_wrongly_is_told(
    bank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown id, a missing file and a file without formulas end in exit code 2."""
    assert _run(bank, "--show", "der.nowhere") == ExitCode.USAGE
    assert "there is no derivation `der.nowhere`" in capsys.readouterr().err
    assert _run(bank, "--show", "half") == ExitCode.USAGE
    assert "hint: near it: half-square" in capsys.readouterr().err
    assert _run(bank, "half-square", str(tmp_path / "none.md")) == ExitCode.USAGE
    assert "cannot read" in capsys.readouterr().err
    assert _run(bank, "half-square", _file(tmp_path, "# only a title")) == ExitCode.USAGE
    assert "no formula was found" in capsys.readouterr().err
    assert _run(bank, "half-square", "--hint", "2") == ExitCode.USAGE
    assert "there is no hint 2, only 1 of them" in capsys.readouterr().err


def test_the_list_the_worked_lines_and_the_hint(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without an id all are listed; `--show` and `--hint` show what the author wrote."""
    assert _run(bank) == ExitCode.OK
    assert "der.half-square" in capsys.readouterr().out
    assert _run(bank, "half-square", "--show") == ExitCode.OK
    shown = capsys.readouterr().out
    assert "∂L/∂w = r·x" in shown
    assert "chain rule" in shown
    assert _run(bank, "half-square", "--hint") == ExitCode.OK
    assert capsys.readouterr().out.strip() == "Find ∂L/∂r first."


def test_sympy_stands_beside_the_worked_lines(
    bank: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--sympy` adds what SymPy derives from what is given, and whether the answer is the same."""
    assert _run(bank, "half-square", "--sympy") == ExitCode.OK
    shown = capsys.readouterr().out
    assert "chain rule" in shown
    assert "∂L/∂w = x·(w·x − t)" in shown
    assert "✓ equal to ∂L/∂w = r·x" in shown
    assert _run(bank, "half-square", "--sympy", "--json") == ExitCode.OK
    (found,) = json.loads(capsys.readouterr().out)["sympy"]
    assert found["entries"] == [
        {"indices": {}, "place": [], "derivative": "x·(w·x − t)", "agrees": True}
    ]


class Typed(Keys):
    """Lines that were decided beforehand; "ctrl-c" interrupts."""

    def __init__(self, *lines: str) -> None:
        super().__init__(io.StringIO())
        self.lines = iter(lines)

    def read_line(self, prompt: str) -> str:
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        if line == "ctrl-c":
            raise KeyboardInterrupt
        return line


@pytest.fixture
def desk(tmp_path: Path, bank: Path) -> Iterator[Desk]:
    home = Home(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    made = Desk(home, "en", str(bank))
    yield made
    made.store.close()
    made.bank.close()


def _play(desk: Desk, *lines: str, lang: Lang = "en", width: int = 80) -> tuple[int, str]:
    screen = io.StringIO()
    desk.lang, desk.out = lang, console(screen)
    desk.out.width = width
    item = derivation(desk.bank, "half-square")
    return DeriveScreen(desk, item, keys=Typed(*lines)).run(), screen.getvalue()


def test_typed_lines_are_judged_as_they_come(desk: Desk) -> None:
    """The session ends by itself once the result is there, and is written to the log."""
    code, screen = _play(desk, "h", "∂L/∂r = \\", "r", "e 1", "∂L/∂r = r", "∂L/∂w = r x")
    assert code == ExitCode.OK
    assert "Find ∂L/∂r first." in screen
    assert "✓ right" in screen
    (answer,) = desk.store.events({"answer"}, "der.half-square")
    assert (answer.source, answer.payload["right"], answer.payload["hint"]) == (
        "derive",
        True,
        True,
    )
    (review,) = desk.store.events({"review"})
    assert review.rating == 2


def test_an_inference_typed_in_one_line_is_two_lines(desk: Desk) -> None:
    """Each side of the arrow has its own sign and can be mended by itself."""
    code, screen = _play(desk, "∂L/∂r = r ⇒ ∂L/∂w = −r x", "e 2", "∂L/∂w = r x")
    assert code == ExitCode.OK
    assert "✗" in screen


def test_a_wrong_line_can_be_mended(desk: Desk) -> None:
    """Undo and editing take back what was wrong; only how it ends is written down."""
    code, screen = _play(desk, "∂L/∂w = −r x", "u", "∂L/∂w = 2 r x", "e 1", "∂L/∂w = r x")
    assert code == ExitCode.OK
    assert "first wrong line" in screen
    assert [e.payload["right"] for e in desk.store.events({"answer"})] == [True]


def test_a_named_mistake_becomes_a_card(desk: Desk) -> None:
    """Ending with a wrong line makes the card of its mistake due."""
    code, _ = _play(desk, "∂L/∂w = −r x")
    assert code == ExitCode.WRONG
    subjects = {event.subject for event in desk.store.events({"review"})}
    assert subjects == {whole("der.half-square", "derivation"), mistake_card("sign-flipped")}


def test_what_was_typed_survives_an_interruption(desk: Desk) -> None:
    """Ctrl-C and q keep the draft; the next start goes on with it, and a finished one is gone."""
    with pytest.raises(KeyboardInterrupt):
        _play(desk, "∂L/∂r = r", "ctrl-c")
    code, screen = _play(desk, "q")
    assert code == ExitCode.OK
    assert "going on with your draft; lines so far: 1" in screen
    _play(desk, "∂L/∂w = r x")
    _, screen = _play(desk, "q")
    assert "your draft;" not in screen


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_narrow_window_holds_it(desk: Desk, lang: Lang) -> None:
    """Nothing is wider than fifty columns in either language."""
    _, screen = _play(desk, "?", "∂L/∂w = −r x", "h", "∂L/∂w = r q", "q", lang=lang, width=50)
    assert max(cell_len(line) for line in screen.splitlines()) <= 50
