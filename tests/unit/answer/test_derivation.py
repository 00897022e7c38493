"""A derivation is judged line by line, and one slip is one error."""

import pytest

from dlprep.answer.derivation import judge
from dlprep.model.derivation import JudgedDerivation
from dlprep.model.item import Derivation, DerivationStep, Form, Symbol, WrongFormula
from dlprep.model.text import Text
from dlprep.view.messages import words

SOME = Text("…", "…")


def _vector(name: str, domain: str = "real") -> Symbol:
    return Symbol(name=name, is_="vector", shape=("K",), domain=domain)  # type: ignore[arg-type]


def _item(**more: object) -> Derivation:
    fields = {
        "id": "der.softmax",
        "leaf": "loss.softmax-ce",
        "topic": "gradient",
        "difficulty": 2,
        "frequency": 3,
        "minutes": 8,
        "prompt": SOME,
        "explanation": SOME,
        "goal": SOME,
        "symbols": (
            *(_vector("z"), _vector("y", "simplex")),
            *(Symbol(name="i", is_="index"), Symbol(name="j", is_="index")),
        ),
        "given": ("p_i = exp(z_i)/Σ_k exp(z_k)", "L = −Σ_k y_k log p_k"),
        "loss": "L",
        "answer": ("∂L/∂z_j = p_j − y_j",),
        "steps": (),
        "wrong": (
            WrongFormula(code="sign-flipped", formula="y_j − p_j", why=Text("反", "turned")),
        ),
    }
    return Derivation(**{**fields, **more})  # type: ignore[arg-type]


def _judged(*lines: str, **more: object) -> JudgedDerivation:
    return judge(_item(**more), list(enumerate(lines, 1)))


def _statuses(*lines: str, **more: object) -> list[str]:
    return [line.status for line in _judged(*lines, **more).lines]


@pytest.mark.parametrize(
    "line",
    [
        "∂L/∂z_j = p_j − y_j",
        "∂L/∂z_i = p_i − y_i",
        "∂L/∂z = p − y",
        "dL/dz = p - y",
        "dz = p - y",
        "∇_z L = p − y",
        r"\frac{\partial L}{\partial z_j} = p_j - y_j",
        r"\frac{dL}{dz_j} = \frac{e^{z_j}}{\sum_k e^{z_k}} - y_j = p_j - y_j",
        "∂L/∂z_j = Σ_i ∂L/∂p_i · ∂p_i/∂z_j = p_j − y_j",
        "∂L/∂z_j = −Σ_k y_k ∂log p_k/∂z_j = p_j − y_j",
        "p_j − y_j",
    ],
)
def test_a_right_result_is_right_in_every_notation(line: str) -> None:
    """A derivative is known by what is given, however it is written."""
    result = _judged(line)
    assert (result.ending, result.first_wrong) == ("right", None)


def test_lines_on_the_way_are_judged_on_their_own() -> None:
    """Each derivative on a left side has its own true value; given names restate what is given."""
    lines = ["p_i = exp(z_i)/Σ_k exp(z_k)", "∂L/∂p_k = −y_k/p_k", "∂p_k/∂z_j = p_k(δ_{kj} − p_j)"]
    assert _statuses(*lines) == ["given", "right", "right"]
    assert _judged(*lines).ending == "unfinished"
    assert _judged(*lines).missing == ("∂L/∂z_j",)


def test_a_named_mistake_is_named_and_what_follows_is_no_second_error() -> None:
    """The first wrong line is found, with its name and a point at which it is wrong."""
    result = _judged("∂L/∂p_i = −y_i/p_i", "∂L/∂z_j = y_j − p_j", "∂L/∂z_j = −p_j + y_j")
    assert [line.status for line in result.lines] == ["right", "wrong", "carried"]
    wrong = result.first_wrong
    assert wrong is not None
    assert (wrong.number, wrong.mistake, wrong.why) == (2, "sign-flipped", Text("反", "turned"))
    assert wrong.apart is not None
    assert wrong.apart.yours == pytest.approx(-wrong.apart.right)


