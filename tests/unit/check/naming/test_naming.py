"""How a wrong program gets its name: written mistakes, pairs, edits, the learner's own line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from dlprep.bank.load import load_items
from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.facts import Pair, facts
from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.naming import diagnose
from dlprep.check.naming.budget import TRIES, Clock
from dlprep.check.prove import Trusted
from dlprep.check.running.draw import draw_cases
from dlprep.check.running.program import Program
from dlprep.model.exercise import Case, Draw, Function, Step
from dlprep.model.item import Code, Tolerance
from dlprep.model.message import Message
from dlprep.model.report import ExerciseReport, FunctionReport
from dlprep.model.text import Text
from dlprep.view.messages import words

ROOT = Path(__file__).parents[4]
SOLUTION = '''
"""A linear layer with a penalty on the weights."""
import numpy as np


def forward(x, w, b):
    """out = x·w + b."""
    out = x @ w + b
    # mistake bias-missing: out = x @ w
    # convention transposed instead of plain: out = x @ w.T + b
    return out, (x, w, b)


def backward(dout, cache, reg):
    """Gradients of x and w."""
    x, w, b = cache
    n = x.shape[0]
    dx = dout @ w.T / n
    # mistake mean-missing: dx = dout @ w.T
    # mistake transpose-missing: dx = dout @ w / n
    # convention transposed instead of plain: dx = dout @ w / n
    dw = x.T @ dout / n + reg * w
    # mistake penalty-missing: dw = x.T @ dout / n
    # mistake sum-for-mean: dw = x.T @ dout + reg * w
    db = np.sum(dout, axis=0)
    # mistake last-only: db = dout[-1]
    return dx, dw, db
'''
OTHER = """
import numpy as np


def forward(x, w, b):
    out = np.einsum("nd,dm->nm", x, w)
    out = out + b
    return out, (x, w, b)


def backward(dout, cache, reg):
    x, w, b = cache
    count = len(x)
    dx = np.einsum("nm,dm->nd", dout, w)
    dx = dx / count
    dw = np.zeros_like(w)
    db = np.zeros_like(b)
    for i in range(count):
        dw += np.outer(x[i], dout[i]) / count
        db += dout[i]
    dw = dw + reg * w
    return dx, dw, db
"""
SIZES = [
    {"N": 3, "D": 5, "M": 4},
    {"N": 7, "D": 3, "M": 5},
    {"N": 4, "D": 4, "M": 4},
    {"N": 5, "D": 5, "M": 3},
]


def exercise() -> Code:
    """The layer on three cases."""
    cases = tuple(Case(label=Text(str(each), str(each)), sizes=each) for each in SIZES)
    return Code(
        id="code.linear",
        leaf="nn.mlp",
        topic="linear",
        difficulty=1,
        frequency=1,
        prompt=Text("题", "task"),
        explanation=Text("因", "why"),
        minutes=5,
        functions=(Function(name="forward"), Function(name="backward")),
        inputs={
            "x": Draw(draw="normal", shape=("N", "D")),
            "w": Draw(draw="normal", shape=("D", "M")),
            "b": Draw(draw="normal", shape=("M",)),
            "dout": Draw(draw="normal", shape=("N", "M")),
            "reg": Draw(draw="value", value=0.3),
        },
        script=(
            Step(call="forward", args=("x", "w", "b"), gives=("out", "$cache")),
            Step(call="backward", args=("dout", "$cache", "reg"), gives=("dx", "dw", "db")),
        ),
        cases=cases,
    )


def judged(folder: Path, *swaps: tuple[str, str]) -> ExerciseReport:
    """The report on the other program with some pieces of text replaced."""
    path = folder / "linear.py"
    path.write_text(SOLUTION, encoding="utf-8")
    source = OTHER
    for old, new in swaps:
        assert old in source
        source = source.replace(old, new, 1)
    task = Task(exercise(), path, {"forward": "forward", "backward": "backward"})
    return Trying(Material(task, seed=3), Trusted(Program(source, "answer.py"))).report()


def backward(folder: Path, *swaps: tuple[str, str]) -> FunctionReport:
    return judged(folder, *swaps).functions[1]


def test_the_other_program_is_right(tmp_path: Path) -> None:
    """Structure does not matter."""
    assert judged(tmp_path).verdict == "passed"


def test_two_written_mistakes_at_once_are_a_pair(tmp_path: Path) -> None:
    """Both stand in one line of the solution's form or apart; each has the outputs it changes."""
    found = backward(tmp_path, ("dx = dx / count", "pass"), ("db += dout[i]", "db = dout[i]"))
    assert [(each.code, each.output, each.source) for each in found.mistakes] == [
        ("mean-missing", "dx", "pair"),
        ("last-only", "db", "pair"),
    ]


def test_an_edit_of_the_solution_is_told_as_an_effect(tmp_path: Path) -> None:
    """Nobody has written this mistake down; the words are of the solution's formula."""
    (found,) = backward(tmp_path, ("dw + reg * w", "dw - reg * w")).mistakes
    assert (found.code, found.source, found.output, found.confidence) == (
        "edit",
        "edit",
        "dw",
        "confirmed",
    )
    assert found.effect == Message("effect.sign", {"old": "reg * w", "new": ""})


def test_otherwise_the_one_line_that_must_change_is_shown(tmp_path: Path) -> None:
    """No edit of the solution gives these numbers; one of the learner's own file mends them."""
    report = backward(
        tmp_path, ("dw += np.outer(x[i], dout[i])", "dw += np.outer(x[i] ** 2, dout[i])")
    )
    (found,) = report.mistakes
    line = OTHER.splitlines().index("        dw += np.outer(x[i], dout[i]) / count") + 1
    assert (found.code, found.source, found.line, found.output) == ("repair", "repair", line, "dw")
    assert found.fix == "dw += np.outer(x[i], dout[i]) / count"
    assert not report.unexplained


