"""What people write becomes the formula they mean, or a complaint with its column."""

from __future__ import annotations

import pytest

from dlprep.formula import Table, reading, table, unicode_text
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError
from dlprep.view.messages import words

FREE = table(free=True)
LAYER = table(
    [
        Symbol(name="X", is_="matrix", shape=("N", "D")),
        Symbol(name="W", is_="matrix", shape=("D", "K")),
        Symbol(name="w", is_="vector", shape=("D",)),
        Symbol(name="ŷ", aliases=("p",), is_="vector", shape=("N",)),
        Symbol(name="y", is_="vector", shape=("N",)),
        Symbol(name="η", aliases=("lr",)),
        Symbol(name="g"),
        Symbol(name="f", is_="function"),
    ]
)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("σ(z)(1−σ(z))", "σ(z)·(1 − σ(z))"),
        (r"\frac{1}{2}x^2", "1/2·x²"),
        (r"\frac12 x^{2}", "1/2·x²"),
        (r"\frac{\partial L}{\partial z} = \hat{y} - y", "ŷ − y"),
        ("∂L/∂z = p - y", "p − y"),
        ("-y log p - (1-y) log(1-p)", "−y·ln(p) − (1 − y)·ln(1 − p)"),
        ("np.exp(-x)/(1+np.exp(-x))**2", "exp(−x)/(1 + exp(−x))²"),
        ("（p－y）／Ｎ", "(p − y)/N"),
        ("Σ_k y_k log p_k + λ", "Σₖ yₖ·ln(pₖ) + λ"),
        (r"\sum_{n=1}^{N} (x_n - \mu)^2", "Σₙ (xₙ − μ)²"),
        ("e^{-z}", "exp(−z)"),
        ("ηg_t", "η·gₜ"),
        ("2πσ²", "2·π·σ²"),
        ("y_hat", "ŷ"),
        ("m_{t-1}", "mₜ₋₁"),
        (r"\tanh^2 z", "tanh(z)²"),
        ("x_i^2", "xᵢ²"),
        ("x^2_i", "xᵢ²"),
        ("|x|", "|x|"),
        (r"\|x\|", "|x|"),
        ("x if x > 0 else 0", "if(x > 0, x, 0)"),
        (r"W^{(l)}", "W⁽ˡ⁾"),
        ("1e-3 x", "0.001·x"),
        (r"\log_2 x", "log2(x)"),
        ("σ'(z)", "σ′(z)"),
        (r"$\left(\frac{a}{b}\right)^{2}$", "(a/b)²"),
        ("Θ_1", "Θ₁"),
    ],
)
def test_reads_every_way_of_writing(text: str, read: str) -> None:
    """LaTeX, NumPy, Unicode and full-width signs say the same things."""
    assert unicode_text(reading(text, FREE)) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("X.T @ (p - y) / N", "Xᵀ @ (ŷ − y)/N"),
        (r"\frac{1}{N}\mathbf{X}^\top(\hat{y} - y)", "1/N·Xᵀ @ (ŷ − y)"),
        ("Xw", "X @ w"),
        ("wᵀw", "wᵀ @ w"),
        ("w·w", "w @ w"),
        ("w ⊙ w", "w ⊙ w"),
        ("w * w", "w ⊙ w"),
        ("‖w‖²", "‖w‖²"),
        ("ηg", "η·g"),
        ("lr*g", "η·g"),
        ("f'(g)", "f′(g)"),
        ("p_n - y_n", "ŷₙ − yₙ"),
        ("np.sum(X, axis=0)", "sum(X, axis=0)"),
        ("X.sum(axis=1)", "sum(X, axis=1)"),
        ("y yᵀ", "y yᵀ"),
        ("X[n, d]", "X_nd"),
        ("I_N - y yᵀ", "I_N − y yᵀ"),
        ("-gσ(η) + ηgf(g)", "−g·σ(η) + η·g·f(g)"),
    ],
)
def test_reads_by_the_declared_symbols(text: str, read: str) -> None:
    """What is declared decides between products, entries and calls."""
    assert unicode_text(reading(text, LAYER)) == read


