"""What is said only where it cannot be untrue: of the file, of every case, of zeros."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from answered import told

from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.naming import diagnose
from dlprep.check.naming.divisors import given, may_vanish, names_over
from dlprep.check.naming.rounding import rounds_away
from dlprep.check.naming.terms import is_unmistakable
from dlprep.check.naming.unsteady import traced_back
from dlprep.check.prove import Trusted
from dlprep.check.running.program import Program
from dlprep.model.exercise import Case, Draw, Function, Step
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.report import FunctionReport
from dlprep.model.text import Text
from dlprep.view.messages import words
from dlprep.view.mistake import headline

ROOT = Path(__file__).parents[4]


@pytest.fixture(autouse=True)
def _no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search ends by its tries alone, however busy the machine is."""
    monkeypatch.setattr(diagnose, "clocks", lambda _: ())


def swapped(slug: str, *swaps: tuple[str, str]) -> str:
    """The worked solution with some pieces of text replaced."""
    source = (ROOT / "solutions" / f"{slug.replace('-', '_')}.py").read_text(encoding="utf-8")
    for old, new in swaps:
        assert old in source
        source = source.replace(old, new, 1)
    return source


def named(report: FunctionReport) -> dict[str, str]:
    """The codes of the mistakes by the outputs that they explain."""
    return {each.output: each.code for each in report.mistakes}


def test_numbers_below_the_absolute_tolerance_are_not_called_right() -> None:
    """Of gradients of about 1e-8 the second moment is 1e-19, whether it is corrected or not."""
    stored = "config.update(t=t, m=m_hat, v=v_hat)"
    report = told("adam-adamw", swapped("adam-adamw", ("config.update(t=t, m=m, v=v)", stored)))
    cases = [case for case in report["adam"].cases if "1e-8" in case.label.en]
    (shown,) = [{each.name: each.verdict for each in case.outputs} for case in cases]
    assert "v1" not in shown
    assert (shown["w1"], shown["m1"]) == ("passed", "wrong")
    assert named(report["adam"]) == {"m1, v1": "bias-correction-stored"}


LAYER = """
def step(v, dw, mu, lr):
    old = v
    v = mu * v - lr * dw
    return old + v
"""


@pytest.mark.parametrize(
    ("term", "missing", "plain"),
    [
        ("lr * dw", False, True),
        ("lr * dw", True, False),  # it stands there
        ("lr * reg", True, False),  # what is `reg`?
        ("mu * v", False, False),  # the old `v` or the new one?
        ("2.0", False, False),
        ("np.exp(dw)", True, True),
    ],
)
def test_a_term_is_told_where_it_cannot_be_taken_for_another(
    term: str, missing: bool, plain: bool
) -> None:
    """Every name in it stands for one thing in the file."""
    assert is_unmistakable(term, ast.parse(LAYER).body, missing=missing) is plain


WEIGHTED = """
def loss(z, y, config):
    n, weight = len(z), config["weight"]
    scale = z / y
    out = z * weight
    return out / n
"""


@pytest.mark.parametrize(
    ("new", "vanishes"),
    [
        ("out = z / weight", True),
        ("out = z / (weight * n)", True),
        ("out = z / config['weight'] ** 2", True),
        ("out = z / (1 + weight)", False),
        ("out = z * weight / n", False),
        ("out = z * weight / z.shape[0]", False),
        ("out = z * weight / y", False),  # the file divides by it already
    ],
)
def test_no_repair_divides_by_what_is_given(new: str, vanishes: bool) -> None:
    """It would be right on the cases, and 0/0 where a weight is 0."""
    (function,) = ast.parse(WEIGHTED).body
    assert isinstance(function, ast.FunctionDef)
    risky = given([function], {"weight"}) - names_over([function])
    assert "weight" in risky
    (made,) = ast.parse(new).body
    assert may_vanish(made, function.body[2], risky) is vanishes


