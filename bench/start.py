"""First quiz question: CPU time and peak memory, beside a bare start of Typer and Rich.

    python bench/start.py [--rounds 15]

Everything is measured in one run, alternating, and printed as ratios of medians:
the first question against `python -c "import typer, rich.console"` (budget 1.4), 100,000
items against 1,000 (budget 1.2), peak memory of the quiz (budget 60 MB).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
BARE = [sys.executable, "-c", "import typer, rich.console"]
QUIZ = [sys.executable, "-m", "dlprep", "quiz", "--json", "--number", "1", "--seed", "1"]


MEASURE = """
import json, os, subprocess, sys
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
code = os.waitstatus_to_exitcode(status)
print(json.dumps([code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss]))
"""


def cpu_and_memory(command: list[str], home: Path) -> tuple[float, float]:
    """CPU seconds and peak resident megabytes of one run, as its parent measures them.

    The parent is a small process made for it: Linux counts what a parent holds into the peak of
    its child.
    """
    environ = {**os.environ, "DLPREP_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules are part of a normal start
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", MEASURE, *command],
        env=environ,
        stdout=subprocess.PIPE,
        check=True,
    )
    code, seconds, peak = json.loads(done.stdout)
    if code:
        raise SystemExit(f"{command} ended with {code}")
    return seconds, peak * (1 if sys.platform == "darwin" else 1024) / 1e6


def synthetic(folder: Path, items: int) -> list[str]:
    """A bank of that many items, made by bench/synthetic_bank.py."""
    target = folder / f"bank-{items}"
    subprocess.run(
        [sys.executable, str(HERE / "synthetic_bank.py"), str(items), str(target)], check=True
    )
    return ["--bank", str(target)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commands = {
            "bare typer + rich": BARE,
            "quiz, shipped bank": QUIZ,
            "quiz, 1,000 items": [*QUIZ, *synthetic(folder, 1_000)],
            "quiz, 100,000 items": [*QUIZ, *synthetic(folder, 100_000)],
        }
        samples: dict[str, list[tuple[float, float]]] = {label: [] for label in commands}
        for label, command in commands.items():  # the first run compiles bank and bytecode
            cpu_and_memory(command, folder / f"home {label}")
        for _ in range(rounds):
            for label, command in commands.items():
                samples[label].append(cpu_and_memory(command, folder / f"home {label}"))
    report(samples)


def report(samples: dict[str, list[tuple[float, float]]]) -> None:
    """One line a command: median CPU, ratio to the bare start, peak memory."""
    cpu = {label: statistics.median(c for c, _ in runs) for label, runs in samples.items()}
    bare = cpu["bare typer + rich"]
    for label, runs in samples.items():
        memory = max(m for _, m in runs)
        ratio = cpu[label] / bare
        print(f"{label:<22} {cpu[label] * 1e3:7.1f} ms CPU  × {ratio:4.2f}  {memory:6.1f} MB")
    growth = cpu["quiz, 100,000 items"] / cpu["quiz, 1,000 items"]
    print(f"100,000 items against 1,000: × {growth:.2f}")


if __name__ == "__main__":
    main()
