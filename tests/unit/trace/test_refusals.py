"""What cannot be traced is refused with its name and its line, never followed wrongly."""

from __future__ import annotations

import pytest
from programs import inputs, source, traced

from dlprep.trace.load import Refusal, refusal
from dlprep.trace.tape import MOST_OPERATIONS, UntraceableError


def refused(body: str) -> Refusal:
    """The refusal; the body starts at line 5 of the program."""
    with pytest.raises((UntraceableError, Exception)) as caught:
        traced(source(body), inputs())
    return refusal(caught.value, "program.py")


@pytest.mark.parametrize(
    ("body", "what", "line"),
    [
        ("return np.linalg.inv(x @ x.T)", "np.linalg.inv", 5),
        ("y = x * 2\nreturn np.linalg.svd(y)", "np.linalg.svd", 6),
        ("return np.linalg.norm(x, 1)", "np.linalg.norm with ord=1", 5),
        ("return np.fft.fft(x)", "np.fft.fft", 5),
        ("return np.ma.masked_array(x, x > 0)", "np.ma.masked_array", 5),
        ("return np.median(x)", "np.median", 5),
        ("return np.quantile(x, 0.5)", "np.quantile", 5),
        ("return np.histogram(x)", "np.histogram", 5),
        ("return np.unique(x)", "np.unique", 5),
        ("return np.arctan2(x, 1)", "np.arctan2", 5),
        ("return x.view(np.int64)", "view", 5),
        ("return x + 1j", "complex", 5),
        ("return x.astype(complex)", "complex", 5),
        ("return math.gamma(x[0, 0])", "float", 5),
        ("def inner(a):\n    return np.linalg.det(a)\nreturn inner(x @ x.T)", "np.linalg.det", 6),
        (
            "try:\n    return np.linalg.det(x @ x.T)\nexcept Exception:\n    return 1.0",
            "np.linalg.det",
            6,
        ),
    ],
)
def test_the_function_and_the_line_are_named(body: str, what: str, line: int) -> None:
    """Also from inside a function of the program's own, and through its `except`."""
    assert refused(body) == Refusal(what, line)


def test_an_error_of_the_traced_run_is_a_reason_too() -> None:
    """Whatever the plain run does and the traced one cannot is said as it happened."""
    assert refused("return {1.0: 'a'}[x[0, 0]]").what.startswith("KeyError")


def test_too_many_operations() -> None:
    """A long loop ends with a reason instead of filling the memory."""
    found = refused("y = x[0, 0]\nfor _ in range(10**6):\n    y = y * 0.5 + x[0, 1]\nreturn y")
    assert found == Refusal(f"more than {MOST_OPERATIONS} operations", 7)