def test_flags_are_not_explained_apart_by_mistakes_that_break_others() -> None:
    """One place for all images is one mistake; always the centre would make all calls alike."""
    one = "np.full(n, np.random.randint(0, {} - size + 1))"
    swaps = [
        (f"{name} = np.random.randint(0, {size} - size + 1, n)", f"{name} = {one.format(size)}")
        for name, size in (("tops", "height"), ("lefts", "width"))
    ]
    report = told("augment-flip-crop", swapped("augment-flip-crop", *swaps))["random_crop"]
    assert {each.code for each in report.mistakes} == {"one-place-for-batch"}


def test_a_half_padded_image_is_not_called_unpadded() -> None:
    """The last places lack in both, but the first row is there."""
    before, after = "(pad, pad), (pad, pad)))\n", "(pad, 0), (pad, 0)))\n"
    report = told("augment-flip-crop", swapped("augment-flip-crop", (before, after)))
    assert {*named(report["random_crop"]).values()} == {"crop-padded-on-one-side"}


def test_a_size_is_not_the_reason_where_the_case_has_another() -> None:
    """Only λ = 1 hides a square, and that case has one channel."""
    mixed = (
        "mixed = lam * x + (1.0 - lam) * x[order]",
        "mixed = lam * x + (1 - lam**2) * x[order]",
    )
    report = told("augment-flip-crop", swapped("augment-flip-crop", mixed))["mixup"]
    assert [each.code for each in report.facts] == []


FEW = '''
"""One of ten numbers, and one more."""


def more(x):
    return x + 1.0
'''


@pytest.mark.parametrize("seed", range(8))
def test_few_numbers_must_agree_more_often(tmp_path: Path, seed: int) -> None:
    """An edit that fits twice may not fit the third time."""
    code = Code(
        id="code.more",
        leaf="nn.mlp",
        topic="more",
        difficulty=1,
        frequency=1,
        prompt=Text("题", "task"),
        explanation=Text("因", "why"),
        minutes=5,
        functions=(Function(name="more"),),
        inputs={"x": Draw(draw="labels", shape=("N",), classes="10", dtype="float64")},
        script=(Step(call="more", args=("x",), gives=("out",)),),
        cases=(Case(label=Text("N", "N"), sizes={"N": 3}),),
    )
    path = tmp_path / "more.py"
    path.write_text(FEW, encoding="utf-8")
    answer = "def more(x):\n    return x if 5 not in x else x ** 3 - 7"
    material = Material(Task(code, path, {"more": "more"}), seed)
    report = Trying(material, Trusted(Program(answer, "answer.py"))).report()
    turns = (material.cases(turn) for turn in range(6))
    shows = any(5 in drawn.inputs["x"] for cases in turns for drawn in cases)
    assert [each.source for each in report.functions[0].mistakes] == ([] if shows else ["edit"])


LOST = """
import numpy as np


def word_embedding_forward(x, W):
    return W[x], (x, W)


def word_embedding_backward(dout, cache):
    x, W = cache
    dW = np.zeros_like(W)
    for v in range(len(W)):
        {}
        for n in range(x.shape[0]):
            for t in range(x.shape[1]):
                if x[n, t] == v:
                    {}
    return dW
"""


@pytest.mark.parametrize(
    ("first", "update"),
    [
        ("row = np.zeros(W.shape[1])", "row += dout[n, t]"),
        ("row = dW[v].copy()", "row += dout[n, t]"),
        ("row = dW[v]", "row = row + dout[n, t]"),
    ],
)
def test_an_update_that_is_stored_nowhere_is_no_unwritten_function(first: str, update: str) -> None:
    """All is zero as in what was given out, but there is work in it, and one line lacks."""
    report = told("embedding-fb", LOST.format(first, update))["word_embedding_backward"]
    assert report.verdict == "wrong"
    (found,) = report.mistakes
    assert found.effect is not None
    assert (found.effect.code, found.fix) == ("cause.lost", "dW[v] = row")


