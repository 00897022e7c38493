"""Two formulas are equal, equal under an assumption, or differ at a point that is named."""

from __future__ import annotations

import pytest

from dlprep.formula import judge_pair, table
from dlprep.model.item import Symbol

FREE = table(free=True)
DATA = table(
    [
        Symbol(name="X", is_="matrix", shape=("N", "D")),
        Symbol(name="W", is_="matrix", shape=("D", "K")),
        Symbol(name="A", is_="matrix", shape=("D", "D")),
        Symbol(name="w", is_="vector", shape=("D",)),
        Symbol(name="p", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="y", is_="vector", shape=("K",)),
        Symbol(name="z", is_="vector", shape=("K",)),
        Symbol(name="r", is_="vector", shape=("N",)),
        Symbol(name="f", is_="function"),
        Symbol(name="x"),
    ]
)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("σ(z)(1 − σ(z))", "np.exp(-z)/(1+np.exp(-z))**2"),
        ("tanh(x)", "2σ(2x) − 1"),
        ("max(−1, min(1, r))", "sign(r)·min(|r|, 1)"),
        ("exp(z_i)/Σ_k exp(z_k)", "1/Σ_k exp(z_k − z_i)"),
        (r"\sum_{n=1}^{N}(x_n-\mu)^2", "Σ_n x_n² − 2μ Σ_n x_n + N μ²"),
        ("p_i(δ_ij − p_j)", "p_i δ_ij − p_i p_j"),
        ("Σ_{k=0}^{t-1} ρ^k", "(1 − ρ^t)/(1 − ρ)"),
        ("σ'(z)", "σ(z)(1 − σ(z))"),
        ("relu'(z)", "1[z > 0]"),
        ("log(1 + e^{-z})", "softplus(-z)"),
        ("np.logaddexp(0, z)", "softplus(z)"),
        (r"w^\star - w^*", "0"),
        ("0.1x", "x/10"),
        ("softmax(z)_i", "exp(z_i)/Σ_k exp(z_k)"),
        ("w^T x", "x^T w"),
        ("γ^T·γ", "γ^{T+1}"),
        ("Σ_i Σ_j x_i x_j", "(Σ_i x_i)²"),
    ],
)
def test_equal_formulas(a: str, b: str) -> None:
    """Another algebraic form is the same formula."""
    assert judge_pair(a, b, FREE).answer == "equal"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("(2/N)·Xᵀ(Xw − r)", "2*X.T @ (X @ w - r) / N"),
        ("‖Xw − r‖²", "wᵀXᵀXw − 2rᵀXw + rᵀr"),
        ("softmax(z)", "exp(z)/np.sum(np.exp(z))"),
        ("p − y", "p_j − y_j"),
        ("diag(p) − p pᵀ", "p_i(δ_ij − p_j)"),
        ("tr(A)", "Σ_i A_ii"),
        ("tr(Aᵀ A)", "Σ_i Σ_j A_ij²"),
        ("(A Aᵀ)ᵀ", "A Aᵀ"),
        ("Σ_k p_k", "1"),
        ("logsumexp(z)", "log Σ_k exp(z_k)"),
        ("A^{-1} A", "I_D"),
        ("Xᵀ r", "Σ_n X_{nd} r_n"),
        ("X.mean(axis=0)", "(1/N) Σ_n X_{nd}"),
        ("f(x)·f'(x)", "f′(x) f(x)"),
        ("𝟏ᵀ X", "X.sum(axis=0)"),
        ("KL(p‖p)", "0"),
    ],
)
def test_equal_arrays(a: str, b: str) -> None:
    """Matrix form, entry form and NumPy are compared with one another."""
    assert judge_pair(a, b, DATA).answer == "equal"


