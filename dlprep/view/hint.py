"""A hint on the screen, and the worked solution."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from dlprep.model.hint import Fix, Hint
from dlprep.view.pen import Pen
from dlprep.view.printable import one_line


def hint_lines(
    pen: Pen, hint: Hint, *, keyed: bool = False, earned: bool = False
) -> Iterator[Text]:
    """Its number, what it says, and how to get another where no key does that; the worked
    solution is `earned` where the exercise passes."""
    yield pen.paragraph(pen.say("hint.title", number=hint.number, of=hint.of), "bold")
    if isinstance(hint.said, Fix):
        yield from _fix(pen, hint.said)
    else:
        yield pen.paragraph(hint.said.in_(pen.lang), indent=3)
    if not keyed:
        last = "hint.last-earned" if earned else "hint.last"
        more = "hint.next" if hint.number < hint.of else last
        yield pen.paragraph(pen.say(more), "dim")


def _fix(pen: Pen, fix: Fix) -> Iterator[Text]:
    if fix.where is not None:
        yield pen.paragraph(pen.said(fix.where), indent=3)
        yield from _code(pen, fix.right, "✓")
        return
    if fix.line is not None:
        code = "hint.one-line" if fix.right else "hint.line-too-much"
        yield pen.paragraph(pen.say(code, line=fix.line), indent=3)
        yield from _code(pen, fix.wrong, "✗")
        yield from _code(pen, fix.right, "✓")
        if fix.alike:
            yield pen.paragraph(pen.say("hint.alike", lines=fix.alike), indent=3)
        return
    yield pen.paragraph(pen.say("hint.solution-line"), indent=3)
    yield from _code(pen, fix.right, "✓")
    missing = "hint.with-mistake" if fix.wrong else "hint.line-missing"
    yield pen.paragraph(pen.say(missing), indent=3)
    yield from _code(pen, fix.wrong, "✗")


def _code(pen: Pen, code: str, sign: str) -> Iterator[Text]:
    style = "right" if sign == "✓" else "wrong"
    for line in code.splitlines():
        text = Text(one_line(line.expandtabs(4)), "code")
        yield pen.paragraph(text, style, indent=3, hanging=f"{sign} │ ")


def highlighted(code: str, *, light: bool) -> Text:
    """Python in the terminal's own colours, on a light background in bold and italics; its lines
    are whole, so that they can be copied. Only a terminal pays for the import."""
    from rich.syntax import Syntax  # noqa: PLC0415 - 60 ms of Pygments

    theme = "bw" if light else "ansi_dark"
    drawn = Syntax(code, "python", theme=theme, background_color="default").highlight(code)
    drawn.rstrip()
    return drawn