CLASS = """
import numpy as np


class Layer:
    gain = 1.0

    def __init__(self, w, b):
        self.w, self.b = w, b

    def forward(self, x):
        self.x = x
        return self.gain * x @ self.w + self.b

    def backward(self, dout, reg):
        dw = np.zeros_like(self.w)
        db = np.zeros_like(self.b)
        for n in range(len(dout)):
            dw += np.outer(self.x[n], dout[n]) / len(dout)
            db += dout[n].sum()
        return dout @ self.w.T / len(dout), dw + reg * self.w, db


def forward(x, w, b):
    layer = Layer(w, b)
    return layer.forward(x), layer


def backward(dout, layer, reg):
    return layer.backward(dout, reg)
"""


def test_a_line_in_a_method_is_mended_too(tmp_path: Path) -> None:
    """The functions hand their work to a class of the same file."""
    path = tmp_path / "linear.py"
    path.write_text(SOLUTION, encoding="utf-8")
    task = Task(exercise(), path, {"forward": "forward", "backward": "backward"})
    report = Trying(Material(task, seed=3), Trusted(Program(CLASS, "answer.py"))).report()
    (found,) = report.functions[1].mistakes
    assert (found.source, found.line, found.fix) == ("repair", 20, "db += dout[n]")


def test_outputs_are_mended_one_by_one_where_no_line_mends_all(tmp_path: Path) -> None:
    """Two bugs nobody has written down, each in an output of its own."""
    report = backward(
        tmp_path,
        ("dx = dx / count", "dx = np.exp(dx / count)"),
        ("dw += np.outer(x[i], dout[i])", "dw += np.outer(x[i] ** 2, dout[i])"),
    )
    found = sorted((each.output, each.source, each.apart) for each in report.mistakes)
    assert found == [("dw", "repair", True), ("dx", "repair", True)]


def test_what_a_written_mistake_leaves_is_told_beside_it(tmp_path: Path) -> None:
    """The gradient of x has a name, that of w behaves like an edit of the solution."""
    report = backward(tmp_path, ("dx = dx / count", "pass"), ("dw + reg * w", "dw - reg * w"))
    assert [(each.code, each.output) for each in report.mistakes] == [
        ("mean-missing", "dx"),
        ("edit", "dw"),
    ]


def test_a_mistake_that_explains_a_part_keeps_its_name_beside_the_line(tmp_path: Path) -> None:
    """One line mends all outputs, so there is no second mistake; the name says why."""
    zeroed = "dout = np.vstack([0 * dout[:-1], dout[-1:]])"
    (found,) = backward(
        tmp_path, ("    count = len(x)", f"    {zeroed}\n    count = len(x)")
    ).mistakes
    assert (found.code, found.output, found.source) == ("last-only", "db", "written")
    assert found.line == OTHER.splitlines().index("    count = len(x)") + 1


def test_an_array_under_a_second_name_goes_before_a_mistake_with_its_numbers(
    tmp_path: Path,
) -> None:
    """What is changed in place under another name lacks a copy, whatever it looks like."""
    shared = "dx = dx / count\n    kept = dout\n    kept *= count"
    (found,) = backward(tmp_path, ("dx = dx / count", shared)).mistakes
    assert found.effect == Message(
        "cause.shared",
        {"line": OTHER.splitlines().index("    dx = dx / count") + 3, "name": "kept"},
    )


def test_where_either_of_two_lines_may_be_at_fault_both_are_told(tmp_path: Path) -> None:
    """A factor can be taken away where the gradient is made or where it is divided; a minus only
    where it is, and none is put in another line to make up for it."""
    lines = OTHER.splitlines()
    made = lines.index('    dx = np.einsum("nm,dm->nd", dout, w)') + 1
    (found,) = backward(tmp_path, ("dx = dx / count", "dx = 2 * dx / count")).mistakes
    assert {found.line, *found.either} == {made, made + 1}
    (found,) = backward(tmp_path, ("dx = dx / count", "dx = -dx / count")).mistakes
    assert (found.line, found.either) == (made + 1, ())


def test_of_two_lines_the_one_that_gets_a_form_of_the_solution_is_told(tmp_path: Path) -> None:
    """A plus in `x.T @ dout / n + reg * w` is no compensation: the solution has it."""
    wrong = "dw = dw - reg * w\n    dw = dw * 1.0"
    (found,) = backward(tmp_path, ("dw = dw + reg * w", wrong)).mistakes
    assert (found.fix, found.either) == ("dw = dw + reg * w", ())


def test_what_nothing_explains_says_so(tmp_path: Path) -> None:
    """So that the file can be kept for whoever writes mistakes down."""
    report = backward(
        tmp_path,
        ("dx = dx / count", "dx = np.cos(dx) * 7.3"),
        ("dw = dw + reg * w", "dw = np.sin(dw) * 3.1"),
    )
    assert report.mistakes == ()
    assert report.unexplained


def test_a_convention_must_hold_in_all_functions_that_share_a_cache(tmp_path: Path) -> None:
    """The forward pass of another convention is a convention only where nothing contradicts it."""
    forward = judged(tmp_path, ("nd,dm->nm", "nd,md->nm")).functions[0]
    assert forward.verdict == "convention"
    alone = backward(tmp_path, ("nm,dm->nd", "nm,md->nd"))
    assert alone.verdict == "crash"
    assert [each.code for each in alone.mistakes] == ["transpose-missing"]


def test_what_follows_another_convention_is_judged_by_it(tmp_path: Path) -> None:
    """The backward pass of a layer with its weights turned is right or wrong by that layer."""
    right = (("nd,dm->nm", "nd,md->nm"), ("nm,dm->nd", "nm,md->nd"))
    assert [each.verdict for each in judged(tmp_path, *right).functions] == ["convention"] * 2
    report = judged(tmp_path, *right, ("dx = dx / count", "pass")).functions[1]
    told = Message("check.fact.follows", {"yours": "transposed", "asked": "plain"})
    assert (report.verdict, report.facts[0]) == ("wrong", told)
    missing = Message("effect.divisor", {"old": "n", "new": ""})
    (mistake,) = report.mistakes
    assert mistake.effect == Message("effect.as-followed", {"effect": missing})


