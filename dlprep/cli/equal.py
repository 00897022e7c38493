"""`dlprep equal A B`: are two formulas equal?"""

from __future__ import annotations

import json as json_lines
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer import _click as click  # typer 0.28 carries its own click
from typer.core import TyperCommand

from dlprep import formula
from dlprep.cli.words import as_lang, language, say
from dlprep.model.message import DlprepError, ExitCode, Place, fault
from dlprep.model.text import Lang, encodable
from dlprep.view.equal import judged_json, judged_lines, unread_json

if TYPE_CHECKING:
    from dlprep.formula import Judged, Table

_VALUED = frozenset(("--symbols", "--assume", "--batch", "--lang"))
_PLAIN = frozenset(("--json", "--help", "-h"))


class Formulas(TyperCommand):
    """Takes what begins with a dash and is no option for a formula, as in `-log p`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        options, formulas, rest = [], [], list(args)
        while rest:
            each = rest.pop(0)
            if each in _VALUED:
                options += [each, *rest[:1]]
                rest = rest[1:]
            elif each in _PLAIN or each.partition("=")[0] in _VALUED or _is_misspelt(each):
                options.append(each)
            elif each != "--":
                formulas.append(each)
        return super().parse_args(ctx, [*options, "--", *formulas])


def _is_misspelt(word: str) -> bool:
    return word.startswith("--") and word[2:].isalpha()


app = typer.Typer(help=say("equal.help"), add_completion=False, rich_markup_mode=None)


@app.command(cls=Formulas, help=say("equal.help"), epilog=say("equal.epilog"))
def equal(
    a: Annotated[str | None, typer.Argument(metavar="A", help=say("equal.a-help"))] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help=say("equal.b-help"))] = None,
    *,
    symbols: Annotated[
        Path | None, typer.Option("--symbols", help=say("equal.symbols-help"))
    ] = None,
    assume: Annotated[
        list[str] | None, typer.Option("--assume", help=say("equal.assume-help"))
    ] = None,
    batch: Annotated[Path | None, typer.Option("--batch", help=say("equal.batch-help"))] = None,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    spoken = as_lang(lang) or language()
    declared = _table(symbols) if symbols else formula.table(free=True)
    if batch is not None:
        return _batch(batch, declared, assume or [], spoken)
    if a is None or b is None:
        raise fault("equal.two-formulas")
    judged = formula.judge_pair(encodable(a), encodable(b), declared, assume or [])
    if json:
        _print(judged_json(judged, spoken))
    else:
        sys.stdout.write("".join(f"{line}\n" for line in judged_lines(judged, spoken)))
    return _exit_code(judged)


def _exit_code(judged: Judged) -> int:
    match judged.answer:
        case "equal":
            return ExitCode.OK
        case "unread":
            return ExitCode.USAGE
        case _:
            return ExitCode.WRONG


def _batch(path: Path, declared: Table, assume: list[str], lang: Lang) -> int:
    """One JSON object a row, in order; the exit code is the worst of theirs."""
    worst = 0
    for number, row in _rows(path):
        try:
            judged = _judged_row(row, declared, assume)
        except DlprepError as wrong:
            _print(unread_json(wrong.messages[0], lang, line=number))
            worst = ExitCode.USAGE
            continue
        _print(judged_json(judged, lang))
        worst = max(worst, _exit_code(judged))
    return worst


def _rows(path: Path) -> Iterator[tuple[int, object]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as why:
        raise fault("equal.no-file", file=str(path), why=why) from None
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, json_lines.loads(line)
            except (ValueError, RecursionError):
                yield number, None


def _judged_row(row: object, declared: Table, assume: list[str]) -> Judged:
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in ("a", "b")):
        raise fault("equal.bad-row")
    own = row.get("assume") or []
    supposed = [own] if isinstance(own, str) else [str(each) for each in own]
    symbols = formula.symbols_from(row["symbols"]) if row.get("symbols") else None
    known = formula.table(symbols, free=True) if symbols else declared
    return formula.judge_pair(encodable(row["a"]), encodable(row["b"]), known, [*assume, *supposed])


def _table(path: Path) -> Table:
    try:
        declared = json_lines.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as why:
        raise fault("equal.no-file", file=str(path), why=why) from None
    try:
        return formula.table(formula.symbols_from(declared))
    except DlprepError as wrong:
        message = wrong.messages[0]
        raise fault(message.code, place=Place(str(path)), **dict(message.values)) from None


def _print(what: object) -> None:
    sys.stdout.write(json_lines.dumps(what, ensure_ascii=False) + "\n")