@pytest.mark.parametrize(
    ("text", "symbols", "complaint"),
    [
        (
            "sigmoidd(x)",
            FREE,
            "column 1: `sigmoidd` is not a function; did you mean sigmoid, sign?",
        ),
        ("abc + 1", FREE, "column 1: `abc` is not defined"),
        ("q - y", LAYER, "column 1: `q` is not defined"),
        (
            "a/2σ",
            FREE,
            "column 2: it is unclear where the denominator ends (`σ` follows); add parentheses",
        ),
        (
            "log p/q",
            FREE,
            "column 5: it is unclear where the argument ends (`/` follows); put it in parentheses",
        ),
        (
            "e^2x",
            FREE,
            "column 2: it is unclear where the exponent ends (`x` follows); add parentheses",
        ),
        (
            "X @ (p - y)",
            LAYER,
            "column 3: shapes (N, D) and (N,) cannot be multiplied. Transpose the left factor?",
        ),
        (
            "X + W",
            LAYER,
            (
                "column 3: `+` works entry by entry, and (N, D) does not fit (D, K). "
                "Check the shapes of the factors."
            ),
        ),
        (
            "y ŷ",
            LAYER,
            (
                "column 3: it is unclear how two vectors are multiplied; "
                "write `⊙` entry by entry, `xᵀy` for the inner product"
            ),
        ),
        (
            r"\frc{1}{2}",
            FREE,
            r"column 1: unknown command `\frc`; did you mean \frac, \tfrac, \dfrac?",
        ),
        ("2x = 4", FREE, "column 4: write one side, not an equation"),
        ("(x + 1", FREE, "the parenthesis in column 1 is not closed by column 7"),
        ("", FREE, "the expression is empty"),
        ("2 3", FREE, "column 3: an operator is missing before `3`"),
        ("n!", FREE, "column 2: factorials (`!`) are not read"),
        ("Σ_k x", FREE, "column 1: the range of the index k is unknown, as no term uses it"),
    ],
)
def test_complains_with_the_column(text: str, symbols: Table, complaint: str) -> None:
    """What is unknown, unfit or could mean two things is refused where it stands."""
    with pytest.raises(DlprepError) as caught:
        reading(text, symbols)
    assert words(caught.value.messages[0], "en") == complaint


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("X", "x"),
        ("x_1", "x1"),
        ("N", "n"),
        ("sigmoid(x)", "s*i*g*m*o*i*d"),
        ("log(x)", "log10(x)"),
    ],
)
def test_keeps_different_things_apart(one: str, other: str) -> None:
    """Case, subscripts and words are never lost in silence."""
    assert _node(one) is not _node(other)


def _node(text: str) -> object:
    try:
        return reading(text, FREE).node
    except DlprepError as refused:
        return refused


@pytest.mark.parametrize(
    "text",
    [
        "9**9**9",
        "(" * 500,
        "-" * 900 + "1",
        "x" + "^2" * 300,
        r"\frac{" * 200,
        "{" * 300 + "}" * 300,
        "__import__('os').system('true')",
        "1" * 200,
        "Σ_k " * 100 + "x_k",
        "x.T" * 200,
        "|" * 200,
        "sqrt" * 100,
        "+".join("x" * 300),
        "Σ_i Σ_j Σ_k Σ_l Σ_m Σ_n x_i x_j x_k x_l x_m x_n",
    ],
)
def test_hostile_text_is_refused(text: str) -> None:
    """A limit is met before time is spent, and nothing is executed."""
    with pytest.raises(DlprepError):
        reading(text, FREE)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("w -= lr * dw", "w − lr·dw"),
        ("p_ip_j", "pᵢ·pⱼ"),
        ("a_1b_2", "a₁·b₂"),
        ("m_hat_t", "m̂ₜ"),
        ("β^2P", "β²·P"),
        (r"\frac ab", "a/b"),
        (r"{a \over b + c}", "a/(b + c)"),
        (r"\log_b x", "ln(x)/ln(b)"),
        ("20 lg M", "20·log10(M)"),
        ("f'(x) f(x)", "f′(x)·f(x)"),
        ("θ − η∇L(θ_t)", "θ − η·∇L(θ_t)"),
        ("(1/N) Σ (x_i − μ)²", "1/N·Σᵢ (xᵢ − μ)²"),
        (r"\begin{cases} x & x > 0 \\ 0 & \text{otherwise} \end{cases}", "if(x > 0, x, 0)"),
        ("I(z > 0)", "z > 0"),
        ("KL(p‖q)", "sum(p ⊙ ln(p/q))"),
        ("∂L/∂z = y − p = −(p − y)", "−(p − y)"),
        (r"w^T x", "w·x"),
    ],
)
def test_reads_the_habits_of_the_field(text: str, read: str) -> None:
    """Updates, subscripts of one character, logarithms to a base, gradients, cases, chains."""
    assert unicode_text(reading(text, FREE)) == read