@pytest.mark.parametrize(
    ("a", "b", "assumption"),
    [
        ("½ log x²", "log x", "positive:x"),
        ("log(x y)", "log x + log y", "positive:x,y"),
        ("√(x²)", "x", "positive:x"),
        ("Σ_k y_k", "1", "sums-to-one:y"),
    ],
)
def test_equal_under_an_assumption(a: str, b: str, assumption: str) -> None:
    """What has to hold is named; where it is declared the formulas are equal."""
    judged = judge_pair(a, b, FREE)
    assert (judged.answer, judged.verdict and judged.verdict.assumption) == ("equal-if", assumption)
    assert judge_pair(a, b, FREE, [assumption]).answer == "equal"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("x + 1e-12", "x"),
        ("3.14159265358979 x", "π x"),
        ("|x|", "x"),
        ("relu(x)", "x"),
        ("η g/(√G + ε)", "η g/√(G + ε)"),
        ("p_i(δ_ij − p_j)", "p_i(δ_ij + p_j)"),
        ("max(x, −8)", "x"),
        ("(a − b)/N", "(a − b)/n"),
    ],
)
def test_different_formulas_have_a_counterexample(a: str, b: str) -> None:
    """A difference is shown by a point and both values there."""
    verdict = judge_pair(a, b, FREE).verdict
    assert verdict is not None
    assert verdict.answer == "different"
    assert verdict.counterexample is not None
    assert verdict.counterexample.a != verdict.counterexample.b


def test_shapes_that_do_not_fit_make_a_formula_different() -> None:
    """A missing transpose is a wrong formula, not an unreadable one."""
    judged = judge_pair("Xᵀ r", "X r", DATA)
    assert judged.answer == "different"
    assert judged.said["b"].code == "formula.shape-product"


def test_facts_are_used() -> None:
    """What a question declares of its symbols holds in the comparison."""
    assert judge_pair("p_j − y_j", "softmax(z)_j − y_j", DATA).answer == "different"
    assert judge_pair("p", "softmax(z)", DATA, ["p = softmax(z)"]).answer == "equal"
    assert judge_pair("p", "softmax(z)", DATA).answer == "different"


def test_what_cannot_be_compared_is_undecided() -> None:
    """Where no side has a value, nothing is said of either."""
    assert judge_pair("exp(exp(exp(9)))", "1", FREE).answer == "undecided"
    assert judge_pair("log(-1)", "1", FREE).answer == "undecided"


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("E[XY]", "E[X]E[Y]", "equal"),
        ("Var(X + Y)", "Var(X) + Var(Y)", "equal"),
        ("E[X²]", "E[X]²", "different"),
        ("Var(Z)", "E[Z²] − E[Z]²", "equal"),
        ("E[XZ]", "E[X]E[Z]", "equal"),
        ("E[ZU]", "E[Z]E[U]", "different"),
    ],
)
def test_expectations_over_a_declared_experiment(a: str, b: str, answer: str) -> None:
    """E and Var are taken over the outcomes of random names, independent ones each on their own."""
    symbols = table(
        [
            Symbol(name="X", is_="random", domain="independent"),
            Symbol(name="Y", is_="random", domain="independent"),
            Symbol(name="Z", is_="random"),
            Symbol(name="U", is_="random"),
        ]
    )
    assert judge_pair(a, b, symbols).answer == answer


@pytest.mark.parametrize(
    ("a", "b"), [("−log(1 − σ(x))", "softplus(x)"), ("log σ(3x)", "−softplus(−3x)")]
)
def test_cancellation_is_no_difference(a: str, b: str) -> None:
    """Where a form loses its digits, more of them decide."""
    assert judge_pair(a, b, FREE).answer == "equal"


def test_sizes_may_be_numbers() -> None:
    """A declared (3, 4) is a shape like any other."""
    symbols = table(
        [
            Symbol(name="W", is_="matrix", shape=("3", "4")),
            Symbol(name="x", is_="vector", shape=("4",)),
        ]
    )
    assert judge_pair("W x", "Σ_j W_{ij} x_j", symbols).answer == "equal"
    assert judge_pair("(W + 0·W) x − 𝟏ᵀx·0", "W x", symbols).answer == "equal"
    assert judge_pair("len(x)", "4", symbols).answer == "equal"