def test_results_in_the_place_of_one_another_are_told(tmp_path: Path) -> None:
    """The line that returns them is shown, not a mistake in the way they are computed."""
    (found,) = backward(tmp_path, ("return dx, dw, db", "return dx, db, dw")).mistakes
    assert found.effect == Message("effect.exchanged", {"old": "dw", "new": "db"})
    assert found.line == len(OTHER.splitlines())


def test_a_cache_in_the_place_of_a_result_is_told_by_its_line(tmp_path: Path) -> None:
    """What stands in a cache is not known; so the exchange is tried out."""
    forward = judged(tmp_path, ("return out, (x, w, b)", "return (x, w, b), out")).functions[0]
    (found,) = forward.mistakes
    assert (found.source, found.fix) == ("repair", "return (out, (x, w, b))")


def test_an_output_that_is_always_zero_is_not_put_down_to_an_edit(tmp_path: Path) -> None:
    """Many edits give zero; the fact and the learner's line say more."""
    report = backward(tmp_path, ("db += dout[i]", "db += 0 * dout[i]"))
    assert [each.source for each in report.mistakes] == ["repair"]
    assert report.facts == (Message("check.fact.zero", {"output": "db"}),)


def test_an_edit_fails_as_the_learner_fails(tmp_path: Path) -> None:
    """A transpose that is left out raises `ValueError` where sizes differ; a program that raises
    something else there was not written so, whatever it gives for a square matrix."""
    left_out = "dw = x @ dout / count + reg * w"
    (found,) = backward(tmp_path, ("dw = dw + reg * w", left_out)).mistakes
    assert found.effect == Message("effect.order", {"old": "x.T @ dout", "new": ""})
    other = f"{left_out} if len(x) == len(w) else x[99]"
    report = backward(tmp_path, ("dw = dw + reg * w", other))
    assert [each.source for each in report.mistakes if each.source == "edit"] == []


NESTEROV = """
import numpy as np


def nesterov_momentum(w, dw, config=None):
    config = {"momentum": 0.9, "velocity": np.zeros_like(w), **(config or {})}
    mu, step = config["momentum"], -config.get("learning_rate", 1e-2) * dw
    config["velocity"] = mu * config["velocity"] + step
    return w + mu * step + config["velocity"], config
"""


SOFTMAX = """
import numpy as np


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(z))
    loss = -np.mean(log_p[rows, y])
    dz = -np.exp(log_p)
    dz[rows, y] -= 1
    return loss, dz / len(z)
"""


def shipped(slug: str, source: str, *, hinted: bool = False) -> FunctionReport:
    """The report on the last function of a program for an exercise of the bank."""
    *_, function = all_shipped(slug, source, hinted=hinted)
    return function


def all_shipped(slug: str, source: str, *, hinted: bool = False) -> list[FunctionReport]:
    """The reports on all functions that it has."""
    (each,) = load_items(ROOT / "questions" / "code" / f"{slug}.yaml").items
    assert isinstance(each.item, Code)
    names = {one.name: one.name if one.name in source else None for one in each.item.functions}
    path = ROOT / "solutions" / f"{slug.replace('-', '_')}.py"
    task = Task(each.item, path, names, hinted=hinted)
    report = Trying(Material(task, seed=3), Trusted(Program(source, "answer.py"))).report()
    return [one for one in report.functions if one.called]


def test_a_state_that_is_right_was_not_updated_wrongly() -> None:
    """A velocity without its factor μ gives this step, but the velocity itself is right."""
    report = shipped("sgd-momentum", NESTEROV)
    assert report.verdict == "wrong"
    assert [each.code for each in report.mistakes if each.source == "written"] == []


KEEPDIMS = """
import numpy as np


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(1)


def softmax_loss(z, y):
    n = len(y)
    p = softmax(z)
    loss = -np.log(p[np.arange(n), y]).mean()
    d = p.copy()
    d[np.arange(n), y] -= 1
    return loss, d / n
"""


def test_a_sum_that_lost_its_axis_has_its_name_and_the_line() -> None:
    """It raises where sizes differ, so that no written mistake may be taken for it."""
    report = shipped("softmax-ce-fb", KEEPDIMS)
    (found,) = report.mistakes
    assert (found.code, found.line) == ("keepdims-missing", 7)
    assert found.effect == Message("cause.keepdims", {"line": 7})
    assert found.fix == "return e / e.sum(1, keepdims=True)"


def test_what_plain_numbers_raise_says_nothing_of_huge_ones() -> None:
    """The same line raises the same for logits of 1000, which are not why."""
    assert shipped("softmax-ce-fb", KEEPDIMS).stability is None


COLUMNS_FOR_ROWS = """
import numpy as np


def softmax_loss(z, y):
    n, c = z.shape
    loss, dz = 0.0, np.zeros(z.shape)
    for i in range(n):
        row = z[i] - np.max(z[i])
        lse = np.log(np.sum(np.exp(row)))
        loss += lse - row[y[i]]
        dz[i] = np.exp(row - lse)
        dz[i, y[i]] -= 1
    return loss / c, dz / c
"""


def test_one_cause_of_two_wrong_outputs_is_told_once() -> None:
    """The number of classes stands for that of samples in both: one line, not two mistakes."""
    found = shipped("softmax-ce-fb", COLUMNS_FOR_ROWS).mistakes
    assert {each.line for each in found} == {14}
    assert {each.fix for each in found} == {"return loss / n, dz / n"}


MASK_OF_TRUTHS = """
import numpy as np


def relu_forward(x):
    return np.maximum(x, 0), x <= 0


def relu_backward(dout, dead):
    dx = np.zeros_like(dead)
    for index in np.ndindex(dout.shape):
        if not dead[index]:
            dx[index] = dout[index]
    return dx
"""


def test_what_makes_zeros_is_not_calculated_with() -> None:
    """A mask in halves would make room for numbers, too, but nobody means that."""
    (found,) = shipped("relu-fb", MASK_OF_TRUTHS).mistakes
    assert (found.line, found.fix) == (10, "dx = np.zeros_like(dout)")


