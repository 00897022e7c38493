"""`dlprep check FILE…`: judge files, name the mistakes, remember what came of it."""

# Annotations are values here, not text: Typer would compile each text four times, 10 ms a check.
import random
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from typer import _click as click  # typer 0.28 carries its own click
from typer.core import TyperCommand

from dlprep.check.court import Court
from dlprep.cli.desk import Desk, open_desk
from dlprep.cli.words import say
from dlprep.model.message import fault
from dlprep.practice.check import Checking
from dlprep.sandbox.limits import Limits

LARGEST_SEED = 2**31 - 1
SHORT_SEEDS = 10_000  # of those drawn here, so that a person can type one again
LOADING_S = 2.0  # beyond the limit of a case: imports take a moment
USUAL_S = Limits().case_s
NEXT = 0  # `--hint` without a number

HintNumber = Annotated[
    int | None, typer.Option("--hint", min=NEXT, metavar="[N]", help=say("check.hint-help"))
]
ExerciseId = Annotated[str | None, typer.Option("--as", metavar="NAME", help=say("check.as-help"))]
Seed = Annotated[
    int | None, typer.Option("--seed", min=0, max=LARGEST_SEED, help=say("check.seed-help"))
]
Seconds = Annotated[
    float, typer.Option("--timeout", min=0.1, max=600, help=say("check.timeout-help"))
]

app = typer.Typer(help=say("check.help"), add_completion=False, rich_markup_mode=None)


class CheckCommand(TyperCommand):
    """`--hint` may stand without a number, also before a file's name."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, with_hint_number(args))


def with_hint_number(args: Sequence[str]) -> list[str]:
    """The arguments with a number after every `--hint`.

    >>> with_hint_number(["--hint", "a.py"])
    ['--hint', '0', 'a.py']
    """
    filled: list[str] = []
    for here, following in zip(args, [*args[1:], ""], strict=False):
        filled.append(here)
        if here == "--hint" and not following.isdecimal():
            filled.append(str(NEXT))
    return filled


@app.command(cls=CheckCommand, help=say("check.help"), epilog=say("check.epilog"))
def check(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=say("check.files-help"))],
    *,
    mapped: Annotated[bool, typer.Option("--map", help=say("check.map-help"))] = False,
    watch: Annotated[bool, typer.Option("--watch", help=say("check.watch-help"))] = False,
    explain: Annotated[bool, typer.Option("--explain", help=say("check.explain-help"))] = False,
    hint: HintNumber = None,
    quick: Annotated[bool, typer.Option("--quick", help=say("check.quick-help"))] = False,
    solution: Annotated[bool, typer.Option("--solution", help=say("check.solution-help"))] = False,
    give_up: Annotated[bool, typer.Option("--give-up", help=say("check.give-up-help"))] = False,
    judged_as: ExerciseId = None,
    seed: Seed = None,
    timeout: Seconds = USUAL_S,
    lang: Annotated[str | None, typer.Option("--lang", help=say("app.lang-help"))] = None,
    bank: Annotated[str | None, typer.Option("--bank", help=say("app.bank-help"))] = None,
    json: Annotated[bool, typer.Option("--json", help=say("app.json-help"))] = False,
) -> int:
    desk = open_desk(lang, bank)
    limits = Limits(case_s=timeout, start_s=timeout + LOADING_S)
    court = ctx.obj or Court(explains=explain or watch)
    ctx.call_on_close(court.close)

    start = partial(Checking, files, desk.bank, court, limits, chosen=judged_as, quick=quick)
    start = partial(start, mapped=mapped, explained=explain, hinted=hint is not None)
    drawn = _drawn_seed() if seed is None else seed
    if watch:
        _refuse_with_watch(hint=hint is not None, solution=solution, give_up=give_up)
        start = partial(start, mapped=True)  # a key draws it
        return _watched(desk, files, start, drawn, mapped=mapped, explained=explain, as_json=json)
    checking = start(drawn)
    from dlprep.cli.checked import Wish, conclude  # noqa: PLC0415 - while the judge works

    wish = Wish(
        hint=hint,
        solution=solution,
        give_up=give_up,
        mapped=mapped,
        explained=explain,
        as_json=json,
    )
    return conclude(desk, court, checking, wish)


def _refuse_with_watch(**options: bool) -> None:
    """What is shown once has no place beside a report that comes again with every save."""
    for name, given in options.items():
        if given:
            raise fault("watch.not-with", option=f"--{name.replace('_', '-')}")


def _watched(
    desk: Desk,
    files: Sequence[Path],
    start: Callable[..., Checking],
    seed: int,
    *,
    mapped: bool,
    explained: bool,
    as_json: bool,
) -> int:
    if Path("-") in files:
        raise fault("watch.no-stdin")
    from dlprep.cli.watch import Watch  # noqa: PLC0415 - a single check needs none of it

    watched = Watch(desk, files, start, (seed, _drawn_seed), as_json=as_json)
    return watched.run(mapped=mapped, explained=explained)


def _drawn_seed() -> int:
    return random.SystemRandom().randrange(SHORT_SEEDS)
