"""The second half of `dlprep check`: wait for the reports, show what is asked for, remember."""

from __future__ import annotations

from collections.abc import Sequence

from dlprep.check.court import Court
from dlprep.cli.check_screen import Screen
from dlprep.cli.desk import Desk
from dlprep.cli.patience import patiently
from dlprep.model.hint import Help
from dlprep.model.message import DlprepError, ExitCode
from dlprep.model.value import dataclass
from dlprep.practice.check import Checking, exit_code
from dlprep.practice.record import record
from dlprep.practice.unexplained import keep_unexplained
from dlprep.store.unnamed import UnnamedFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person wants to see; a `hint` of 0 is the next one."""

    hint: int | None
    solution: bool
    give_up: bool
    mapped: bool
    explained: bool
    as_json: bool


def conclude(desk: Desk, court: Court, checking: Checking, wish: Wish) -> ExitCode:
    """Raises the faults of files that could not be checked, once the others are done with."""
    _ = desk.store, desk.out  # made ready while the judge is at work
    reports = patiently(desk, checking)
    court.dismiss()
    screen = Screen(desk, checking, reports, as_json=wish.as_json)
    moment = desk.moment()

    def keep(helped: Sequence[Help]) -> None:
        record(desk.store, moment, reports, helped, revs=checking.revs)

    # Kept first, shown then: what a person has seen is never lost.
    if wish.hint is not None:
        screen.hint(wish.hint or None, keep)
    elif wish.solution or wish.give_up:
        screen.solutions(keep, give_up=wish.give_up)
    else:
        keep([])
        screen.report(mapped=wish.mapped, explained=wish.explained)
    kept = UnnamedFiles(desk.home.unnamed)
    if functions := keep_unexplained(kept, moment, checking, reports):
        screen.talk("mistakes.kept", functions=functions, folder=kept.folder)
    if checking.faults:
        raise DlprepError(*checking.faults)
    return exit_code(reports)