CAUSAL = """
import numpy as np


def causal_attention(x, Wq, Wk, Wv):
    n, steps, _ = x.shape
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    out = np.zeros((n, steps, Wv.shape[1]))
    for t in range(steps):
        s = np.einsum("nd,nsd->ns", q[:, t], k[:, : t + 1]) / np.sqrt(Wq.shape[1])
        s = s - s.max(axis=1, keepdims=True)
        a = np.exp(s)
        a = a / a.sum(axis=0, keepdims=True)
        out[:, t] = np.einsum("ns,nsd->nd", a, v[:, : t + 1])
    return out
"""


def test_a_line_that_changes_along_with_another_is_not_told_beside_it() -> None:
    """With −1 for both axes all is right, but the line of the maximum was right before."""
    (found,) = shipped("causal-mask", CAUSAL).mistakes
    assert (found.line, found.either) == (13, ())


SIGN_OF_STEP = """
import numpy as np


def sgd(w, dw, config=None):
    config = {} if config is None else config
    config.setdefault("learning_rate", 1e-2)
    lr = config["learning_rate"]
    next_w = w + lr * dw
    return next_w, config
"""


def test_of_lines_that_would_do_the_one_that_adds_least_is_shown() -> None:
    """A rate below zero would mend the step, too, but the sign stands in the line of the step."""
    (found,) = shipped("sgd-step", SIGN_OF_STEP, hinted=True).mistakes
    assert (found.code, found.line) == ("sign-flipped", 9)
    assert found.fix == "next_w = w - lr * dw"


def test_right_arrays_are_no_lists_for_arrays() -> None:
    """Right numbers in arrays, but an input changed: no list is named."""
    source = COLUMNS_FIRST.replace("x.reshape(-1, len(x)).T", "x.reshape(len(x), -1)")
    changing = source.replace("    x, w = cache\n", "    x, w = cache\n    dout += 0.0 * dout\n")
    changing = changing.replace("dout.sum(axis=0)\n", "(dout.sum(axis=0), dout.fill(0.0))[0]\n")
    report = shipped("affine-fb", changing)
    assert report.verdict == "input-mutated"
    assert "list-for-array" not in {each.code for each in report.mistakes}


COUNTED = """
import numpy as np


def perceptron_fit(X, y, epochs):
    w, b, updates = np.zeros(X.shape[1]), 0.0, 0
    for _ in range(epochs):
        for x, label in zip(X, y):
            if label * (w @ x + b) <= 0:
                w, b = w + label * x, b + label
            updates += 1
    return w, b, updates
"""


def test_a_count_alone_is_no_mistake_that_changes_what_is_right() -> None:
    """Updates of all samples would give this count, and other weights: these are right. The line
    stands outside of the condition it belongs under."""
    (found,) = shipped("perceptron-train", COUNTED, hinted=True).mistakes
    assert (found.code, found.output, found.line) == ("samples-counted", "n_updates", 11)
    assert found.where == Message("hint.moved-last-if", {"line": 11, "beside": 9})


SWAPPED_GATES = """
import numpy as np


class Gates:
    def __init__(self, pre):
        blocks = np.split(pre, 4, axis=1)
        self.i, self.f, self.o = [1 / (1 + np.exp(-block)) for block in blocks[:3]]
        self.g = np.tanh(blocks[3])


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    gates = Gates(x @ Wx + prev_h @ Wh + b)
    c = gates.i * prev_c + gates.f * gates.g
    tanh_c = np.tanh(c)
    return gates.o * tanh_c, c, (x, prev_h, prev_c, Wx, Wh, gates, tanh_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, gates, tanh_c = cache
    dc = dnext_c + dnext_h * gates.o * (1 - tanh_c**2)
    da = np.hstack(
        [
            dc * gates.g * gates.i * (1 - gates.i),
            dc * prev_c * gates.f * (1 - gates.f),
            dnext_h * tanh_c * gates.o * (1 - gates.o),
            dc * gates.i * (1 - gates.g**2),
        ]
    )
    return da @ Wx.T, da @ Wh.T, dc * gates.f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
"""


def test_a_line_with_which_the_backward_pass_is_wrong_is_not_shown() -> None:
    """The gates under each other's names would mend the forward pass alone."""
    functions = all_shipped("lstm-step-fb", SWAPPED_GATES, hinted=True)
    (found,) = functions[0].mistakes
    assert (found.code, found.line) == ("gates-swapped", 14)
    assert found.fix == "c = gates.f * prev_c + gates.i * gates.g"


def test_the_line_that_spoils_an_input_is_mended_for_the_backward_pass_as_well() -> None:
    """A copy of the old cell would save the caller's array, but not the one in the cache."""
    source = SWAPPED_GATES.replace(
        "gates.i * prev_c + gates.f * gates.g", "prev_c + gates.i * gates.g"
    )
    source = source.replace("    c = prev_c", "    prev_c *= gates.f\n    c = prev_c")
    for function in all_shipped("lstm-step-fb", source):
        (found,) = function.mistakes
        assert (found.line, found.fix) == (14, "new_prev_c = prev_c * gates.f")


FLATTENED = """
def affine_forward(x, w, b):
    cache = (x, w, b)
    x.shape = (x.shape[0], w.shape[0])
    return x @ w + b, cache


def affine_backward(dout, cache):
    x, w, b = cache
    flat = x.reshape(x.shape[0], -1)
    return (dout @ w.T).reshape(x.shape), flat.T @ dout, dout.sum(axis=0)
"""


def test_a_new_shape_of_an_input_is_one_mistake_with_what_it_makes_of_the_gradient() -> None:
    """The shape of dx is that of the cached input: nothing is left out in the backward pass."""
    told = [each.mistakes for each in all_shipped("affine-fb", FLATTENED)]
    assert [[(one.line, one.fix) for one in some] for some in told] == [[(4, "x = x.copy()")]] * 2