def test_an_unforeseen_slip_is_told_from_the_right_formula() -> None:
    """What no author foresaw is named by the single slip that gives it."""
    wrong = _judged("∂L/∂z_j = 2·(p_j − y_j)").first_wrong
    assert wrong is not None
    assert wrong.mistake is None
    assert [words(each, "en") for each in wrong.likely] == [
        words(each, "en") for each in wrong.likely if "2" in words(each, "en")
    ]
    assert wrong.likely


def test_own_names_are_definitions() -> None:
    """A name that nobody declared may be defined and used; a wrong use of it is found."""
    assert _statuses("δ_j = p_j − y_j", "∂L/∂z_j = δ_j") == ["defined", "right"]
    assert _statuses("δ := p − 2y", "∂L/∂z = δ") == ["defined", "wrong"]
    assert _judged("δ_j = p_j − y_j", "∂L/∂z_j = δ_j").ending == "right"


def test_a_name_for_a_part_of_the_loss_is_seen_in_it() -> None:
    """∂L/∂q means something where q was defined as a part of L."""
    more = {
        "symbols": (Symbol(name="z"), Symbol(name="y", domain="unit")),
        "given": ("L = −y·log(σ(z)) − (1 − y)·log(1 − σ(z))",),
        "answer": ("∂L/∂z = σ(z) − y",),
        "wrong": (),
    }
    lines = ["q = σ(z)", "∂L/∂q = −y/q + (1 − y)/(1 − q)", "∂q/∂z = q(1 − q)", "∂L/∂z = q − y"]
    assert _statuses(*lines, **more) == ["defined", "right", "right", "right"]
    assert _judged(*lines, **more).ending == "right"
    assert _statuses("q = σ(z)", "∂L/∂q = −y/q − (1 − y)/(1 − q)", **more) == ["defined", "wrong"]


def test_a_derivative_by_an_own_name_needs_that_what_is_differentiated_is_written_in_it() -> None:
    """The loss depends on the shifted logits as soon as a line says how; before, nothing is
    known of its derivative, and it is not taken for 0."""
    shifted = "s_i = z_i − 3"
    silent = _judged(shifted, "∂L/∂s = p − y")
    assert [line.status for line in silent.lines] == ["defined", "undecided"]
    said = silent.lines[1].said
    assert said is not None
    assert words(said, "en").startswith("what is differentiated has not been written in terms of s")
    written = "L = log(Σ_i exp(s_i)) − Σ_i y_i s_i"
    assert _statuses(shifted, written, "∂L/∂s = p − y")[1:] == ["given", "right"]
    assert _statuses(shifted, written, "∂L/∂s = p + y")[1:] == ["given", "wrong"]
    assert _statuses(shifted, written, "∂L/∂s = p − y", "∂L/∂z = ∂L/∂s = p − y")[3] == "right"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("∂p_i/∂z_j = −p_i p_j, i ≠ j", "right"),
        ("∂p_i/∂z_j = −p_i p_j (i ≠ j)", "right"),
        ("i ≠ j: ∂p_i/∂z_j = −p_i p_j", "right"),
        ("当 i = j 时：∂p_i/∂z_i = p_i(1 − p_i)", "right"),
        ("∂p_i/∂z_j = p_i(1 − p_j) if i = j", "right"),
        ("∂p_i/∂z_j = p_i p_j, i ≠ j", "wrong"),
        ("∂p_i/∂z_j = −p_i p_j", "wrong"),
        (
            (
                r"\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i(1-p_i) & i=j \\"
                r" -p_i p_j & i \ne j \end{cases}"
            ),
            "right",
        ),
    ],
)
def test_a_line_may_hold_for_equal_or_for_different_indices(line: str, status: str) -> None:
    """A condition on two indices limits where a line has to hold."""
    assert _statuses(line) == [status]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("∂E/∂σ² = 1/(2·σ)", "right"),
        ("∂E/∂σ = 1", "right"),
        ("∂E/∂σ² = 1", "wrong"),
        ("∂M/∂v²_k = 1/(2·v_k)", "right"),
        ("∂M/∂v_k = 1", "right"),
    ],
)
def test_a_derivative_may_be_by_a_square(line: str, status: str) -> None:
    """∂L/∂σ² is the derivative by the variance, not the square of one."""
    more = {
        "symbols": (Symbol(name="σ", domain="positive"), _vector("v", "positive")),
        "given": ("E = σ", "M = Σ_k v_k"),
        "answer": ("∂E/∂σ = 1",),
        "loss": None,
        "wrong": (),
    }
    assert _statuses(line, **more) == [status]


