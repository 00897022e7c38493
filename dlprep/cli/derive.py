"""`dlprep derive`: a result derived line by line, typed or from a file."""

from __future__ import annotations

import json as json_lines
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import _click as click  # typer 0.28 carries its own click
from typer.core import TyperCommand

from dlprep.cli import offers
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.item import Derivation
from dlprep.model.message import ExitCode, fault
from dlprep.model.text import Text, encodable
from dlprep.practice import derive as practice

if TYPE_CHECKING:
    from dlprep.model.derivation import JudgedDerivation
    from dlprep.view.pen import Pen

app = typer.Typer(help=say("derive.help"), add_completion=False, rich_markup_mode=None)
NEXT = 0  # `--hint` without a number asks for the first one


class DeriveCommand(TyperCommand):
    """`--hint` may stand without a number."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, _with_number(args))


def _with_number(args: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for here, following in zip(args, [*args[1:], ""], strict=False):
        filled += [here, str(NEXT)] if here == "--hint" and not following.isdecimal() else [here]
    return filled


@app.command(cls=DeriveCommand, help=say("derive.help"), epilog=say("derive.epilog"))
def derive(
    item_id: Annotated[
        str | None,
        typer.Argument(metavar="ID", help=say("derive.id-help"), autocompletion=offers.derivations),
    ] = None,
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help=say("derive.file-help"))
    ] = None,
    *,
    show: Annotated[bool, typer.Option("--show", help=say("derive.show-help"))] = False,
    sympy: Annotated[bool, typer.Option("--sympy", help=say("derive.sympy-help"))] = False,
    hint: Annotated[
        int | None, typer.Option("--hint", min=NEXT, metavar="[N]", help=say("derive.hint-help"))
    ] = None,
    anew: Annotated[bool, typer.Option("--anew", help=say("derive.anew-help"))] = False,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    desk = open_desk(lang, bank)
    if item_id is None:
        return _list(desk, json=json)
    item = practice.derivation(desk.bank, encodable(item_id))
    if show or sympy:
        return _show(desk, item, sympy=sympy, json=json)
    if hint is not None:
        return _hint(desk, item, max(hint, 1))
    if file is None and desk.interactive:
        from dlprep.cli.derive_screen import DeriveScreen  # noqa: PLC0415 - files need none of it

        return DeriveScreen(desk, item, anew=anew).run()
    return _judge(desk, item, _text(file or Path("-")), json=json)


def _pen(desk: Desk) -> Pen:
    from dlprep.view.pen import Pen  # noqa: PLC0415 - Rich

    return Pen(desk.lang, desk.out.width)


def _list(desk: Desk, *, json: bool) -> int:
    found = practice.listed(desk.bank)
    if json:
        rows = [header._asdict() for each in found for header in each.headers]
        typer.echo(json_lines.dumps({"schema": 1, "derivations": rows}, ensure_ascii=False))
        return ExitCode.OK
    from dlprep.view import derive as view  # noqa: PLC0415 - Rich

    pen = _pen(desk)
    for each in found:
        title = desk.bank.leaf_title(each.leaf).in_(desk.lang)
        desk.show(view.listed_lines(title, each.headers, pen))
    desk.show([pen.paragraph(pen.say("derive.listed" if found else "derive.none"), "dim")])
    return ExitCode.OK


def _show(desk: Desk, item: Derivation, *, sympy: bool, json: bool) -> int:
    from dlprep.view import derive as view  # noqa: PLC0415 - Rich

    witnesses = practice.by_sympy(item) if sympy else ()
    if json:
        shown = view.worked_json(item, desk.lang) | (view.sympy_json(witnesses) if sympy else {})
        typer.echo(json_lines.dumps(shown, ensure_ascii=False))
        return ExitCode.OK
    pen = _pen(desk)
    desk.show([*view.question_lines(item, pen), *view.worked_lines(item, pen)])
    if sympy:
        desk.show(view.sympy_lines(witnesses, pen))
    desk.show([pen.paragraph(item.explanation.in_(desk.lang))])
    return ExitCode.OK


def _hint(desk: Desk, item: Derivation, number: int) -> int:
    if number > len(item.hints):
        raise fault("derive.no-hint", number=number, count=len(item.hints))
    desk.show([_pen(desk).paragraph(item.hints[number - 1].in_(desk.lang))])
    return ExitCode.OK


def _text(path: Path) -> str:
    try:
        if path == Path("-"):
            return encodable(sys.stdin.read())
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as why:
        raise fault("derive.no-file", file=str(path), why=why) from None


def _judge(desk: Desk, item: Derivation, text: str, *, json: bool) -> int:
    result = practice.judge_text(item, text)
    if not result.lines:
        raise fault("derive.no-formula")
    names = mistake_names(desk, result)
    if result.ending != "empty":
        practice.record(desk.store, desk.moment(), item, result)
    from dlprep.view import derive as view  # noqa: PLC0415 - Rich

    if json:
        typer.echo(
            json_lines.dumps(view.derivation_json(result, desk.lang, names), ensure_ascii=False)
        )
        return exit_code(result)
    pen = _pen(desk)
    for line in result.lines:
        desk.show(view.line_lines(line, pen, names.get(line.mistake or "")))
    desk.show([view.ending_line(result, pen)])
    return exit_code(result)


def mistake_names(desk: Desk, result: JudgedDerivation) -> dict[str, Text]:
    """The names of the mistakes in words."""
    codes = {line.mistake for line in result.lines if line.mistake}
    found = ((code, desk.bank.mistake(code)) for code in codes)
    return {code: mistake.name for code, mistake in found if mistake is not None}


def exit_code(result: JudgedDerivation) -> int:
    match result.ending:
        case "right":
            return ExitCode.OK
        case "empty":
            return ExitCode.USAGE
        case _:
            return ExitCode.WRONG
