"""Objects that outlive a call and are handed out themselves."""

from __future__ import annotations

import pytest

from dlprep.check.source.lasting import handed_out

DEFAULTS = "DEFAULTS = {'lr': 0.1}\n"


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        pytest.param("return DEFAULTS", "return DEFAULTS.copy()", id="returned"),
        pytest.param("c = c or DEFAULTS", "c = c or DEFAULTS.copy()", id="a default"),
        pytest.param(
            "c = DEFAULTS if c is None else c",
            "c = DEFAULTS.copy() if c is None else c",
            id="a choice",
        ),
    ],
)
def test_the_object_itself_is_told_with_its_line(body: str, mended: str) -> None:
    source = f"{DEFAULTS}def f(c):\n    {body}\n    return c\n".encode()
    (found,) = handed_out(source)
    assert (found.line, found.name, found.mended) == (3, "DEFAULTS", mended)


@pytest.mark.parametrize(
    "body",
    ["c = {**DEFAULTS, **c}", "c = dict(DEFAULTS)", "c = DEFAULTS.copy()", "c = DEFAULTS['lr']"],
)
def test_a_copy_or_an_entry_is_not_the_object(body: str) -> None:
    assert not [*handed_out(f"{DEFAULTS}def f(c):\n    {body}\n    return c\n".encode())]


def test_what_is_no_python_hands_out_nothing() -> None:
    assert not [*handed_out(b"def f(:")]