def test_an_effect_in_variables_of_the_solution_says_so() -> None:
    """Where the file has a variable of that name, it may be another one."""
    source = swapped(
        "sdpa-bwd",
        ("weights = np.exp", "attn = np.exp"),
        ("attn = weights / np.sum(weights,", "weights = attn / np.sum(attn,"),
        ("out = attn @ v\n", "out = weights @ v\n"),
    )
    (found,) = told("sdpa-bwd", source)["sdpa_backward"].mistakes
    assert found.source == "edit"
    assert found.foreign


def test_next_to_nothing_in_single_precision_is_zero() -> None:
    """Rows of the Jacobian sum to 0 but for rounding."""
    wrong = "return dp * np.sum(p[:, :, None] * (np.eye(p.shape[1]) - p[:, None, :]), axis=2)"
    right = "return p * (dp - np.sum(dp * p, axis=1, keepdims=True))"
    report = told("softmax-jvp", swapped("softmax-jvp", (right, wrong)))["softmax_backward"]
    assert [each.code for each in report.facts] == ["check.fact.zero"]


OTHER_WAY = """
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    h = np.tanh(x @ Wx + np.einsum("nk,hk->nh", prev_h, Wh) + b)
    return h, (x, prev_h, Wx, Wh, h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    da = dnext_h - dnext_h * h**2
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)
"""


def test_what_a_wrong_forward_pass_gives_is_not_called_unstable() -> None:
    """With saturated units the gradient is 1e-9, and another one by the state that came in."""
    report = told("rnn-step-fb", OTHER_WAY, seed=6672)
    assert named(report["rnn_step_forward"]) == {"next_h, h1": "transpose-added"}
    backward = report["rnn_step_backward"]
    assert (backward.verdict, backward.mistakes) == ("passed", ())
    assert backward.stability is None


def test_what_a_probe_observes_of_chance_is_named_in_every_run() -> None:
    """Rows picked at random give other flags in a run in ten: the file and the form draw alike."""
    resampled = "np.sort(np.random.permutation(height)[:size])][:, :, :size] for image in padded])"
    source = swapped(
        "augment-flip-crop", ("out = np.stack(crops)", f"out = np.stack([image[:, {resampled}")
    )
    for seed in range(20):
        report = told("augment-flip-crop", source, seed=seed)["random_crop"]
        assert {each.code for each in report.mistakes} == {"crop-resampled"}, seed


UNSHIFTED = """
import numpy as np

def softmax_loss(z, y):
    n = len(y)
    biggest = z.max(axis=1, keepdims=True)
    e = np.exp(z - biggest)
    denom = e.sum(axis=1, keepdims=True)
    lse = np.log(denom).ravel()
    loss = (lse - z[np.arange(n), y]).mean()
    dz = e / denom
    dz[np.arange(n), y] -= 1
    return loss, dz / n
"""
NAIVE = """
import numpy as np

def single_layer_loss(x, y, w, b):
    e = np.exp(x @ w + b)
    a = e / (1 + e)
    dz = 2 * (a - y) * a * (1 - a) / len(y)
    return np.mean((a - y) ** 2), x.T @ dz, dz.sum()
"""


def test_a_repair_that_only_a_mean_makes_right_is_not_shown() -> None:
    """(N,) and (N, 1) make (N, N), whose mean is right all the same."""
    (mistake,) = told("softmax-ce-fb", UNSHIFTED)["softmax_loss"].mistakes
    assert mistake.fix == "lse = np.log(denom).ravel() + biggest[:, 0]"


def test_what_breaks_for_huge_numbers_alone_has_its_line() -> None:
    report = told("single-layer-bp", NAIVE)["single_layer_loss"]
    (mistake,) = report.mistakes
    assert report.verdict == "passed"
    assert mistake.effect == Message("cause.overflows", {"line": 5})
    assert mistake.fix == "e = np.exp(np.clip(x @ w + b, -500, 500))"


def test_two_functions_of_two_conventions_leave_open_which_is_to_change() -> None:
    """The forward pass in torch's order of the gates, the backward pass in the order asked for."""
    both = "a_i, a_f, a_o, a_g = np.split(a, 4, axis=1)"
    report = told("lstm-step-fb", swapped("lstm-step-fb", (both, both.replace("o, a_g", "g, a_o"))))
    assert report["lstm_step_forward"].verdict == "convention"
    backward = report["lstm_step_backward"]
    assert backward.verdict == "wrong"
    assert all(each.fix is None for each in backward.mistakes)
    said = {each.effect.code for each in backward.mistakes if each.effect}
    assert said <= {"effect.as-followed", "effect.by-convention"}