def test_a_declared_sigmoid_is_the_sigmoid() -> None:
    """σ′ of a function that is declared with the name sigmoid is that of the sigmoid."""
    sigma = Symbol(name="σ", is_="function", aliases=("sigmoid",))
    more = {
        "symbols": (Symbol(name="z"), sigma),
        "given": ("L = log(σ(z))",),
        "answer": ("∂L/∂z = 1 − σ(z)",),
        "wrong": (),
    }
    assert _statuses("∂L/∂z = σ'(z)/σ(z) = 1 − σ(z)", **more) == ["right"]


def test_what_is_not_read_is_not_wrong() -> None:
    """A line that is not read is told with its column and skipped."""
    result = _judged("∂L/∂z_j = p_j − q_j", "∂L/∂z_j = p_j − y_j")
    assert result.lines[0].status == "unread"
    assert result.lines[0].said is not None
    assert result.lines[0].said.values["column"] == len("∂L/∂z_j = p_j − q")
    assert result.ending == "right"


def test_a_derivative_left_over_is_no_answer() -> None:
    """The last line has to be the asked result in the asked form."""
    result = _judged("∂L/∂z_j = Σ_k ∂L/∂p_k ∂p_k/∂z_j")
    assert result.ending == "form"
    assert result.misfit is not None
    assert result.misfit.code == "derive.still-derivative"
    assert _judged("∂L/∂z = softmax(z) − y").ending == "form"
    assert _judged("∂L/∂z = softmax(z) − y", form=Form(only=("z", "y"))).ending == "right"


def test_conditions_hold_after_the_derivative_only() -> None:
    """`= 0` and what follows from it may use the conditions; the derivative itself may not."""
    more = {
        "symbols": (_vector("x"), Symbol(name="m")),
        "given": ("Q = Σ_k (x_k − m)²",),
        "loss": None,
        "conditions": ("m = (1/K)·Σ_k x_k",),
        "answer": ("m = (1/K)·Σ_k x_k",),
        "wrong": (),
    }
    right = ["∂Q/∂m = −2·Σ_k (x_k − m) = 0", "Σ_k x_k = K·m", "m = (1/K)·Σ_k x_k"]
    assert _judged(*right, **more).ending == "right"
    assert _statuses("∂Q/∂m = −Σ_k (x_k − m) = 0", **more) == ["wrong"]
    assert _statuses("m = Σ_k x_k", **more) == ["wrong"]


def test_an_inequality_is_tried_and_never_proved() -> None:
    """Two hundred points refute it or say nothing."""
    assert _statuses("Σ_k p_k² ≤ 1", "L ≥ 0") == ["not-refuted", "not-refuted"]
    assert _statuses("Σ_k p_k² ≥ 1") == ["wrong"]


def test_numbers_may_be_rounded() -> None:
    """A number agrees to the digits that are written."""
    more = {
        "symbols": (),
        "given": ("H = −(1/4)·log2(1/4) − (3/4)·log2(3/4)",),
        "answer": ("H = 0.811",),
        "loss": None,
        "wrong": (),
    }
    assert _statuses("H = 0.25·2 + 0.75·0.415 = 0.811", **more) == ["rounded"]
    assert _statuses("H = 0.8", **more) == ["rounded"]
    assert _statuses("G = 2·H = 1.623", "G − 0.811 = H", **more) == ["rounded", "rounded"]
    assert _statuses("H = 0.85", **more) == ["wrong"]
    assert _statuses("H = 0.5·1 + 0.251 = 0.751", **more) == ["wrong"]