def test_an_alias_is_known_in_every_spelling() -> None:
    """Accents, labels and derivatives of a declared alias are no new names."""
    symbols = table(
        [
            Symbol(name="m̂_t", aliases=("m_hat",)),
            Symbol(name="D", aliases=(r"\delta^{(l+1)}",), is_="matrix", shape=("N", "K")),
            Symbol(name="G", aliases=("∂L/∂Y",), is_="matrix", shape=("N", "K")),
        ],
        free=True,
    )
    for text in (r"\hat{m}_t", "m_hat_t", "m_hat", "m̂ₜ"):
        assert unicode_text(reading(text, symbols)) == "m̂ₜ"
    assert unicode_text(reading(r"\delta^{(l+1)\top}", symbols)) == "Dᵀ"
    assert unicode_text(reading(r"\frac{\partial L}{\partial Y} + D", symbols)) == "G + D"


def test_letters_of_other_alphabets_are_no_names() -> None:
    """A Cyrillic х looks like x and is refused."""
    with pytest.raises(DlprepError) as caught:
        reading("х + 1", FREE)
    assert words(caught.value.messages[0], "en") == "column 1: `х` is not defined"


@pytest.mark.parametrize(
    ("text", "read"),
    [("w^Tw", "wᵀ @ w"), ("(X^TX + λI)^{-1}X^Ty", "(Xᵀ @ X + λ·I_D)⁻¹ @ Xᵀ @ y")],
)
def test_a_transpose_reaches_no_further_than_its_letter(text: str, read: str) -> None:
    """In w^Tw the exponent is T, not T·w."""
    symbols = LAYER.with_symbols([Symbol(name="λ", domain="positive")])
    assert unicode_text(reading(text, symbols)) == read


def test_an_average_behind_a_logarithm_is_outside_of_it() -> None:
    """`log p / N` divides the logarithm, where a size stands apart; `log p/q` is refused."""
    assert unicode_text(reading("−Σ_n y_n log p_n / N", FREE)) == "−Σₙ yₙ·ln(pₙ)/N"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("∑ᵢ₌₁ᴺ xᵢ", "Σ_{i=1}^{N} xᵢ"),
        ("ln(1 + e⁻ˣ)", "ln(1 + exp(−x))"),
        (r"\langle w, x\rangle", "w·x"),
        (r"\sigma^\prime(z)", "σ′(z)"),
        (r"\exp\{-x\}", "exp(−x)"),
        (r"\log\left[\frac{a}{b}\right]", "ln(a/b)"),
        (r"p(y=k|x) = \frac{e^{z_k}}{\sum_j e^{z_j}}", "exp(zₖ)/(Σⱼ exp(zⱼ))"),
        ("softmax(z/T)_i", "softmax(z/T)ᵢ"),
        ("x⃗·y", "x·y"),
    ],
)
def test_reads_signs_that_stand_for_brackets_and_letters(text: str, read: str) -> None:
    """Superscript letters, angle brackets, primes in LaTeX, braces around an argument."""
    assert unicode_text(reading(text, FREE)) == read


@pytest.mark.parametrize(
    ("text", "read", "dims"),
    [
        ("X.std(axis=0)", "√var(X, axis=0)", ("D",)),
        ("np.linalg.norm(X, axis=1)", "√sum(X², axis=1)", ("N",)),
        ("np.linalg.norm(w, ord=1)", "‖w‖₁", ()),
        ("X.mean(0, keepdims=True)", "mean(X, axis=0, keepdims=True)", ("1", "D")),
        ("w ⊗ w", "outer(w, w)", ("D", "D")),
        ("np.abs(w).sum()", "sum(abs(w))", ()),
    ],
)
def test_no_option_is_lost(text: str, read: str, dims: tuple[str, ...]) -> None:
    """An axis that is written is used."""
    found = reading(text, LAYER)
    assert (unicode_text(found), found.kind.dims) == (read, dims)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("np.exp(X, axis=1)", "column 4: unknown option `axis`"),
        ("np.diag(w, k=1)", "column 4: unknown option `k`"),
        (
            "|w|",
            "column 1: an array stands between bars; write ‖…‖ for its norm, abs(…) entry by entry",
        ),
    ],
)
def test_what_would_be_ignored_is_refused(text: str, complaint: str) -> None:
    """Options without a meaning, and bars whose meaning depends on the author."""
    with pytest.raises(DlprepError) as caught:
        reading(text, LAYER)
    said = words(caught.value.messages[0], "en")
    assert said.startswith(complaint)


def test_a_factor_before_a_subscripted_name_needs_no_sign() -> None:
    """2πσ_1² is 2·π·σ_1², also where σ alone is no name."""
    declared = table([Symbol(name="σ_1")])
    assert unicode_text(reading("2πσ_1²", declared)) == unicode_text(reading("2·π·σ_1²", declared))
    with pytest.raises(DlprepError, match="unknown-name"):
        reading("2πσ_2²", declared)