CENTRED = """
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    momentum = bn_param.get("momentum", 0.9)
    mean, var = x.mean(axis=0), x.var(axis=0)
    if bn_param["mode"] == "train":
        for name, value in (("running_mean", mean), ("running_var", var)):
            old = bn_param.get(name, np.zeros(x.shape[1]))
            bn_param[name] = momentum * old + (1 - momentum) * value
    else:
        mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
        var = bn_param.get("running_var", np.zeros(x.shape[1]))
    inv_std = 1 / np.sqrt(var + bn_param.get("eps", 1e-5))
    xc = x - mean
    return gamma * (xc * inv_std) + beta, (xc, inv_std, gamma)


def batchnorm_backward(dout, cache):
    xn, inv_std, gamma = cache
    g = gamma * dout
    dx = inv_std * (g - g.mean(axis=0) - xn * (g * xn).mean(axis=0))
    return dx, (dout * xn).sum(axis=0), dout.sum(axis=0)
"""


def test_a_wrong_array_in_the_cache_is_one_mistake() -> None:
    """It makes two outputs wrong, each by numbers that a mistake of its own would give as well."""
    (found,) = shipped("bn1d-fb", CENTRED).mistakes
    assert (found.code, found.source) == ("centred-input-stored", "written")


FLIPPED = """
import numpy as np


def ce_plus_mse(z, y, t, lam):
    n, k = z.shape
    z = z - z.max(axis=1, keepdims=True)
    norm = np.exp(z).sum(axis=1)
    p = np.exp(z) / norm[:, None]
    rest = p - t
    loss = np.mean(np.log(norm) - z[np.arange(n), y]) + lam * np.mean(rest**2)
    dz = np.zeros(z.shape)
    for i in range(n):
        g = 2 * lam * rest[i] / (n * k)
        dz[i] = p[i] * (g @ p[i] - g)
        dz[i] += p[i] / n
        dz[i, y[i]] -= 1 / n
    return loss, dz
"""


def test_a_line_that_feeds_a_right_output_comes_after_those_that_do_not() -> None:
    """The difference in the loss is squared: turned round, it would mend the gradient as well."""
    (found,) = shipped("ce-plus-mse", FLIPPED, hinted=True).mistakes
    assert found.code == "sign-flipped"
    assert {found.line, *found.either} == {14, 15}


RECTIFIED = """
import numpy as np


def relu_forward(x):
    return np.maximum(x, 0), x > 0


def relu_backward(dout, alive):
    return np.maximum(dout, 0) * alive
"""


def test_an_upstream_gradient_that_is_rectified_is_not_the_mask() -> None:
    """The mask is that of x, and right."""
    (found,) = shipped("relu-fb", RECTIFIED).mistakes
    assert found.code == "upstream-rectified"


UNDERFLOWS = """
import numpy as np


def softmax_loss_naive(W, X, y, reg):
    loss, dW = 0.0, np.zeros(W.shape)
    for i in range(len(X)):
        f = X[i] @ W
        f = f - f.max()
        p = np.exp(f) / np.exp(f).sum()
        loss -= np.log(p[y[i]])
        dW += np.outer(X[i], p)
        dW[:, y[i]] -= X[i]
    return loss / len(X) + reg * np.sum(W**2), dW / len(X) + 2 * reg * W
"""


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        pytest.param(UNDERFLOWS, ["log-of-zero"], id="it is subtracted"),
        pytest.param(
            UNDERFLOWS.replace("        f = f - f.max()\n", ""),
            ["max-not-subtracted", "log-of-zero"],
            id="it is not",
        ),
    ],
)
def test_infinity_alone_is_not_put_down_to_a_step_that_stands_there(
    source: str, codes: list[str]
) -> None:
    """The logarithm of a probability that is 0 gives what a maximum not subtracted gives."""
    report = shipped("softmax-classifier", source)
    assert report.verdict == "passed"
    assert report.stability
    assert report.stability.code == "check.unstable"
    assert [each.code for each in report.mistakes] == codes


ATTENTION = """
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    weights = np.exp(scores - scores.min(axis=-1, keepdims=True))
    attn = weights / weights.sum(axis=-1, keepdims=True)
    return attn @ v, attn
"""


def test_nan_alone_is_not_put_down_to_an_edit() -> None:
    """An infinity with the wrong sign gives NaN in the same places, but so do many edits."""
    report = shipped("sdpa-fwd", ATTENTION)
    assert report.verdict == "not-finite"
    assert [each.source for each in report.mistakes if each.source == "edit"] == []


def test_one_line_goes_before_two_mistakes_in_one_output() -> None:
    """A probability with the wrong sign gives what two written mistakes at once would give."""
    (found,) = shipped("softmax-ce-fb", SOFTMAX).mistakes
    assert (found.source, found.output, found.fix) == ("edit", "dz", "dz = np.exp(log_p)")
    assert found.effect == Message("effect.sign", {"old": "np.exp(log_p)", "new": ""})


LOG_SIGMOID = """
import numpy as np


def log_on(z):
    return np.maximum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def bce_with_logits(z, y, pos_weight=1.0):
    loss = -np.mean(pos_weight * y * log_on(z) + (1 - y) * log_on(-z))
    s = np.exp(log_on(z))
    return loss, ((1 - y) * s - pos_weight * y * (1 - s)) / len(z)
"""


def test_an_effect_that_the_line_denies_is_not_told() -> None:
    """The solution has the maximum where this formula needs the minimum: what stands there in
    the solution's words stands in the line the other way round."""
    (found,) = shipped("bce-logits-grad", LOG_SIGMOID).mistakes
    assert (found.source, found.line, found.effect) == ("repair", 6, None)
    assert found.fix == "return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))"


RATE_MOVED = """
import numpy as np


def sgd_momentum(w, dw, config=None):
    start = {"learning_rate": 1e-2, "momentum": 0.9, "velocity": np.zeros_like(w)}
    config = {**start, **(config or {})}
    lr, mu = config["learning_rate"], config["momentum"]
    config["velocity"] = mu * config["velocity"] - dw
    return w + lr * config["velocity"], config
"""


def test_two_mistakes_of_which_one_makes_up_for_the_other_are_not_told() -> None:
    """The rate is missing in the velocity and stands in the step: it is not applied twice."""
    found = shipped("sgd-momentum", RATE_MOVED).mistakes
    assert [each.code for each in found] == ["learning-rate-on-velocity"]


COLUMNS_FIRST = """
import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    flat = x.reshape(-1, len(x)).T
    return (dout @ w.T).reshape(x.shape), flat.T @ dout, dout.sum(axis=0)
"""


