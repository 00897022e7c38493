"""How the clock, a person's times and a running time look."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from rich.text import Text

from dlprep.model.catalog import CodeHeader
from dlprep.model.report import Pace
from dlprep.model.sitting import Sitting, State, Timed, Worked
from dlprep.view.code import (
    clock,
    duration,
    file_name,
    history_lines,
    listed_lines,
    near_path,
    pace_lines,
    ratio,
    result_lines,
    status_lines,
)
from dlprep.view.pen import Pen

MINUTE = 60_000
PEN = Pen("en", 80)


def timed(
    ms: int,
    *,
    state: State = "running",
    best_ms: int | None = None,
    worked: Worked | None = None,
    passed: int = 0,
) -> Timed:
    total = worked or Worked(ms=ms)
    sitting = Sitting(
        exercise="code.relu-fb",
        id="e",
        began_ms=0,
        file="/nowhere/relu_fb.py",
        state=state,
        worked=total,
        checks=2,
    )
    return Timed(sitting=sitting, worked=total, target_min=3, best_ms=best_ms, passed=passed)


def text(lines: Iterable[Text]) -> str:
    return "\n".join(line.plain for line in lines)


def test_an_id_in_the_list_is_never_cut() -> None:
    """It is what has to be typed; the stars and times move below it."""
    header = CodeHeader("code.label-smoothing-fb", "loss.mse", 2, 12, None, "code")
    wide = text(listed_lines(PEN, "MSE", [header], {}))
    narrow = text(listed_lines(Pen("en", 40), "MSE", [header], {}))
    assert wide.splitlines()[1].split() == ["label-smoothing-fb", "★★☆☆☆", "12", "min"]
    assert narrow.splitlines()[1:] == ["   label-smoothing-fb", "     ★★☆☆☆  12 min"]


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(0, "0:00"), (59_999, "0:59"), (2_290_400, "38:10"), (3_723_000, "1:02:03"), (-5, "0:00")],
)
def test_a_time_is_shown_as_by_a_stopwatch(ms: int, shown: str) -> None:
    """Hours only where there are some; a second counts when it is over."""
    assert clock(ms) == shown


@pytest.mark.parametrize(
    ("times", "shown"),
    [(0.0213, "0.021"), (0.96, "0.96"), (1.04, "1.0"), (9.97, "10"), (48.2, "48")],
)
def test_ratios_have_two_digits(times: float, shown: str) -> None:
    """More would be noise."""
    assert ratio(times) == shown


def test_running_times_have_the_unit_that_fits() -> None:
    """Milliseconds up to a second."""
    assert (duration(0.42), duration(12.3), duration(2500)) == ("0.42 ms", "12 ms", "2.5 s")


def test_used_and_left_add_up_to_the_target() -> None:
    """Whatever fraction of a second has gone."""
    shown = text(status_lines(PEN, timed(61_500), 0))
    assert "1:01 used · 1:59 left" in shown
    assert "relu_fb.py is not there any more" in shown
    assert "4:00 used · 1:00 over the target" in text(status_lines(PEN, timed(4 * MINUTE), 0))


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ({}, "2:00; the target is 3 min · your first · checks: 2"),
        ({"best_ms": 150_000, "passed": 1}, "a new best (it was 2:30)"),
        ({"best_ms": 100_000, "passed": 1}, "your best is 1:40"),
        ({"passed": 1}, "the target is 3 min · checks: 2"),
    ],
)
def test_a_time_is_told_beside_the_target_and_the_best(before: dict[str, int], said: str) -> None:
    """The first that may count is called so only where nothing passed before."""
    assert said in text(result_lines(PEN, timed(2 * MINUTE, state="passed", **before), 0))  # type: ignore[arg-type]


def test_a_doubtful_time_says_why() -> None:
    """Of an open clock with what to do about it; of one that has ended without."""
    capped = Worked(ms=180 * MINUTE, capped=True)
    running = text(status_lines(PEN, timed(0, worked=capped), 180 * MINUTE))
    assert "Forgotten? dlprep code stop relu-fb" in " ".join(running.split())
    ended = text(result_lines(PEN, timed(0, worked=capped, state="passed"), 180 * MINUTE))
    assert "only 3:00:00 of it count" in ended
    assert "Forgotten" not in ended
    guessed = Worked(ms=MINUTE, guessed=True)
    assert "was restarted meanwhile" in text(status_lines(PEN, timed(0, worked=guessed), 0))


def test_the_past_is_shown_latest_first_and_doubtful_times_are_marked() -> None:
    """The earliest of many are counted."""
    found = [timed(n * MINUTE, state="stopped").sitting for n in range(10)]
    found.append(timed(0, state="passed", worked=Worked(ms=MINUTE, guessed=True)).sitting)
    shown = text(history_lines(PEN, found)).splitlines()
    assert shown[0] == " Your sittings"
    assert "≈1:00  passed" in shown[1]
    assert "9:00  stopped" in shown[2]
    assert shown[-1] == " 3 earlier ones: --json"


def test_a_running_time_is_told_as_a_ratio() -> None:
    """To every form of the solution; what could not be measured says why."""
    pace = Pace(sizes={"N": 64, "C": 9}, yours_ms=3.0, references={"solution": 2.0, "loops": 90.0})
    assert text(pace_lines(PEN, pace)) == (
        " running time 3.0 ms (N=64, C=9) · 1.5 × the worked solution\n 0.033 × plain loops"
    )
    unequal = text(pace_lines(PEN, Pace(sizes={"N": 64}, trouble="unequal")))
    assert "does not give what the solution gives" in " ".join(unequal.split())
    assert list(pace_lines(PEN, None)) == []


def test_a_file_is_named_as_seen_from_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without what a terminal would obey; by its whole name where it lies elsewhere."""
    monkeypatch.chdir(tmp_path)
    assert near_path(tmp_path / "a.py") == Path("a.py")
    assert file_name(tmp_path / "\x1b[31m.py") == "\\x1b[31m.py"
    assert near_path(Path("/elsewhere/a.py")) == Path("/elsewhere/a.py")
