"""`dlprep bank`: check, browse and write questions."""

# Annotations are values here, not text: Typer would compile each text four times.
import json
import random
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from dlprep.answer.choice import shuffled
from dlprep.answer.numeric import draw, filled, shown
from dlprep.bank.codec import encode
from dlprep.bank.coverage import coverage as coverage_of
from dlprep.bank.json_schema import json_schema
from dlprep.bank.locate import NOT_ITEMS, item_files
from dlprep.bank.select import Filter
from dlprep.bank.template import id_of, new_item
from dlprep.cli import offers
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.usage import Group
from dlprep.cli.words import say
from dlprep.lint.clean import CleanFiles
from dlprep.lint.figures import figures_of
from dlprep.lint.run import lint as lint_files
from dlprep.lint.run import lint_registries
from dlprep.model.catalog import Header
from dlprep.model.event import Json
from dlprep.model.item import KINDS, Choice, Numeric
from dlprep.model.message import DlprepError, ExitCode, Message, Place, fault
from dlprep.model.session import Question
from dlprep.view import bank as view
from dlprep.view.figures import figures_json, figures_page
from dlprep.view.item import item_screen
from dlprep.view.messages import words

app = typer.Typer(
    cls=Group,
    help=say("bank.help"),
    epilog=say("bank.epilog"),
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
)

_KINDS = ", ".join(KINDS)
LangOption = Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))]
BankOption = Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))]
JsonOption = Annotated[bool, typer.Option("--json", help=say("app.json-help"))]
SeedOption = Annotated[int, typer.Option("--seed", help=say("bank.seed-help"))]


@app.callback()
def overview(ctx: typer.Context) -> None:
    if ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")


@app.command(help=say("bank.lint-help"), epilog=say("bank.lint-epilog"))
def lint(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help=say("bank.paths-help"))
    ] = None,
    *,
    changed: Annotated[bool, typer.Option("--changed", help=say("bank.changed-help"))] = False,
    seed: SeedOption = 0,
    bank: BankOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    files = _question_files(paths) if paths else item_files(desk.bank.roots)
    clean = CleanFiles(desk.bank, desk.home.cache)
    report = lint_files(
        desk.bank,
        files,
        clean=clean,
        only_changed=changed,
        seed=seed,
        progress=desk.progress("bank.linting"),
    )
    clean.save()
    report = replace(report, findings=(*lint_registries(desk.bank), *report.findings))
    if as_json:
        _print_json(view.lint_json(report))
    else:
        for finding in report.findings:
            desk.print_line(desk.out, view.finding_line(finding, desk.lang))
        desk.out.print(view.lint_summary(report, desk.lang))
    if report.faults:
        raise typer.Exit(ExitCode.WRONG)