def test_a_size_of_one_is_told_of_the_cases_alone() -> None:
    """With one feature, which has no case, all would be right as well: nothing denies that."""
    facts = shipped("affine-fb", COLUMNS_FIRST).facts
    assert Message("fact.size-one", {"output": "dw", "size": "N"}) in facts


SIZES_NOT_COUNTS = """
import numpy as np


def average_gradients(grads, counts):
    return np.mean(grads, axis=0)
"""


def test_a_size_that_the_function_does_not_take_is_not_told() -> None:
    """The number of samples is an input of another function of the exercise."""
    facts = shipped("grad-accum", SIZES_NOT_COUNTS).facts
    assert not [each for each in facts if each.code == "fact.size-one"]


def test_right_numbers_in_a_list_are_told_as_that() -> None:
    """Whatever the exercise; with wrong numbers the list alone is not the mistake."""
    source = COLUMNS_FIRST.replace("x.reshape(-1, len(x)).T", "x.reshape(len(x), -1)")
    rows = source.replace("flat.T @ dout,", "(flat.T @ dout).tolist(),")
    (found,) = shipped("affine-fb", rows).mistakes
    assert (found.code, found.output, found.source) == ("list-for-array", "dw", "written")
    wrong = shipped("affine-fb", rows.replace("flat.T @ dout", "-flat.T @ dout")).mistakes
    assert "list-for-array" not in {each.code for each in wrong}


STACKED = """
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    inputs = np.hstack([prev_h, x])
    weights = np.vstack([Wh, Wx])
    h = np.tanh(inputs @ weights + b)
    return h, (inputs, weights, h, x.shape[1])


def rnn_step_backward(dh, cache):
    inputs, weights, h, width = cache
    da = (1 - h**2) * dh
    dinputs, dweights = da @ weights.T, inputs.T @ da
    dx, dprev = dinputs[:, :width], dinputs[:, width:]
    return dx, dprev, dweights[:width], dweights[width:], da.sum(axis=0)
"""


def test_a_line_that_makes_up_for_a_part_of_the_mistake_is_not_shown() -> None:
    """With x alone in the cache the gradient of its weights is right, and that of the others is
    spoilt in another way: the line is not where the two were stacked in the wrong order."""
    names = ("rnn_step_forward", "rnn_step_backward")
    (each,) = load_items(ROOT / "questions" / "code" / "rnn-step-fb.yaml").items
    assert isinstance(each.item, Code)
    task = Task(each.item, ROOT / "solutions" / "rnn_step_fb.py", {name: name for name in names})
    report = Trying(Material(task, seed=3), Trusted(Program(STACKED, "answer.py"))).report()
    assert [mistake.line for mistake in report.functions[1].mistakes] == []


def test_of_many_pairs_those_with_half_an_explanation_are_tried_first() -> None:
    """The RNN over a sequence has more pairs of written mistakes than there are tries for them."""
    source = (ROOT / "solutions" / "rnn_seq_fb.py").read_text(encoding="utf-8")
    source = source.replace("prev_h = h[:, t - 1] if t > 0 else h0\n", "prev_h = h[:, t - 1]\n", 1)
    source = source.replace("from_next = da @ Wh.T\n", "from_next = da @ Wh\n", 1)
    found = shipped("rnn-seq-fb", source).mistakes
    assert {(each.code, each.source) for each in found} == {
        ("index-wraps-around", "pair"),
        ("transpose-missing", "pair"),
    }


def pair(expected: np.ndarray, got: np.ndarray, case: int = 0) -> Pair:
    drawn = draw_cases(exercise(), seed=1)[case]
    return Pair(drawn, 0, expected, got, Closeness(Tolerance()))


def said(*pairs: Pair) -> list[Message]:
    return [*facts("dx", pairs, lambda: pairs)]


E = np.arange(1.0, 13.0).reshape(3, 4)


@pytest.mark.parametrize(
    ("factors", "law"),
    [
        pytest.param((3, 7, 4), "N", id="a size"),
        pytest.param((1 / 15, 1 / 21, 1 / 16), "1/(N·D)", id="one over a product"),
        pytest.param((9, 49, 16), "N²", id="a square"),
        pytest.param((5**0.5, 3**0.5, 2), "√D", id="a root"),
        pytest.param((1.5, 7 / 6, 4 / 3), "N/(N − 1)", id="the unbiased variance"),
        pytest.param((2 / 3, 6 / 7, 3 / 4), "(N − 1)/N", id="the same the other way round"),
        pytest.param((2, 2, 2), "2", id="a constant"),
    ],
)
def test_a_ratio_is_a_law_if_it_fits_all_sizes(factors: tuple[float, ...], law: str) -> None:
    """One case alone could fit many laws; different sizes leave one."""
    told = [pair(E, factor * E, case) for case, factor in enumerate(factors)]
    assert said(*told) == [Message("check.fact.ratio", {"output": "dx", "ratio": law})]


def test_no_law_where_the_ratio_differs() -> None:
    """A ratio that fits no size is no fact."""
    assert said(pair(E, 3 * E, 0), pair(E, 5 * E, 1), pair(E, 1.7 * E, 2)) == []


@pytest.mark.parametrize(
    ("change", "code", "axis"),
    [
        pytest.param((slice(None, -1), slice(None)), "only-last-row", 0, id="last row right"),
        pytest.param((slice(1, None), slice(None)), "only-first-row", 0, id="first row right"),
        pytest.param((slice(-1, None), slice(None)), "wrong-only-last-row", 0, id="last wrong"),
        pytest.param((slice(None), slice(1, None)), "only-first-column", 1, id="first column"),
    ],
)
def test_where_an_output_is_wrong_is_told(
    change: tuple[slice, slice], code: str, axis: int
) -> None:
    """Rows and columns that are wrong in every case alike."""
    got = spoilt(E, change)
    assert said(pair(E, got), pair(E, got, 1)) == [
        Message(f"fact.{code}", {"output": "dx", "axis": axis})
    ]