_DIVERGENCE: dict[str, object] = {
    "symbols": (
        Symbol(name="p", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="q", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="D"),
    ),
    "given": ("D = Σ_k p_k·log(p_k/q_k)",),
    "answer": ("D ≥ 0",),
    "wrong": (WrongFormula(code="sign-flipped", formula="D ≤ 0", why=SOME),),
    "loss": "",
}


@pytest.mark.parametrize(
    "lines",
    [
        ["D ≥ 0"],
        ["0 <= D"],
        [r"-D \le 0"],
        ["−100 ≤ −D ≤ 0 ≤ 1"],
        ["−D = Σ_k p_k·log(q_k/p_k) ≤ log(Σ_k p_k·(q_k/p_k)) = log(1) = 0"],
        ["−D = Σ_k p_k·log(q_k/p_k)", "≤ log(Σ_k p_k·(q_k/p_k))", "= log(Σ_k q_k)", "= 0"],
    ],
)
def test_an_inequality_may_be_asked(lines: list[str]) -> None:
    """It is reached from either side, and by a chain of signs over one line or several."""
    result = _judged(*lines, **_DIVERGENCE)
    assert (result.ending, result.first_wrong) == ("right", None)


def test_a_chain_that_turns_round_bounds_nothing() -> None:
    """From −D ≤ 1 and 1 ≥ 0 nothing follows for −D."""
    result = _judged("−D ≤ 1 ≥ 0", **_DIVERGENCE)
    assert (result.ending, result.missing) == ("unfinished", ("D",))


def test_an_inequality_is_wrong_where_a_point_refutes_it_or_an_equation_in_it_fails() -> None:
    """It is named where the author foresaw it; what rests on it is no second error."""
    refuted = _judged("D ≤ 0", "D ≤ log(1/2)", **_DIVERGENCE)
    assert [(line.status, line.mistake) for line in refuted.lines] == [
        ("wrong", "sign-flipped"),
        ("after", None),
    ]
    assert refuted.first_wrong is not None
    assert refuted.first_wrong.said is not None
    assert refuted.first_wrong.said.code == "derive.refuted"
    unequal = _judged("−D ≤ log(Σ_k q_k) = 1", **_DIVERGENCE).first_wrong
    assert unequal is not None
    assert unequal.apart is not None
    assert (unequal.apart.right, unequal.apart.yours) == (0, 1)


def test_a_choice_between_two_values_is_no_inequality() -> None:
    """Its condition stands in no bracket, and a sum may go over the indices that meet one."""
    more = {
        "symbols": (Symbol(name="f", is_="vector", shape=("N",)), Symbol(name="L")),
        "given": ("L = Σ_i max(0, 1 − f_i)",),
        "answer": ("∂L/∂f_i = −[f_i < 1]",),
        "wrong": (),
    }
    lines = ["L = Σ_{i: f_i < 1} (1 − f_i)", "∂L/∂f_i = −1 if f_i < 1 else 0"]
    assert _statuses(*lines, **more) == ["given", "right"]
    assert _statuses("∂L/∂f_i = −1 if f_i > 1 else 0", **more) == ["wrong"]


def test_a_derivative_may_be_that_of_a_derivative() -> None:
    """The inner one moves with the variable of the outer one."""
    more = {
        "symbols": (Symbol(name="x"), Symbol(name="g"), Symbol(name="L")),
        "given": ("L = x³", "g = ∂L/∂x"),
        "answer": ("∂g/∂x = 6·x",),
        "wrong": (),
    }
    assert _statuses("g = 3x²", "∂g/∂x = 6x", **more) == ["given", "right"]
    assert _statuses("∂g/∂x = 3x", **more) == ["wrong"]


def test_an_expectation_is_of_what_is_defined_by_a_random_variable() -> None:
    """Also where it is given under a name."""
    more = {
        "symbols": (
            *(Symbol(name="u", is_="random"), Symbol(name="w", is_="random")),
            Symbol(name="V"),
        ),
        "given": ("w = u − E[u]", "V = E[w²]"),
        "answer": ("V = Var(u)",),
        "wrong": (),
    }
    assert _judged("V = E[u²] − (E[u])²", "V = Var(u)", **more).ending == "right"
    assert _statuses("V = E[u²]", **more) == ["wrong"]


