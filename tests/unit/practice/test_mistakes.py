"""Which mistakes a person makes, as the log tells it."""

from __future__ import annotations

from collections.abc import Sequence

from dlprep.model.event import Event, EventKind, Json
from dlprep.model.mistakes import Habit
from dlprep.practice.mistakes import follow


def event(
    number: int,
    subject: str,
    *mistakes: str,
    kind: EventKind = "check",
    right: bool = False,
) -> Event:
    payload: dict[str, Json] = {"verdict": "passed" if right else "wrong", "mistakes": [*mistakes]}
    if kind == "answer":
        payload = {"right": right}
    return Event(
        id=f"{number:036}",
        seq=number,
        device="d",
        at_ms=number,
        tz_min=0,
        day=number,
        kind=kind,
        subject=subject,
        mistake=mistakes[0] if mistakes else None,
        payload=payload,
    )


def habit(events: Sequence[Event], code: str = "mean-missing") -> Habit:
    return follow(events)[code]


def test_checks_in_a_row_count_once() -> None:
    """Twenty checks of one file while the mistake stands in it are one mistake."""
    once = habit([event(n, "code.mse", "mean-missing") for n in range(1, 6)])
    assert (once.times, once.last_day, once.right) == (1, 5, 0)


def test_a_mistake_made_again_counts_again() -> None:
    """After a check without it, and in another exercise."""
    made = [
        event(1, "code.mse", "mean-missing"),
        event(2, "code.mse", "sign-flipped"),
        event(3, "code.mse", "mean-missing"),
        event(4, "code.bce", "mean-missing"),
    ]
    assert habit(made).times == 3
    assert habit(made).subject == "code.bce"
    assert habit(made, "sign-flipped").times == 1


def test_answers_count_beside_checks() -> None:
    """A wrong option with a name is the same mistake."""
    made = [
        event(1, "code.mse", "mean-missing"),
        event(2, "loss.mse.n", "mean-missing", kind="answer"),
        event(3, "loss.mse.n", kind="answer", right=True),
    ]
    assert (habit(made).times, habit(made).right) == (2, 1)


def test_it_fades_when_its_exercises_go_right() -> None:
    """Twice right since the last time; other exercises say nothing, and once more ends it."""
    made = [
        event(1, "code.mse", "mean-missing"),
        event(2, "code.mse", right=True),
        event(3, "code.relu", right=True),
    ]
    assert not habit(made).fading
    made.append(event(4, "code.mse", right=True))
    assert habit(made).fading
    made.append(event(5, "code.mse", "mean-missing"))
    assert (habit(made).times, habit(made).fading) == (2, False)


def test_a_check_that_fails_otherwise_is_not_right() -> None:
    """A crash neither counts as the mistake nor against it."""
    made = [event(1, "code.mse", "mean-missing"), event(2, "code.mse")]
    assert (habit(made).times, habit(made).right) == (1, 0)