def test_of_more_than_two_axes_the_number_of_the_axis_is_told() -> None:
    """There is no word for the last place along the third of them."""
    right = np.arange(1.0, 25.0).reshape(2, 3, 4)
    got = spoilt(right, (slice(None), slice(None), slice(-1, None)))
    assert said(pair(right, got), pair(right, got, 1)) == [
        Message("fact.wrong-only-last-index", {"output": "dx", "axis": 2})
    ]


def spoilt(right: np.ndarray, change: tuple[slice, ...]) -> np.ndarray:
    """Wrong in one part, and in no way that a law could tell."""
    got = right.copy()
    got[change] += np.arange(got[change].size).reshape(got[change].shape) + 1.0
    return got


def test_one_case_is_no_pattern() -> None:
    """The last row of three may be the wrong one by chance."""
    assert said(pair(E, spoilt(E, (slice(-1, None),)))) == []


def test_of_two_rows_none_is_the_only_one() -> None:
    """That the first is wrong would be as true as that only the last is right."""
    got = spoilt(E[:2], (slice(0, 1),))
    assert said(pair(E[:2], got), pair(E[:2], got, 1)) == []


def test_the_only_right_row_is_not_told_where_a_whole_case_is_right() -> None:
    """There the other rows are right as well; that the error keeps to one row stays true."""
    right, last = pair(E, E, 2), (slice(-1, None),)
    others = spoilt(E, (slice(None, -1),))
    assert said(pair(E, others), pair(E, others, 1), right) == []
    got = spoilt(E, last)
    (message,) = said(pair(E, got), pair(E, got, 1), right)
    assert message.code == "fact.wrong-only-last-row"


def test_an_array_of_more_axes_has_indices_not_rows() -> None:
    """Only the first time step is right; which axis that is, is said."""
    cube = np.arange(1.0, 25.0).reshape(2, 3, 4)
    got = spoilt(cube, (slice(None), slice(1, None)))
    assert said(pair(cube, got), pair(cube, got, 1)) == [
        Message("fact.only-first-index", {"output": "dx", "axis": 1})
    ]


def test_what_holds_in_every_case_must_hold_where_a_call_failed() -> None:
    """It gave no numbers there, so that nothing is twice or minus the right ones."""
    failed = pair(E, np.empty(0), 2)
    assert said(pair(E, 2 * E), pair(E, 2 * E, 1), failed) == []
    assert said(pair(E, -E), pair(E, -E, 1), failed) == []
    assert said(pair(E, 0 * E), pair(E, 0 * E, 1), failed) == []


def test_indices_are_no_multiples() -> None:
    """Label 2 for label 1 is not twice the right value, nor is a single number of one case."""
    labels = np.array([1, 1, 1])
    assert said(pair(labels, 2 * labels), pair(labels, 2 * labels, 1)) == []
    assert said(pair(np.array(1.0), np.array(2.0)), pair(np.array(1.0), np.array(2.0), 1)) == []


def test_false_is_not_zero() -> None:
    """Truth values that are all False are no number."""
    assert said(pair(E, np.zeros(E.shape, bool)), pair(E, np.zeros(E.shape, bool), 1)) == []


def test_a_single_entry_is_no_row() -> None:
    """One entry beyond the tolerance says nothing of the row it stands in."""
    got = E.copy()
    got[0, 1] += 1.0
    assert said(pair(E, got)) == []


def test_nothing_is_not_zero() -> None:
    """An array without entries has another shape, and no numbers."""
    assert said(pair(E, np.zeros((0, 4)))) == []


def test_no_place_is_told_where_the_shape_is_another() -> None:
    """In the case of another shape the place that is wrong in the other one says nothing."""
    got = E.copy()
    got[-1] += 1.0 + np.arange(4)
    assert said(pair(E, got), pair(E, E[:2], 1)) == []


def sized(sizes: dict[str, int], *, right: bool) -> Pair:
    """A pair of a case of these sizes; what is wrong in it follows no other law."""
    told = pair(E, E if right else E + np.cos(E))
    return Pair(replace(told.drawn, sizes=sizes), 0, told.expected, told.got, told.close)


WRONG = sized({"N": 2, "C": 3, "F": 4, "K": 3}, right=False)


@pytest.mark.parametrize(
    ("cases", "message"),
    [
        pytest.param(
            (sized({"N": 2, "C": 1, "F": 4, "K": 3}, right=True), WRONG),
            Message("fact.size-one", {"output": "dx", "size": "C"}),
            id="one size that the cases single out",
        ),
        pytest.param(
            (
                sized({"N": 1, "C": 1, "F": 4, "K": 3}, right=True),
                sized({"N": 1, "C": 2, "F": 4, "K": 3}, right=False),
                WRONG,
            ),
            Message("fact.size-one", {"output": "dx", "size": "C"}),
            id="a wrong case rules a size out",
        ),
    ],
)
def test_a_size_is_told_if_the_cases_tell_it_apart(
    cases: tuple[Pair, ...], message: Message
) -> None:
    """Right exactly where it is 1."""
    assert said(*cases) == [message]


def test_sizes_that_the_cases_do_not_tell_apart_are_not_told() -> None:
    """Where several are 1 at once any of them may be why, or none."""
    assert said(sized({"N": 1, "C": 1, "F": 1, "K": 3}, right=True), WRONG) == []


def test_what_chance_made_right_is_no_law() -> None:
    """Fresh numbers of the same cases must show the same pattern."""
    lucky = sized({"N": 1, "C": 2, "F": 4, "K": 3}, right=True)
    fresh = [sized({"N": 1, "C": 2, "F": 4, "K": 3}, right=False), WRONG]
    assert [*facts("dx", (lucky, WRONG), lambda: fresh)] == []


def test_no_size_is_told_where_a_case_with_it_above_one_is_right() -> None:
    """The law must hold both ways."""
    right = [sized({"N": n, "C": 1, "F": 4, "K": 3}, right=True) for n in (1, 2)]
    odd = sized({"N": 5, "C": 2, "F": 4, "K": 3}, right=True)
    assert said(*right, odd, WRONG) == []