def test_a_gradient_may_be_set_to_zero_as_a_whole() -> None:
    """0 beside a vector is the vector of zeros; a name that only a condition gives may stand in
    any derivative."""
    more = {
        "symbols": (
            *(
                Symbol(name="w", is_="vector", shape=("D",)),
                Symbol(name="v", is_="vector", shape=("D",)),
            ),
            *(Symbol(name="a"), Symbol(name="r")),
        ),
        "given": ("L = ½·(w − v)ᵀ(w − v) + a²·wᵀw",),
        "conditions": ("w = v/(1 + 2·a²)", "r = 2·a²"),
        "answer": ("w = v/(1 + r)",),
        "wrong": (),
    }
    lines = ["∂L/∂w = w − v + 2a²w = 0", "r = 2a²", "∂L/∂w = (1 + r)·w − v", "w = v/(1 + r)"]
    assert _statuses(*lines, **more) == ["right"] * 4
    assert _statuses("∂L/∂w = w − v = 0", **more) == ["wrong"]
    assert _statuses("∂L/∂w = (1 − r)·w − v", **more) == ["wrong"]


@pytest.mark.parametrize(
    ("lines", "more"),
    [
        (["a = z/2", "∂L/∂a_j = p_j − y_j"], {}),
        (["a_i = z_i/2", "e_i = exp(a_i)", "S = Σ_i e_i", "∂L/∂S = 1/S"], {}),
        (["a_k = z_k/2", "∂L/∂a_j = p_j − y_j", "∂L/∂z_j = (p_j − y_j)/2"], {}),
        (["e = exp(z/2)", "∂L/∂e_j = −y_j/e_j + 1/Σ_k e_k"], {}),
    ],
)
def test_a_new_array_is_seen_entry_by_entry(lines: list[str], more: dict[str, object]) -> None:
    """Where p_j was given in terms of z_j/2, ∂L/∂a means something for a = z/2, whatever letters
    either is written with."""
    given = ("p_i = exp(z_i/2)/Σ_k exp(z_k/2)", "L = −Σ_k y_k log p_k")
    found = _statuses(*lines, given=given, **more)
    assert {*found} <= {"defined", "right"}
    assert "right" in found


def test_a_product_with_a_matrix_is_seen_as_a_sum() -> None:
    """z = Xw is Σ_d X_{nd} w_d in what is given; a second derivative still moves with w."""
    more = {
        "symbols": (
            Symbol(name="X", is_="matrix", shape=("N", "D")),
            Symbol(name="w", is_="vector", shape=("D",)),
            Symbol(name="g", is_="vector", shape=("D",)),
            Symbol(name="Q"),
        ),
        "given": ("L = Σ_n sin(Σ_d X_{nd}·w_d)", "g_d = ∂L/∂w_d", "Q = Σ_d ∂g_d/∂w_d"),
        "answer": ("∂L/∂w = Xᵀ·cos(X·w)",),
        "wrong": (),
    }
    lines = ["z = Xw", "∂L/∂z = cos(z)", "∂L/∂w = Xᵀ·cos(z)", "Q = −Σ_n sin(z_n)·Σ_d X_{nd}²"]
    assert _statuses(*lines, **more) == ["defined", "right", "right", "given"]


def test_the_derivative_by_a_name_with_a_subscript_is_no_new_name() -> None:
    """da_i is ∂L/∂a_i where a_i is declared, and judged as such."""
    more = {
        "symbols": (Symbol(name="a_i"), Symbol(name="i")),
        "given": ("i = σ(a_i)", "L = 3·i"),
        "answer": ("∂L/∂a_i = 3·i·(1 − i)",),
        "wrong": (),
    }
    assert _statuses("di = 3", "da_i = di·i·(1 − i)", **more) == ["right", "right"]
    assert _statuses("da_i = di·i", **more) == ["wrong"]


