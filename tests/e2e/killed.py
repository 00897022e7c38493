"""dlprep killed at any moment: what it acknowledged is in the log, and the caches are its replay.

A `Habit` is how one command is used. `bench/kill.py` goes through hundreds of rounds of each,
the suite through some.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Any

from warm import Dlprep

from dlprep.memory.replay import KINDS, replay
from dlprep.model.event import EventKind
from dlprep.store.store import Store

Told = dict[str, Any]

CARD = """
- id: {leaf}.n{n}
  kind: card
  topic: n{n}
  difficulty: 1
  frequency: 2
  prompt: {{zh: 问 {n}, en: ask {n}}}
  answer: {{zh: 答 {n}, en: answer {n}}}
  explanation: {{zh: 因, en: why}}
"""
QUIZ_BANK = Path(__file__).parents[1] / "data" / "quiz_bank"
ANSWERS = {
    "loss.mse.gradient": "doubled",
    "loss.mse.which": ["square", "absolute"],
    "optim.gd-sgd.step": 0.5,
    "optim.gd-sgd.shape": "2, 3",
    "nn.backprop.why": "it computes everything once",
    "nn.backprop.front": "f'(g) g'",
}
WRONG = {"loss.mse.gradient": "no-mean", "optim.gd-sgd.step": 7}
RELU = """import numpy as np


def relu_forward(x):
    return np.maximum(x, 0), x


def relu_backward(dout, cache):
    return dout * (cache {sign} 0)
