"""`dlprep quiz`: be asked questions."""

# Annotations are values here, not text: Typer would compile each text four times.
import random
import re
import sys
from dataclasses import replace
from typing import Annotated

import typer

from dlprep.bank.select import Filter
from dlprep.cli import offers
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.message import Message, fault
from dlprep.model.text import encodable
from dlprep.practice.quiz import ASKED_KINDS, Quiz, Wish
from dlprep.view.messages import words

NUMBER = 10
_DIFFICULTY = re.compile(r"([1-5])(?:[-–]([1-5]))?")

app = typer.Typer(help=say("quiz.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("quiz.help"), epilog=say("quiz.epilog"))
def quiz(
    *,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", "-t", help=say("quiz.topic-help"), autocompletion=offers.topics),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", help=say("quiz.kind-help"), autocompletion=offers.kinds),
    ] = None,
    difficulty: Annotated[
        str, typer.Option("--difficulty", "-d", help=say("quiz.difficulty-help"))
    ] = "1-5",
    marked: Annotated[bool, typer.Option("--marked", help=say("quiz.marked-help"))] = False,
    number: Annotated[
        int, typer.Option("--number", "-n", min=1, max=1000, help=say("quiz.number-help"))
    ] = NUMBER,
    seed: Annotated[int | None, typer.Option("--seed", help=say("quiz.seed-help"))] = None,
    resume: Annotated[bool, typer.Option("--resume", "-r", help=say("quiz.resume-help"))] = False,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("quiz.json-help"))] = False,
) -> None:
    wanted = Filter(
        tuple(map(encodable, topic or ())), _kinds(kind or []), _difficulties(difficulty)
    )
    desk = open_desk(lang, bank)
    if marked:
        wanted = replace(wanted, items=_marked(desk))
    drawn = random.randrange(2**31) if seed is None else seed
    desk.tell_faults()
    opened = _open(desk, Wish(wanted=wanted, number=number, seed=drawn), resume=resume)
    if json:
        from dlprep.cli.quiz_json import Protocol  # noqa: PLC0415 - one of two ways to be asked

        Protocol(opened, desk.lang, sys.stdin, sys.stdout).run()
    else:
        from dlprep.cli.quiz_screen import Sitting  # noqa: PLC0415

        Sitting(opened, desk).run()


def _open(desk: Desk, wish: Wish, *, resume: bool) -> Quiz:
    if resume:
        if (found := Quiz.resume(desk.bank, desk.store, desk.moment)) is not None:
            return found
        desk.talk.print(words(Message("quiz.nothing-to-resume"), desk.lang))
    return Quiz.begin(desk.bank, desk.store, desk.moment, wish)


def _marked(desk: Desk) -> frozenset[str]:
    """The marked questions; a mistake's flashcard may be marked too, and is none."""
    asked = Filter(kinds=ASKED_KINDS)
    marked = frozenset(desk.bank.headers(desk.store.marked(), asked))
    if not marked:
        raise fault("quiz.nothing-marked")
    return marked


def _kinds(asked: list[str]) -> frozenset[str]:
    """The kinds asked for, or all; `a,b` is as good as twice the option."""
    kinds = [each.strip() for one in asked for each in one.split(",") if each.strip()]
    for each in kinds:
        if each in {"code", "torch"}:
            raise fault("quiz.code-kind")
        if each not in ASKED_KINDS:
            raise fault("quiz.no-such-kind", kind=each, known=sorted(ASKED_KINDS))
    return frozenset(kinds) or ASKED_KINDS


def _difficulties(text: str) -> frozenset[int]:
    """`2`, `1-3` or `1,4` as the set of difficulties; all five where nothing is left out."""
    found: set[int] = set()
    for part in text.split(","):
        match = _DIFFICULTY.fullmatch(part.strip())
        if match is None:
            raise fault("quiz.bad-difficulty", value=text)
        low, high = int(match[1]), int(match[2] or match[1])
        found |= set(range(low, high + 1))
    if not found:
        raise fault("quiz.bad-difficulty", value=text)
    return frozenset() if len(found) == 5 else frozenset(found)