def _question_files(paths: Sequence[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(each for each in path.rglob("*.yaml") if each.stem not in NOT_ITEMS)
        elif path.exists():
            files.append(path)
        else:
            raise fault("bank.no-such-path", place=Place(str(path)))
    if not files:
        raise fault("bank.no-files", place=Place(str(paths[0])))
    return files


@app.command(help=say("bank.coverage-help"), epilog=say("bank.coverage-epilog"))
def coverage(
    *,
    leaf: Annotated[
        str | None, typer.Option(help=say("bank.leaf-help"), autocompletion=offers.topics)
    ] = None,
    missing: Annotated[bool, typer.Option("--missing", help=say("bank.missing-help"))] = False,
    bank: BankOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    leaves = coverage_of(desk.bank, leaf or "")
    if not leaves:
        raise _no_such_leaf(desk, leaf or "")
    if missing:
        leaves = tuple(each for each in leaves if each.covered < each.planned)
    if as_json:
        _print_json(view.coverage_json(leaves))
        return
    if missing:
        for line in view.missing_lines(leaves, desk.lang):
            desk.out.print(line, soft_wrap=True)
        return
    draw_coverage = view.coverage_by_leaf if leaf else view.coverage_by_branch
    desk.out.print(draw_coverage(leaves, desk.lang))


@app.command(help=say("bank.figures-help"), epilog=say("bank.figures-epilog"))
def figures(
    *, bank: BankOption = None, lang: LangOption = None, as_json: JsonOption = False
) -> None:
    desk = open_desk(lang, bank)
    counted = figures_of(desk.bank)
    if as_json:
        _print_json(figures_json(counted))
    else:
        sys.stdout.write(figures_page(counted, desk.lang))


@app.command("list", help=say("bank.list-help"), epilog=say("bank.list-epilog"))
def list_items(
    *,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", "-t", help=say("bank.topic-help"), autocompletion=offers.topics),
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", "-k", help=say("bank.kind-help", kinds=_KINDS))
    ] = None,
    difficulty: Annotated[
        str | None, typer.Option("--difficulty", "-d", help=say("bank.difficulty-help"))
    ] = None,
    marked: Annotated[bool, typer.Option("--marked", help=say("quiz.marked-help"))] = False,
    bank: BankOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    wanted = Filter(tuple(topic or ()), _kinds(kind or ()), _difficulty(difficulty))
    headers = tuple(desk.bank.all_headers(wanted))
    if marked:
        items = desk.store.marked()
        headers = tuple(header for header in headers if header.id in items)
    _show_headers(desk, headers, as_json=as_json)


@app.command(help=say("bank.search-help"), epilog=say("bank.search-epilog"))
def search(
    text: Annotated[list[str], typer.Argument(metavar="WORD", help=say("bank.words-help"))],
    *,
    bank: BankOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    _show_headers(desk, desk.bank.search(" ".join(text)), as_json=as_json)


def _show_headers(desk: Desk, headers: Sequence[Header], *, as_json: bool) -> None:
    if as_json:
        _print_json(view.headers_json(headers))
    elif headers:
        prompts = desk.bank.prompts(header.id for header in headers)
        for line in view.header_lines(headers, prompts, desk.lang, desk.out.width):
            desk.out.print(line, no_wrap=True, overflow="ignore", crop=False)
    else:
        desk.talk.print(words(Message("bank.list-none"), desk.lang))


@app.command(help=say("bank.show-help"), epilog=say("bank.show-epilog"))
def show(
    item_id: Annotated[
        str, typer.Argument(metavar="ID", help=say("bank.id-help"), autocompletion=offers.items)
    ],
    *,
    no_key: Annotated[bool, typer.Option("--no-key", help=say("bank.no-key-help"))] = False,
    seed: SeedOption = 0,
    bank: BankOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    question, key = _question(desk, item_id, seed)
    if as_json:
        _print_json(_item_json(question, key, with_key=not no_key))
        return
    screen = item_screen(question, desk.lang, desk.out.width, key=None if no_key else key)
    desk.out.print(screen)


def _question(desk: Desk, item_id: str, seed: int) -> tuple[Question, tuple[str, ...]]:
    """The question with this seed's numbers and order, and the key of a numeric one."""
    exercise = f"code.{item_id}"  # its short name, by which all other commands call it
    item = desk.bank.get(item_id) or desk.bank.get(exercise) or desk.bank.item(item_id)
    rng = random.Random(seed)
    known = (desk.bank.convention(code) for code in item.conventions)
    conventions = tuple(each.text for each in known if each)
    key: tuple[str, ...] = ()
    if isinstance(item, Numeric):
        drawn = draw(item, rng)
        key = tuple(shown(value) for value in drawn.answer)
        item = filled(item, drawn)
    order = shuffled(item, rng) if isinstance(item, Choice) else ()
    title = desk.bank.leaf_title(item.leaf)
    return Question(item=item, title=title, conventions=conventions, order=order, seed=seed), key


_TOLD_AFTERWARDS = frozenset(
    {
        *("answer", "accepted", "wrong", "points", "misconceptions", "examples", "steps"),
        *("explanation", "hint", "hints", "common_mistake", "follow_up", "references"),
    }
)


def _item_json(question: Question, key: tuple[str, ...], *, with_key: bool) -> Json:
    item = question.item
    body = encode(item)
    assert isinstance(body, dict)
    shown_item: dict[str, Json] = {"schema": 1, "kind": item.kind, **body}
    if with_key:
        return shown_item | ({"key": list(key)} if key else {})
    kept = {name: value for name, value in shown_item.items() if name not in _TOLD_AFTERWARDS}
    if isinstance(item, Choice):
        options = {o.key: o for o in item.options}
        shuffled_options = [options[key] for key in question.order]
        kept["options"] = [{"key": o.key, "zh": o.zh, "en": o.en} for o in shuffled_options]
    return kept


@app.command(help=say("bank.new-help"), epilog=say("bank.new-epilog"))
def new(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=say("bank.new-kind-help", kinds=_KINDS))
    ],
    leaf: Annotated[str, typer.Argument(metavar="LEAF", help=say("bank.new-leaf-help"))],
    slug: Annotated[
        str, typer.Argument(metavar="SLUG", help=say("bank.slug-help"), show_default=False)
    ] = "my-question",
    *,
    out: Annotated[Path | None, typer.Option("--out", help=say("bank.out-help"))] = None,
    bank: BankOption = None,
    lang: LangOption = None,
    as_json: JsonOption = False,
) -> None:
    desk = open_desk(lang, bank)
    if kind not in KINDS:
        raise fault("bank.no-such-kind", kind=kind, kinds=list(KINDS))
    if leaf not in desk.bank.leaves():
        raise _no_such_leaf(desk, leaf)
    taken = desk.bank.place(id_of(kind, leaf, slug))
    if taken:
        raise fault("bank.id-taken", id=id_of(kind, leaf, slug), first=str(taken))
    made = new_item(out or desk.home.own_questions, kind, leaf, slug)
    if as_json:
        place = {"file": made.place.file, "line": made.place.line}
        _print_json({"schema": 1, "id": made.id, **place, "solution": made.solution})
        return
    if made.solution:
        desk.out.print(
            words(Message("bank.written-solution", {"file": made.solution}), desk.lang),
            soft_wrap=True,
        )
    written = Message("bank.written", {"where": made.place, "file": made.place.file})
    desk.out.print(words(written, desk.lang), soft_wrap=True)


@app.command(help=say("bank.schema-help"), epilog=say("bank.schema-epilog"))
def schema(*, as_json: JsonOption = False) -> None:  # noqa: ARG001 - it is JSON in any case
    _print_json(json_schema())


def _kinds(asked: Sequence[str]) -> frozenset[str]:
    named = (word.strip() for text in asked for word in text.split(","))
    kinds = frozenset(word for word in named if word)
    for kind in sorted(kinds - KINDS.keys()):
        raise fault("bank.no-such-kind", kind=kind, kinds=list(KINDS))
    return kinds


def _difficulty(text: str | None) -> frozenset[int]:
    """`2`, `1,2` or `1-3`."""
    levels: set[int] = set()
    for part in (text or "").split(",") if text else ():
        found = re.fullmatch(r"\s*([1-5])\s*(?:-\s*([1-5]))?\s*", part)
        if not found:
            raise fault("bank.bad-difficulty", text=text)
        levels |= set(range(int(found[1]), int(found[2] or found[1]) + 1))
    return frozenset(levels)


def _no_such_leaf(desk: Desk, leaf: str) -> DlprepError:
    near = desk.bank.near_topics([leaf])
    return fault("bank.no-such-leaf" if near else "bank.no-leaf", leaf=leaf, near=near)


def _print_json(value: Json) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