def test_a_vector_has_entries_not_rows() -> None:
    """Only the first entry is right."""
    got = E[0] + np.array([0.0, 1.0, 2.0, 4.0])
    assert said(pair(E[0], got), pair(E[0], got, 1)) == [
        Message("fact.only-first-entry", {"output": "dx", "axis": 0})
    ]


def test_a_value_that_is_not_finite_has_its_cases() -> None:
    """The cases in which NaN or infinity stands where a number belongs."""
    got = E.copy()
    got[0, 0] = np.nan
    (message,) = said(pair(E, got), pair(E, E + 0.1, 1))
    assert message.code == "fact.not-finite"
    assert message.values["cases"] == [exercise().cases[0].label]


def test_of_many_cases_that_are_not_finite_it_is_said_how_many_are_not_listed() -> None:
    """Three have their labels, and a list that looks complete is."""
    drawn = draw_cases(exercise(), seed=0, turn=0)
    nan = np.full_like(E, np.nan)
    (message,) = facts("dx", [pair(E, nan, at) for at in range(len(drawn))], list)
    shown = [each.case.label for each in drawn[:3]]
    assert len(drawn) == 4
    assert message.values["cases"] == shown
    names = ", ".join(each.en for each in shown).replace("}, ", "}; ")
    assert words(message, "en") == f"`dx` holds NaN or infinity for {names}, and for 1 more"
    assert "以及另外 1 个用例上" in words(message, "zh")


def test_a_term_of_the_solution_and_what_became_of_it(tmp_path: Path) -> None:
    """All is right up to one term, which is half of what it must be."""
    found = backward(tmp_path, ("dw = dw + reg * w", "dw = dw + 0.5 * reg * w"))
    assert Message("fact.term-half", {"output": "dw", "term": "reg * w"}) in found.facts


SHARED = """
import numpy as np


def forward(x, w, b):
    out = x @ w + b
    # mistake input-doubled: out = 2 * (x @ w + b)
    return out, (x, w, out)


def backward(dout, cache, reg):
    x, w, out = cache
    dx = dout * out @ w.T
    # mistake dx-doubled: dx = 2 * dout * out @ w.T
    # mistake doubled: dx = 2 * dout * out @ w.T
    dw = x.T @ dout + reg * w
    # mistake doubled: dw = 2 * (x.T @ dout + reg * w)
    # mistake dw-doubled: dw = 2 * (x.T @ dout + reg * w)
    db = dout.sum(axis=0)
    return dx, dw, db
"""
DOUBLED = "dx = 2 * dout * out @ w.T"


def shared(folder: Path, *swaps: tuple[str, str]) -> list[tuple[str, str]]:
    """Code and outputs of what is named in a program that keeps what it gave."""
    path = folder / "shared.py"
    path.write_text(SHARED, encoding="utf-8")
    source = SHARED.replace("# mistake", "# was")
    for old, new in swaps:
        source = source.replace(old, new, 1)
    task = Task(exercise(), path, {"forward": "forward", "backward": "backward"})
    report = Trying(Material(task, seed=3), Trusted(Program(source, "answer.py"))).report()
    return [(each.code, each.output) for each in report.functions[1].mistakes]


def test_a_mistake_that_would_show_in_a_right_function_is_not_the_one(tmp_path: Path) -> None:
    """The doubled output gives the doubled `dx`, but what the forward pass gave is right."""
    assert shared(tmp_path, ("dx = dout * out @ w.T", DOUBLED)) == [("dx-doubled", "dx")]


def test_one_mistake_for_several_outputs_goes_before_one_for_each(tmp_path: Path) -> None:
    """Two outputs that the same mistake explains are not given two names; what nothing explains
    keeps the pair from being found."""
    swaps = (
        ("dx = dout * out @ w.T", DOUBLED),
        ("dw = x.T @ dout + reg * w", "dw = 2 * (x.T @ dout + reg * w)"),
        ("db = dout.sum(axis=0)", "db = np.cos(dout.sum(axis=0)) * 7.3"),
    )
    assert shared(tmp_path, *swaps) == [("doubled", "dw, dx")]


MENDED = ("dw += np.outer(x[i], dout[i])", "dw += np.outer(x[i] ** 2, dout[i])")


def ticking(seconds: float) -> Callable[[], float]:
    """A clock that goes on by so much whenever somebody looks."""
    ticks = count()
    return lambda: next(ticks) * seconds


def test_a_busy_machine_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report is the same whether a try takes no time at all or thousands of them all the
    time there is."""
    at_once = backward(tmp_path, MENDED)
    busy = Clock.lasting(1.0, ticking(0.9 / TRIES))
    monkeypatch.setattr(diagnose, "clocks", lambda children_s: (busy,))
    assert backward(tmp_path, MENDED) == at_once
    assert [each.source for each in at_once.mistakes] == ["repair"]


def test_a_report_tells_of_a_search_that_the_clock_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not say that nothing fits where not everything was tried."""
    late = Clock.lasting(1.0, ticking(2.0))
    monkeypatch.setattr(diagnose, "clocks", lambda children_s: (late,))
    found = backward(tmp_path, MENDED)
    assert (found.mistakes, found.cut_short) == ((), True)


LOST_CELL = """
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = x @ Wx + prev_h @ Wh + b
    ai, af, ao, ag = np.split(a, 4, axis=1)
    i, f, o, g = sigmoid(ai), sigmoid(af), sigmoid(ao), np.tanh(ag)
    c = f * prev_c + i * g
    return o * np.tanh(c), c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, c = cache
    t = np.tanh(c)
    dc = dnext_c + dnext_h * o * (1 - t**2)
    di, df, dg = dc * g * i * (1 - i), dc * f * (1 - f), dc * i * (1 - g**2)
    da = np.concatenate([di, df, dnext_h * t * o * (1 - o), dg], axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
"""


def test_one_edit_goes_before_two_mistakes_that_nothing_tells_apart() -> None:
    """Another gate for the cell and half of a slope give the numbers of a factor left out."""
    (found,) = shipped("lstm-step-fb", LOST_CELL).mistakes
    assert (found.source, found.effect) == (
        "edit",
        Message("effect.factor", {"old": "prev_c", "new": ""}),
    )