UNSHIFTED_INSIDE = """
import numpy as np

def softmax_loss(z, y):
    rows = np.arange(len(y))
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    total = e.sum(axis=1)
    loss = np.mean(np.log(total) - z[rows, y])
    dz = e / total[:, None]
    dz[rows, y] -= 1
    return loss, dz / len(y)
"""


def test_what_holds_for_huge_numbers_is_not_taken_away() -> None:
    """Without the maximum in line 6 all ordinary cases pass, and large logits overflow."""
    (mistake,) = told("softmax-ce-fb", UNSHIFTED_INSIDE)["softmax_loss"].mistakes
    assert (mistake.line, mistake.but) == (8, ())


def test_what_outlives_the_call_is_told_of_a_result_that_depends_on_others() -> None:
    """Of any other function nothing is said."""
    source = b"DEFAULTS = {}\n\ndef sgd(w, config=None):\n    config = config or DEFAULTS\n"
    shaky = FunctionReport(name="sgd", called="sgd", verdict="non-deterministic", cases=())
    right = replace(shaky, name="adam", called="adam", verdict="passed")
    one, other = traced_back([shaky, right], source)
    (mistake,) = one.mistakes
    assert mistake.effect == Message("cause.lasting", {"line": 4, "name": "DEFAULTS"})
    assert mistake.output == "sgd"
    assert other.mistakes == ()


OPERATOR = """
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    (N, C, H, W), (F, _, KH, KW) = x.shape, w.shape
    OH, OW = (H + 2 * pad - KH) // stride + 1, (W + 2 * pad - KW) // stride + 1
    A = np.zeros((F, OH, OW, C, H + 2 * pad, W + 2 * pad))
    for i in range(OH):
        for j in range(OW):
            top, left = i * stride, j * stride
            A[:, i, j, :, top : top + KH, left:KW] = w
    inside = A[..., pad : pad + H, pad : pad + W].reshape(F * OH * OW, C * H * W)
    out = (x.reshape(N, -1) @ inside.T).reshape(N, F, OH, OW) + b[:, None, None]
    return out, (x, w, b, conv_param)
"""


def test_beside_calls_that_fail_one_case_of_numbers_is_no_evidence() -> None:
    """Only a kernel of one pixel gives numbers, and the width for the stride gives the same."""
    report = told("conv2d-naive", OPERATOR)["conv_forward_naive"]
    assert report.verdict == "crash"
    assert [each for each in report.mistakes if each.source == "edit"] == []


BUFFERED = """
import numpy as np


def _sgd(w, dw, config, nesterov):
    config = dict(config or {})
    lr = config.setdefault("learning_rate", 1e-2)
    mu = config.setdefault("momentum", 0.9)
    buffer = config.get("velocity", np.zeros_like(w)) / -lr
    buffer = buffer * mu + dw
    update = dw + mu * buffer if not nesterov else buffer
    config["velocity"] = -lr * buffer
    return w - lr * update, config


def sgd_momentum(w, dw, config=None):
    return _sgd(w, dw, config, nesterov=False)


def nesterov_momentum(w, dw, config=None):
    return _sgd(w, dw, config, nesterov=True)
"""


TRIPLED = ("return w - lr * update", "return w - lr * (3 * update if nesterov else update)")


@pytest.mark.parametrize(
    ("source", "fix"),
    [
        (BUFFERED, "update = dw + mu * buffer if nesterov else buffer"),
        (BUFFERED.replace(*TRIPLED), None),  # no line mends both
    ],
    ids=["one mistake", "two"],
)
def test_a_line_that_two_functions_run_must_mend_both(source: str, fix: str | None) -> None:
    """With the update before the velocity the plain step is right, and Nesterov's stays wrong."""
    report = told("sgd-momentum", source, hinted=True)
    (plain,) = report["sgd_momentum"].mistakes
    assert (plain.output, plain.code, plain.fix) == ("w1", "look-ahead-added", fix)
    (nesterov,) = report["nesterov_momentum"].mistakes
    assert nesterov.fix == fix or source != BUFFERED


