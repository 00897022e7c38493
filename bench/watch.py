"""How long a file that was saved again waits for its new report: the resident judge of
`dlprep check --watch`, asked as the command asks it, on a right file and a wrong one.

    python bench/watch.py [rounds]
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from check import SOLUTION

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.check.court import Court
from dlprep.practice.check import Checking
from dlprep.sandbox.limits import Limits

PAUSE_S = 0.1  # nobody saves more often
FILES = {"right": SOLUTION, "wrong": SOLUTION.replace("dscores / n", "dscores")}


def main(rounds: int) -> None:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    court = Court()
    bank = Bank.open(find_roots(None), None)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "solution.py"
        for label, text in FILES.items():
            times = []
            for turn in range(rounds):
                time.sleep(PAUSE_S)
                file.write_text(text + f"# save {turn}\n", encoding="utf-8")
                start = time.perf_counter()
                (report,) = Checking([file], bank, court, Limits(), 1).reports()
                times.append(time.perf_counter() - start)
            (exercise,) = report.exercises
            assert (exercise.verdict == "passed") == (label == "right")
            median, most = statistics.median(times[1:]), max(times[1:])
            print(
                f"{label:6} isolation {report.isolation}   median {median * 1e3:5.1f} ms"
                f"   slowest {most * 1e3:5.1f} ms   first {times[0] * 1e3:5.1f} ms"
            )
    court.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
