"""Which functions are still as they were given out."""

from __future__ import annotations

import ast

import pytest

from dlprep.check.source.unfinished import is_unfinished
from dlprep.model.exercise import Step
from dlprep.model.message import Message
from dlprep.model.report import CaseResult, OutputResult
from dlprep.model.text import Text


def told(source: str, *wrong: str, gives: tuple[str, ...] = ("loss", "dW")) -> bool:
    """Whether a function with these wrong outputs is unfinished."""
    (function,) = ast.parse(source).body
    outputs = tuple(OutputResult(name=each, verdict="wrong") for each in wrong)
    case = CaseResult(label=Text("一", "one"), verdict="wrong", outputs=outputs)
    return is_unfinished(function, [Step(call="f", gives=gives)], [case])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("pass", id="nothing"),
        pytest.param('"""What it does."""\n    ...', id="a docstring"),
        pytest.param("loss, dW = None, None\n    return loss, dW", id="None"),
        pytest.param("loss = 0.0\n    dW = np.zeros(W.shape)\n    return loss, dW", id="zeros"),
        pytest.param("return None", id="None for all"),
        pytest.param("return list(), dict()", id="nothing in a list"),
        pytest.param(
            "loss = dW = None\n    dW = dW.astype(W.dtype)\n    return loss, dW", id="handed on"
        ),
        pytest.param(
            "loss, dW = 0, None\n    if W:\n        pass\n    config = {}\n"
            "    config['v'] = W + 1\n    return loss, dW",
            id="only what is not returned is made",
        ),
    ],
)
def test_what_makes_none_of_its_results_is_unfinished(body: str) -> None:
    assert told(f"def f(W):\n    {body}\n", "loss", "dW")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("loss = 0.0\n    dW = W * 2\n    return loss, dW", id="a value"),
        pytest.param("dW = np.zeros(3)\n    dW[0] = 1\n    return W, dW", id="an entry"),
        pytest.param("dW = np.zeros(3)\n    dW += W\n    return 0, dW", id="a sum"),
        pytest.param("dW = np.zeros(3)\n    np.add.at(dW, 0, 1)\n    return 0, dW", id="in place"),
        pytest.param("out = []\n    out.append(W)\n    return 0, out", id="a list that grows"),
        pytest.param("return W, W", id="what it was given"),
        pytest.param("loss = W.sum()", id="a forgotten return"),
        pytest.param("return 0, list(W * 2)", id="a list of something"),
        pytest.param("return 0, dict(W=W)", id="a dictionary of something"),
    ],
)
def test_what_makes_something_is_wrong_and_not_unfinished(body: str) -> None:
    assert not told(f"def f(W):\n    {body}\n", "dW")


def test_half_of_a_function_is_unfinished_where_a_pass_waits_for_the_rest() -> None:
    """Only where what is there is right; without the `pass` a gradient of zeros is wrong."""
    half = (
        "def f(W):\n    dW = np.zeros(W.shape)\n    loss = W.sum()\n    pass\n    return loss, dW\n"
    )
    assert told(half, "dW")
    assert not told(half, "loss", "dW")
    assert not told(half.replace("    pass\n", ""), "dW")


def test_a_cache_need_not_be_made() -> None:
    """What is not compared does not count."""
    made = "def f(x):\n    out, cache = None, (x, 1)\n    return out, cache\n"
    assert told(made, "out", gives=("out", "$cache"))
    assert not told(
        "def f(x):\n    out = x + 1\n    return out, None\n", "out", gives=("out", "$c")
    )


def test_a_function_that_does_not_take_its_arguments_is_wrong_and_not_unfinished() -> None:
    """An error before its first line is of the call, whatever the function returns."""
    (function,) = ast.parse("def f():\n    return 0\n").body
    said = Message("check.raised-somewhere", {"type": "TypeError", "text": "f() takes 0 …"})
    case = CaseResult(label=Text("一", "one"), verdict="crash", message=said)
    assert not is_unfinished(function, [Step(call="f", gives=("loss",))], [case])
