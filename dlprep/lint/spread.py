"""Work spread over the processors, in processes forked from this one, the longest first."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import active_children, get_context
from typing import Any, TypeVar

Done = TypeVar("Done")
WORTH_S = 0.5  # seconds of work for which a second process is started
_work: list[Callable[[int], Any]] = []  # what a forked process does


def spread(work: Callable[[int], Done], seconds: Sequence[float]) -> Generator[tuple[int, Done]]:
    """`work(n)` for each n with about how long it takes, in the order in which it gets done.

    What `work` returns is pickled, `work` itself is not. It must use no open database. Where
    processes cannot be forked, or all but the longest is soon done, all is done here.
    """
    order = sorted(range(len(seconds)), key=lambda n: -seconds[n])
    workers = min(_processors(), len(order))
    if workers < 2 or sum(seconds) - max(seconds) < WORTH_S:
        yield from ((n, work(n)) for n in order)
        return
    pool = ProcessPoolExecutor(workers, get_context("fork"), _begin, (work,))
    try:
        asked = {pool.submit(_at_work, n): n for n in order}
        for done in as_completed(asked):
            yield asked[done], done.result()
    except BaseException:
        for process in active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _processors() -> int:
    """How many this process may use: one where forking is not safe."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _begin(work: Callable[[int], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # ends at once, and the first process says so
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # NumPy, loaded later, leaves the others their core
    _work.append(work)


def _at_work(n: int) -> Any:
    return _work[-1](n)