_CORRELATION = {
    "symbols": (
        Symbol(name="x", is_="vector", shape=("4",)),
        Symbol(name="w", is_="vector", shape=("2",)),
        Symbol(name="G", is_="vector", shape=("3",)),
    ),
    "given": ("L = Σ_i G_i·Σ_k w_k·x_{i+k−1}",),
    "answer": ("∂L/∂w_k = Σ_i G_i·x_{i+k−1}",),
    "wrong": (),
}


def test_an_index_may_be_a_sum_of_indices() -> None:
    """In x_{i+k−1} each letter runs over what it indexes alone."""
    lines = ["∂L/∂x_2 = G_1·w_2 + G_2·w_1", "∂L/∂w_k = Σ_i x_{k+i−1}·G_i"]
    assert _judged(*lines, **_CORRELATION).ending == "right"
    assert _statuses("∂L/∂w_k = Σ_i x_{i+k}·G_i", **_CORRELATION) == ["wrong"]
    assert _statuses("∂L/∂w_k = Σ_i x_i·G_i", **_CORRELATION) == ["unread"]


def test_a_jacobian_is_wrong_where_no_layout_makes_it_right() -> None:
    """A vector by a vector may be laid out in two ways; a missing factor is wrong in both."""
    more = {
        "symbols": (
            Symbol(name="W", is_="matrix", shape=("H", "H")),
            Symbol(name="h", is_="vector", shape=("H",)),
            Symbol(name="x", is_="vector", shape=("H",)),
        ),
        "given": ("h = tanh(W·x)",),
        "answer": ("∂h/∂x = diag(1 − h²)·W",),
        "wrong": (),
        "loss": "",
    }
    assert _statuses("∂h/∂x = diag(1 − h²)·W", **more) == ["right"]
    assert _statuses("∂h/∂x = Wᵀ·diag(1 − h²)", **more) == ["undecided"]
    assert _statuses("∂h/∂x = W", **more) == ["wrong"]
    assert _statuses("∂h/∂x = W·diag(1 − h²)", **more) == ["wrong"]


def test_a_derivative_that_was_found_may_stand_in_a_result() -> None:
    """da = dc·g is an answer where dc was found before, and none where it was not."""
    more = {
        "symbols": (Symbol(name="a"), Symbol(name="c"), Symbol(name="G")),
        "given": ("c = a²", "L = G·c³"),
        "answer": ("∂L/∂c = 3·G·c²", "∂L/∂a = 3·G·c²·2·a"),
        "wrong": (),
    }
    assert _judged("dc = 3Gc²", "da = dc·2a", **more).ending == "right"
    assert _judged("∂L/∂c = 3·G·c²", "∂L/∂a = ∂L/∂c·∂c/∂a", **more).ending == "form"


def test_a_slip_on_the_left_of_an_equation_is_told() -> None:
    """Where the right side is that of a worked line, its left side is what should stand there."""
    more = {
        "symbols": (Symbol(name="a"), Symbol(name="b", domain="positive"), Symbol(name="x")),
        "given": (),
        "conditions": ("x = a/b²",),
        "answer": ("x = a/b²",),
        "steps": (DerivationStep(formula="b²·x = a", reason=SOME),),
        "wrong": (),
        "loss": "",
    }
    line = _judged("2·b²·x = a", **more).first_wrong
    assert line is not None
    assert [words(each, "en") for each in line.likely] == ["yours is $2$ times the key"]


def test_an_answer_that_holds_a_derivative_may_be_written_so() -> None:
    """∂L/∂a = ∂L/∂c·2·a is in the names of such a key, also where ∂L/∂c was found in others."""
    more = {
        "symbols": (Symbol(name="a"), Symbol(name="c"), Symbol(name="G")),
        "given": ("c = a²", "L = G·c³"),
        "answer": ("∂L/∂a = ∂L/∂c·2·a",),
        "wrong": (),
    }
    assert _judged("∂L/∂c = 3·G·c²", "∂L/∂a = ∂L/∂c·2·a", **more).ending == "right"
