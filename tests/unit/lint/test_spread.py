"""Work is spread over processes, and what comes of it is the same as if it were not."""

from __future__ import annotations

import os
from multiprocessing import active_children
from pathlib import Path

import pytest
from banks import RULED, item_file, open_bank

from dlprep.lint import run, spread
from dlprep.lint.clean import CleanFiles
from dlprep.view.bank import finding_line

if not hasattr(os, "fork"):
    pytest.skip("processes cannot be forked here", allow_module_level=True)


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spread, "_processors", lambda: 2)


def test_long_work_is_done_in_other_processes() -> None:
    """Every task is done once, away from here, by a function that need not be pickled."""
    done = dict(spread.spread(lambda n: (n * n, os.getpid()), [1.0, 2.0, 3.0]))
    assert {n: square for n, (square, _) in done.items()} == {0: 0, 1: 1, 2: 4}
    assert os.getpid() not in {where for _, where in done.values()}
    assert active_children() == []


def test_the_longest_is_done_first_and_short_work_here() -> None:
    """One long task beside short ones is worth no second process."""
    done = list(spread.spread(lambda n: os.getpid(), [0.1, 9.0, 0.2]))
    assert done == [(1, os.getpid()), (2, os.getpid()), (0, os.getpid())]


def test_what_a_task_raises_is_raised_here() -> None:
    """Nothing is left running then."""
    with pytest.raises(ZeroDivisionError, match="division by zero"):
        list(spread.spread(lambda n: 1 / n, [2.0, 2.0, 2.0]))
    assert active_children() == []


def test_whoever_stops_listening_ends_the_work() -> None:
    """An interruption leaves no process behind."""
    work = spread.spread(lambda n: n, [2.0] * 9)
    next(work)
    work.close()
    assert active_children() == []


def test_lint_finds_the_same_however_it_is_spread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Findings come in the order of the files and of the lines in them."""
    weak = RULED.replace("zh: 陡方向的梯度互相抵消", "zh: 梯度互相抵消")
    files = {name: item_file(weak.replace("mse.why", f"{name}.why")) for name in ("a", "b", "c")}
    bank = open_bank(tmp_path, **files)
    paths = [tmp_path / "questions" / "loss" / f"{name}.yaml" for name in files]

    def said() -> list[str]:
        report = run.lint(bank, paths, clean=CleanFiles(bank, None))
        return [finding_line(each, "en").plain for each in report.findings]

    monkeypatch.setattr(spread, "WORTH_S", 0.0)
    apart = said()
    monkeypatch.setattr(spread, "WORTH_S", 9.0)
    assert apart == said()
    assert len(apart) >= len(files)
