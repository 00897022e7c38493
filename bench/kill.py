"""Kill commands at random moments, by the hundred, and prove after each that nothing is lost.

    python bench/kill.py [flashcards quiz check code] [--rounds 500] [--seed 1]

Each command works on a log of its own, one round after the other. After every SIGKILL the events
in the log are those that were acknowledged, or one more, and all caches equal replay of the log.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "e2e"))

from killed import HABITS, go_through


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commands", nargs="*", metavar="command", help=", ".join(HABITS))
    parser.add_argument("--rounds", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if unknown := set(given.commands) - set(HABITS):
        parser.error(f"no such command: {', '.join(unknown)}")
    for command in given.commands or HABITS:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as name:
            habit = HABITS[command](Path(name))
            stored = list(go_through(Path(name), habit, given.rounds, given.seed))
        seconds = time.monotonic() - begun
        print(
            f"{command:<12}{len(stored):>6} kills {stored[-1]:>6} events, none lost"
            f"{seconds:>8.0f} s",
            flush=True,
        )


if __name__ == "__main__":
    main()