HALF_LOST = """
import numpy as np


def single_layer_loss(x, y, w, b):
    th = np.tanh((x @ w + b) / 2)
    residual = (1 + th) - y
    ds = residual * (1 - th) * (1 + th) / 2 / len(y)
    return np.mean(residual**2), x.T @ ds, ds.sum()
"""


def test_an_effect_says_which_of_several_places_is_meant() -> None:
    """Of the output that is doubled in the error alone its slope is right."""
    report = told("single-layer-bp", HALF_LOST)["single_layer_loss"]
    (mistake,) = report.mistakes
    assert mistake.effect == Message("effect.scaled", {"old": "a", "new": "2.0"})
    assert mistake.place == "error = a - y"
    said = "db, dw, loss: behaves as if `a` were multiplied by `2.0` in `error = a - y`"
    assert words(headline(mistake), "en") == f"{said} (variables as in the worked solution)"


INVERTED = """
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if not (mask is not None):
        scores = np.where(mask, scores, -np.inf)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    attn = e / e.sum(axis=-1, keepdims=True)
    return attn @ v, attn
"""


def test_an_effect_on_a_condition_does_not_say_the_reverse_of_the_line() -> None:
    """The solution asks whether there is no mask, the file whether there is one."""
    report = told("sdpa-fwd", INVERTED)["scaled_dot_product_attention"]
    (mistake,) = report.mistakes
    assert (mistake.effect, mistake.line) == (None, 7)
    assert mistake.fix == "if mask is not None:"


@pytest.mark.parametrize(
    ("new", "loses"),
    [
        ("out = dout * (1 + x > 1)", True),
        ("out = dout * (x - 1.0 > -1)", True),
        ("out = dout * (bound < bound + x)", True),
        ("out = dout * (x > 0)", False),
        ("out = dout * (1 + x > bound)", False),
        ("out = dout * (1 + x > bound + x)", False),  # the file compares so already
    ],
)
def test_no_repair_compares_sums_of_one_term(new: str, loses: bool) -> None:
    """Next to the 1 a tiny number is lost."""
    (before,) = ast.parse("out = dout * (1 + x > bound + x)").body
    (made,) = ast.parse(new).body
    assert rounds_away(made, before) is loses


SHIFTED_KINK = """
import numpy as np


def relu_forward(x):
    return np.maximum(x, 0), x


def relu_backward(dout, cache):
    return dout * (cache > 1)
"""


def test_a_kink_is_mended_by_its_bound() -> None:
    (mistake,) = told("relu-fb", SHIFTED_KINK, hinted=True)["relu_backward"].mistakes
    assert mistake.code == "kink-elsewhere"
    assert mistake.fix == "return dout * (cache > 0)"


CLASSES = """
import numpy as np


class Adam:
    decoupled = False

    def __init__(self, learning_rate=1e-3, beta1=0.9, beta2=0.999, epsilon=1e-8,
                 weight_decay=1e-2, m=None, v=None, t=0):
        self.learning_rate, self.epsilon, self.weight_decay = learning_rate, epsilon, weight_decay
        self.beta1, self.beta2, self.m, self.v, self.t = beta1, beta2, m, v, t + 1

    def update(self, w, g):
        if self.m is None:
            self.m, self.v = np.zeros(w.shape), np.zeros(w.shape)
        self.m = self.beta1 * self.m + (1 - self.beta1) * g
        self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
        first = self.m / (1 - self.beta1**self.t)
        second = self.v / (1 - self.beta2**self.t)
        delta = first / (second**0.5 + self.epsilon)
        if self.decoupled:
            delta = delta + self.weight_decay * w
        return w - self.learning_rate * delta * 2


class AdamW(Adam):
    decoupled = True


def adam(w, dw, config=None):
    optimiser = Adam(**(config or {}))
    return optimiser.update(w, dw), vars(optimiser)


def adamw(w, dw, config=None):
    optimiser = AdamW(**(config or {}))
    return optimiser.update(w, dw), vars(optimiser)
"""


