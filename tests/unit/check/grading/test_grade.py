"""What is said of a call that gave nothing to compare."""

from __future__ import annotations

import pytest

from dlprep.check.grading.grade import _failed
from dlprep.check.running.runs import StepRun


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        pytest.param(
            "unsupported operand type(s) for -: 'Value' and 'float'",
            "check.lacks",
            {"type": "Value", "sign": "-"},
            id="on the left",
        ),
        pytest.param(
            "unsupported operand type(s) for /: 'int' and 'Value'",
            "check.lacks-right",
            {"type": "Value", "sign": "/", "left": "int"},
            id="on the right",
        ),
        pytest.param(
            "unsupported operand type(s) for +: 'NoneType' and 'float'",
            "check.raised",
            {"type": "TypeError"},
            id="no class of the file",
        ),
    ],
)
def test_an_operation_that_a_class_lacks_is_named(
    text: str, code: str, values: dict[str, object]
) -> None:
    """Python's own words leave open whose fault it is."""
    told = {"type": "TypeError", "text": text, "line": 3}
    verdict, message = _failed(StepRun("crash", told=told))
    assert (verdict, message.code) == ("crash", code)
    assert values.items() <= message.values.items()
