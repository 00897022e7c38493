"""Cards and log at size: first card, next card, an answer, statistics, rebuilding, export.

    python bench/memory.py [--cards 100000] [--events 1000000] [--rounds 5]

A synthetic bank and a log of that size are made first. The start is CPU time of the process,
beside the same with an empty log, in one run; everything else is CPU time inside one process, so
that a busy machine measures the same; the wall time stands in brackets. With the package `anki`
installed, its backend opens and exports a collection of as many cards beside it.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from start import HERE, cpu_and_memory

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.model.event import Event, Moment
from dlprep.practice.deck import Wishes
from dlprep.practice.exchange import rebuild
from dlprep.practice.flashcards import Flashcards
from dlprep.practice.stats import gather
from dlprep.store.ids import next_id
from dlprep.store.store import Store

TODAY = int(time.time() * 1000 - 4 * 3_600_000) // 86_400_000
YEARS = 1000  # days of work in the log
_OF_ALL = "limit=None, options=ExportAnkiPackageOptions(with_scheduling=True, legacy=True)"


def events(cards: list[str], count: int) -> Iterator[Event]:
    """Reviews of these cards over years, in order."""
    chance, last = random.Random(1), None
    for number in range(count):
        day = TODAY - YEARS + number * YEARS // count
        at_ms = day * 86_400_000 + 40_000_000
        last = next_id(at_ms, last, chance.randbytes)
        yield Event(
            id=last,
            seq=number + 1,
            device="bench",
            at_ms=at_ms,
            tz_min=0,
            day=day,
            kind="review",
            subject=cards[number % len(cards)],
            rating=chance.choice([1, 3, 3, 3, 3, 4]),
            ms=chance.randrange(3000, 20_000),
            source="card",
            payload={"rev": 1, "first": number < len(cards), "r": round(chance.random(), 4)},
        )


def timed(what: str, work: Callable[[], object], rounds: int = 1) -> None:
    cpu, wall = [], []
    for _ in range(rounds):
        begun, begun_cpu = time.perf_counter(), time.process_time()
        work()
        wall.append(1000 * (time.perf_counter() - begun))
        cpu.append(1000 * (time.process_time() - begun_cpu))
    shown = f"{statistics.median(cpu):>12.1f} ms CPU ({statistics.median(wall):.1f})"
    print(f"{what:<34}{shown}", flush=True)


def start(bank: Path, home: Path, rounds: int) -> float:
    command = [sys.executable, "-m", "dlprep", "flashcards", "--json", "--bank", str(bank)]
    runs = [cpu_and_memory(command, home) for _ in range(rounds)]
    print(f"{'  peak memory':<34}{statistics.median(m for _, m in runs):>12.1f} MB")
    return 1000 * statistics.median(seconds for seconds, _ in runs)


def export(bank: Path, home: Path, form: str) -> None:
    """Every card into a file, the whole process."""
    command = [sys.executable, "-m", "dlprep", "export", form, str(home / f"cards.{form}")]
    seconds, peak = cpu_and_memory([*command, "--bank", str(bank)], home)
    print(f"{f'export {form}':<34}{1000 * seconds:>12.1f} ms CPU {peak:>9.1f} MB", flush=True)


def anki(folder: Path, cards: int) -> None:
    """Open a collection and get the first card, and export it, with Anki's own backend."""
    from anki.collection import Collection  # noqa: PLC0415 - where it is installed

    path = str(folder / "collection.anki2")
    made = Collection(path)
    note_type = made.models.by_name("Basic")
    for number in range(cards):
        note = made.new_note(note_type)
        note.fields = [f"front {number}", "back"]
        made.add_note(note, 1)
    made.close()
    opened = f"from anki.collection import *; c = Collection({path!r}); "
    for what, code in (
        ("anki: start to first card", "assert c.sched.getCard()"),
        ("anki: export", f"c.export_anki_package(out_path={path + '.apkg'!r}, {_OF_ALL})"),
    ):
        command = [sys.executable, "-c", f"{opened}{code}; c.close()"]
        seconds, peak = cpu_and_memory(command, folder)
        print(f"{what:<34}{1000 * seconds:>12.1f} ms CPU {peak:>9.1f} MB", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), given.cards, given.events, given.rounds)


def measure(folder: Path, cards: int, count: int, rounds: int) -> None:
    making = [sys.executable, str(HERE / "synthetic_bank.py"), str(cards), str(folder / "bank")]
    subprocess.run(making, check=True)
    bank = Bank.open(find_roots(str(folder / "bank")), folder / "full" / "cache")
    names = {"card": "front", "choice": "choice", "numeric": "numeric"}
    ids = [f"{h.id}#{names[h.kind]}" for h in bank.all_headers() if h.kind in names]
    empty = folder / "empty"
    start(folder / "bank", empty, 1)  # compiles the index
    store = Store.open(folder / "full" / "data" / "progress.sqlite3")
    store.merge(events(ids, count))
    timed(f"rebuild of {count} events", lambda: rebuild(store))
    store.back_up(TODAY)
    without = start(folder / "bank", empty, rounds)
    start(folder / "bank", folder / "full", 1)
    with_log = start(folder / "bank", folder / "full", rounds)
    print(f"{'start to first card, empty log':<34}{without:>12.1f} ms CPU")
    print(f"{'start to first card, full log':<34}{with_log:>12.1f} ms CPU")
    moment = Moment(at_ms=TODAY * 86_400_000 + 50_000_000, tz_min=0, day=TODAY)
    session = Flashcards(bank, store, lambda: moment, Wishes())
    timed("next card", session._turn, 50)  # noqa: SLF001 - what follows an answer, alone
    timed("answer, and the next card", lambda: session.rate(3, 5000), 50)
    timed("statistics", lambda: gather(bank, store, TODAY), rounds)
    for form in ("csv", "anki"):
        export(folder / "bank", folder / "full", form)
    with suppress(ImportError):
        anki(folder, cards)


if __name__ == "__main__":
    main()
