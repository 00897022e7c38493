"""An examination: what of dlprep works on this machine, what does not, and why."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from dlprep.bank.index import Bank
from dlprep.check.court import MOST, Brief, Court
from dlprep.model.health import Finding
from dlprep.model.message import DlprepError, Message
from dlprep.model.sitting import Timed
from dlprep.sandbox.limits import Limits
from dlprep.store.store import Store

ROOM = 50 << 20  # bytes that progress and index may need
MIB = 1 << 20

State = Literal["fine", "note", "fault"]


def _finding(about: str, state: State, code: str, **values: object) -> Finding:
    return Finding(about=about, state=state, said=Message(f"doctor.{code}", values))


def programs() -> Iterator[Finding]:
    """Python and the packages that matter, without importing one."""
    yield _finding("python", "fine", "python", version=sys.version.split()[0], path=sys.executable)
    try:
        yield _finding("numpy", "fine", "numpy", version=version("numpy"))
    except PackageNotFoundError:
        yield _finding("numpy", "fault", "numpy-missing")
    if find_spec("torch") is None:
        yield _finding("torch", "note", "torch-missing")
    else:
        yield _finding("torch", "fine", "torch", version=version("torch"))


def isolation() -> Iterator[Finding]:
    """The level that a real check reaches here, and what keeps it from more."""
    if not hasattr(os, "fork"):
        yield _finding("isolation", "fault", "no-fork", system=sys.platform)
        return
    level = _level_reached()
    yield _finding("isolation", "fine" if level == "L3" else "note", f"level-{level}")
    if level != "L3":
        yield from _missing()


def _level_reached() -> str:
    court = Court()
    try:
        court.ask(Brief("doctor.py", b"import numpy\n", ()), Limits(start_s=30), seed=0)
        return court.answer().isolation
    finally:
        court.close()


def _missing() -> Iterator[Finding]:
    from dlprep.sandbox.offers import offers  # noqa: PLC0415 - only where something is missing

    found = offers()
    if os.environ.get(MOST):
        yield _finding("isolation", "note", "capped", name=MOST, value=os.environ[MOST])
    if not found.namespaces:
        yield _finding("isolation", "note", "no-namespaces", kernel=found.kernel)
    if not found.landlock:
        yield _finding("isolation", "note", "no-landlock", kernel=found.kernel)
    if not found.filters:
        yield _finding("isolation", "note", "no-filters", kernel=found.kernel)


def questions(bank: Bank, cache: Path) -> Iterator[Finding]:
    """The bank: how much there is, what is broken, whether its index can be kept."""
    items = sum(count.items for count in bank.leaf_counts().values())
    place = str(bank.roots.questions)
    yield _finding("bank", "fine" if items else "fault", "bank", items=items, path=place)
    if faults := bank.faults:
        yield _finding("bank", "fault", "bank-faults", count=len(faults), first=faults[0])
    kept = any(cache.glob("bank-*.sqlite3"))
    yield _finding("index", "fine" if kept else "note", "index" if kept else "no-index", path=cache)


def progress(database: Path) -> Iterator[Finding]:
    """The file with all a person has done, and the room around it."""
    if database.exists():
        yield _database(database)
    else:
        yield _finding("progress", "fine", "no-progress", path=database)
    folder = next(each for each in database.parents if each.exists())
    free = shutil.disk_usage(folder).free
    state: State = "fine" if free > ROOM else "fault"
    yield _finding("space", state, "space" if free > ROOM else "no-space", mib=free // MIB)


def clocks(open_ones: Sequence[Timed], boot: str) -> Iterator[Finding]:
    """The clocks of exercises that are being worked on: forgotten ones, files that have gone, and
    whether this machine tells one start from another (`boot`)."""
    for timed in open_ones:
        sitting = timed.sitting
        name = sitting.exercise.removeprefix("code.")
        if timed.worked.capped:
            yield _finding("clock", "note", "clock-forgotten", id=name)
        elif not Path(sitting.file).is_file():
            yield _finding("clock", "note", "clock-no-file", id=name, path=sitting.file)
        else:
            yield _finding("clock", "fine", f"clock-{sitting.state}", id=name)
    if not open_ones:
        yield _finding("clock", "fine", "no-clock")
    if not boot:
        yield _finding("clock", "note", "no-boot")


def _database(database: Path) -> Finding:
    try:
        with Store.open(database) as store:
            damage = store.damage()
            count = sum(1 for _ in store.events())
    except DlprepError as problem:
        return Finding(about="progress", state="fault", said=problem.messages[0])
    if damage:
        return _finding("progress", "fault", "damaged", path=database, what=damage[0])
    return _finding("progress", "fine", "progress", path=database, count=count)