"""
_BEYOND = 1.4  # times what a command takes: some come to their end


@dataclass(frozen=True, kw_only=True)
class Habit:
    """How a command is used: what is said to each line it tells, and which event a line
    acknowledges. A command that `waits` for no such line acknowledges what it did by ending.

    `kinds` are the events it acknowledges; the kill comes up to `span` seconds after one to
    `waits` acknowledgements, and up to somewhat longer than the command takes where it waits for
    none.
    """

    arguments: Callable[[random.Random], tuple[str, ...]]
    kinds: frozenset[EventKind]
    environ: dict[str, str] = field(default_factory=dict)
    waits: int = 0
    span: float = 0.0
    reply: Callable[[Told, random.Random], Told | None] = lambda told, chance: None
    acknowledged: Callable[[Told], str | None] = lambda told: None


def flashcards(home: Path, leaves: int = 20) -> Habit:
    """Grades, and now and then another command, on a bank of 100 cards a leaf."""
    for leaf in (f"loss.l{n}" for n in range(leaves)):
        file = home / "bank" / "questions" / f"{leaf.replace('.', '/')}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        cards = "".join(CARD.format(leaf=leaf, n=n) for n in range(100))
        file.write_text(f"leaf: {leaf}\nitems:{cards}", encoding="utf-8")

    def reply(told: Told, chance: random.Random) -> Told | None:
        if told["type"] == "saved" and told["kind"] != "mark":
            return None  # a card follows
        if told["type"] == "card" and chance.random() < 0.2:
            return {"command": chance.choice(["undo", "bury", "suspend", "mark"])}
        return {"rating": chance.randint(1, 4)}

    return Habit(
        arguments=lambda chance: ("flashcards", "--json", "--new", "20"),
        kinds=frozenset({"review", "bury", "suspend", "undo", "mark"}),
        span=0.01,
        waits=4,
        reply=reply,
        acknowledged=lambda told: told.get("event") if told["type"] == "saved" else None,
        environ={"DLPREP_BANK": str(home / "bank")},
    )


def quiz(home: Path) -> Habit:
    """Right and wrong answers to all kinds of questions."""

    def reply(told: Told, chance: random.Random) -> Told | None:
        if told["type"] != "question":
            return None
        right = ANSWERS[told["id"]]
        return {"answer": WRONG.get(told["id"], right) if chance.random() < 0.3 else right}

    return Habit(
        arguments=lambda chance: ("quiz", "--json"),
        kinds=frozenset({"answer"}),
        span=0.004,
        waits=5,
        reply=reply,
        acknowledged=lambda told: told.get("event") if told["type"] == "verdict" else None,
        environ={"DLPREP_BANK": str(QUIZ_BANK)},
    )


def check(home: Path) -> Habit:
    """A right file and a wrong one in turn."""
    files = {sign: home / f"relu{number}.py" for number, sign in enumerate("><")}
    for sign, file in files.items():
        file.write_text(RELU.format(sign=sign), encoding="utf-8")
    return Habit(
        arguments=lambda chance: ("check", str(files[chance.choice("><")]), "--json"),
        kinds=frozenset({"check"}),
    )


def code(home: Path) -> Habit:
    """A clock begun, paused, resumed, stopped, taken back, and a right file handed in: each
    command turns it once."""
    file = home / "relu.py"
    file.write_text(RELU.format(sign=">"), encoding="utf-8")

    def arguments(chance: random.Random) -> tuple[str, ...]:
        command = chance.choice(_turns(home))
        more = ("relu-fb", str(file), "--keep", "--anew") if command == "start" else ()
        return ("code", command, *more)

    return Habit(arguments=arguments, kinds=frozenset({"clock", "undo"}))


def _turns(home: Path) -> tuple[str, ...]:
    """The commands that turn the clock once, by how it stands."""
    log = home / "data" / "progress.sqlite3"
    if not log.exists():
        return ("start",)
    with Store.open(log) as store:
        last = store.last({"clock"})
    match last and last.payload["action"]:
        case "start" | "resume":
            return ("start", "pause", "stop", "undo", "submit", "submit")
        case "pause":
            return ("resume", "stop", "undo", "submit")
        case "stop":
            return ("start", "resume", "undo")
    return ("start",)


HABITS: dict[str, Callable[[Path], Habit]] = {
    "flashcards": flashcards,
    "quiz": quiz,
    "check": check,
    "code": code,
}


def go_through(home: Path, habit: Habit, rounds: int, seed: int) -> Iterator[int]:
    """Round after round on one log, each proved at once; gives the events stored so far.

    Acknowledged ≤ stored ≤ acknowledged + 1, and every cache is what replay of the log gives.
    """
    chance = random.Random(seed)
    _one_round(home, habit, chance, None)  # makes the index
    begun = time.perf_counter()
    _one_round(home, habit, chance, None)
    span = habit.span or _BEYOND * (time.perf_counter() - begun)
    stored = _stored(home, habit)
    for _ in range(rounds):
        before, begun = len(stored), time.perf_counter()
        acknowledged = _one_round(home, habit, chance, chance.uniform(0, span))
        if not habit.span:  # kills lie around the end, where it writes, however busy the machine
            span = _BEYOND * (time.perf_counter() - begun) if acknowledged else 1.05 * span
        stored = _stored(home, habit)
        new = stored[before:]
        assert new[: len(acknowledged)] == acknowledged or not habit.waits
        assert len(acknowledged) <= len(new) <= len(acknowledged) + 1
        yield len(stored)


def _one_round(home: Path, habit: Habit, chance: random.Random, delay: float | None) -> list[str]:
    """Use the command, killed `delay` seconds after some acknowledgements; what it acknowledged."""
    environ = {"DLPREP_HOME": str(home), "DLPREP_LANG": "en"} | habit.environ
    waits = chance.randint(1, habit.waits) if habit.waits else 0
    events: list[str] = []
    with Dlprep(*habit.arguments(chance), environ=environ) as process:
        killer = Timer(delay or 0.0, process.kill if delay is not None else lambda: None)
        if not waits:
            killer.start()
        while (line := process.read()).endswith("\n"):
            told = json.loads(line) if waits else {}
            if waits and (event := habit.acknowledged(told)) is not None:
                events.append(event)
                if len(events) == waits:
                    killer.start()
            if waits and (said := habit.reply(told, chance)) is not None:
                process.write(json.dumps(said))
        killer.cancel()
        ended = process.wait() >= 0
    return ["ended"] if ended and not waits else events


def _stored(home: Path, habit: Habit) -> list[str]:
    with Store.open(home / "data" / "progress.sqlite3") as store:
        assert caches_equal_replay(store)
        return [event.id for event in store.events(habit.kinds)]


def caches_equal_replay(store: Store) -> bool:
    """Whether what is kept beside the log is what the log gives."""
    kept = _caches(store)
    store.rebuild(replay(store.steps(KINDS)).values())
    return kept == _caches(store)


def _caches(store: Store) -> tuple[object, ...]:
    by_day = store.day_stats(0, 10**6), store.recall_stats(0), store.time_stats(0)
    return store.cards(), store.item_stats(), by_day
