"""`dlprep today`: the session that follows the plan: cards, then questions, then what to write."""

# Annotations are values here, not text: Typer would compile each text four times.
import json as json_text
import random
import sys
from typing import Annotated

import typer

from dlprep.bank.select import Filter
from dlprep.cli.card_screen import CardScreen
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.plan import Agenda
from dlprep.practice.deck import Wishes
from dlprep.practice.flashcards import Flashcards
from dlprep.practice.quiz import ASKED_KINDS, Quiz, Wish
from dlprep.practice.today import Today
from dlprep.view.pen import Pen
from dlprep.view.today import agenda_json, agenda_lines

app = typer.Typer(help=say("today.help"), add_completion=False, rich_markup_mode=None)


@app.command(help=say("today.help"), epilog=say("today.epilog"))
def today(
    *,
    minutes: Annotated[
        int | None, typer.Option("--minutes", "-m", min=1, max=960, help=say("today.minutes-help"))
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("today.json-help"))] = False,
) -> None:
    desk = open_desk(lang, bank)
    agenda = Today(desk.bank, desk.store, desk.moment().day).agenda(minutes)
    if json:
        sys.stdout.write(json_text.dumps(agenda_json(agenda), ensure_ascii=False, indent=2) + "\n")
        return
    desk.tell_faults()
    pen = Pen(desk.lang, desk.out.width)
    desk.show(agenda_lines(pen, agenda))
    if _cards(desk, agenda) and _questions(desk, pen, agenda):
        _writing(desk, pen, agenda)


def _cards(desk: Desk, agenda: Agenda) -> bool:
    """Hold the cards; whether the person saw them all."""
    if not agenda.cards:
        return True
    session = Flashcards(desk.bank, desk.store, desk.moment, Wishes(cards=agenda.cards))
    CardScreen(desk, session).run()
    return session.current is None


def _questions(desk: Desk, pen: Pen, agenda: Agenda) -> bool:
    """Ask the questions; whether the person answered or skipped them all."""
    from dlprep.cli.quiz_screen import Sitting  # noqa: PLC0415 - only after the cards

    topics = agenda.plan.topics if agenda.plan else ()
    kinds = ASKED_KINDS - {"derivation", "card"}
    wish = Wish(
        wanted=Filter(topics=topics, kinds=kinds), number=agenda.quiz, seed=random.randrange(2**31)
    )
    desk.show([pen.paragraph(pen.say("today.now-quiz", n=agenda.quiz), "accent")])
    quiz = Quiz.begin(desk.bank, desk.store, desk.moment, wish)
    Sitting(quiz, desk).run()
    return quiz.question() is None


def _writing(desk: Desk, pen: Pen, agenda: Agenda) -> None:
    """What is left for today is written by hand."""
    if agenda.derivation:
        command = f"`dlprep derive {agenda.derivation}`"
        desk.show([pen.paragraph(pen.say("today.then", what=command))])
    if agenda.exercise:
        command = f"`dlprep code start {agenda.exercise.removeprefix('code.')}`"
        desk.show([pen.paragraph(pen.say("today.then", what=command))])