def test_a_line_of_a_class_is_tried_in_what_inherits_it() -> None:
    """Another line would do for one of the functions alone."""
    report = told("adam-adamw", CLASSES)
    assert named(report["adam"]) == {"w1": "edit"}
    (mistake,) = report["adamw"].mistakes
    assert (mistake.output, mistake.line, mistake.either) == ("u1", 23, ())
    assert mistake.fix == "return w - self.learning_rate * delta"


DIAGONAL = """
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    loss, dz = 0.0, np.zeros((N, C))
    for n in range(N):
        shifted = z[n] - z[n].max()
        e = np.exp(shifted)
        p = e / e.sum()
        loss += np.log(e.sum()) - shifted[y[n]]
        for k in range(C):
            grad = p[k] / N
            if k == y[n]:
                grad -= 1.0 / N
            for c in range(C):
                dp = p[c] * (0 - p[c]) if c == k else -p[c] * p[k]
                grad += lam * 2 * (p[c] - t[n, c]) * dp / (N * C)
            dz[n, k] = grad
        loss += lam * ((p - t[n]) ** 2).sum() / C
    return loss / N, dz
"""


def test_of_edits_of_one_line_that_mend_it_one_that_adds_nothing_is_told() -> None:
    """Since targets sum to 1, 1 + p for p beside the diagonal makes up for the mistake there."""
    (mistake,) = told("ce-plus-mse", DIAGONAL, hinted=True)["ce_plus_mse"].mistakes
    assert mistake.code == "kronecker-term-lost"
    assert mistake.fix == "dp = p[c] * (1 - p[c]) if c == k else -p[c] * p[k]"


SHARED_STEP = """
import numpy as np


def _step(w, g, config, nesterov):
    config = dict(config or {})
    lr = config.setdefault("learning_rate", 1e-2)
    mu = config.setdefault("momentum", 0.9)
    buffer = mu * config.get("velocity", np.zeros_like(w)) / -lr + g
    update = mu * buffer if nesterov else buffer
    config["velocity"] = -lr * buffer
    return w - lr * update, config


def sgd_momentum(w, dw, config=None):
    return _step(w, dw, config, nesterov=False)


def nesterov_momentum(w, dw, config=None):
    return _step(w, dw, config, nesterov=True)
"""


def test_no_line_is_told_that_spoils_what_is_right() -> None:
    """The gradient added to both kinds of update mends one function and spoils the other."""
    report = told("sgd-momentum", SHARED_STEP, hinted=True)
    assert report["sgd_momentum"].verdict == "passed"
    (mistake,) = report["nesterov_momentum"].mistakes
    assert mistake.code == "gradient-step-missing"
    assert mistake.fix is None


def test_a_result_without_its_minus_is_mended_where_it_is_returned() -> None:
    """Another minus on the way would make up for it."""
    source = swapped("relu-fb", ("return dx", "return -dx"))
    (mistake,) = told("relu-fb", source, hinted=True)["relu_backward"].mistakes
    assert mistake.fix == "return dx"


HELPED = """
import numpy as np


def log_softmax(z):
    m = z.max(axis=1, keepdims=True)
    return -(z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True)))


def softmax_loss(z, y):
    n = len(z)
    log_p = log_softmax(z)
    dz = np.exp(log_p)
    dz[np.arange(n), y] -= 1
    return -log_p[np.arange(n), y].mean(), dz / n
"""


def test_a_minus_too_many_is_mended_where_a_helper_returns_it() -> None:
    """And no other line that only puts a minus before something is told."""
    (mistake,) = told("softmax-ce-fb", HELPED)["softmax_loss"].mistakes
    assert (mistake.line, mistake.either) == (7, ())
    assert mistake.fix == "return z - m - np.log(np.exp(z - m).sum(axis=1, keepdims=True))"
