"""Bank texts lose their marks on the screen."""

import pytest

from dlprep.view.prose import plain, prose


def test_formulas_and_code_lose_their_marks() -> None:
    """Dollar signs and backticks are marks for authors, not for readers."""
    assert plain("with $p − y$ and `np.exp`, for \\$5") == "with p − y and np.exp, for $5"


def test_formulas_carry_a_style_but_the_same_letters() -> None:
    """A styled text reads like the plain one."""
    drawn = prose("is $σ(z)$ here")
    assert drawn.plain == "is σ(z) here"
    assert [(s.start, s.end, s.style) for s in drawn.spans] == [(3, 7, "math")]


def test_emphasis_is_bold_and_powers_stay() -> None:
    """Two stars stand around words; between numbers and letters they are a power."""
    drawn = prose("以概率 $p$ **保留**并除以 $p$; to **keep it**: x**2 + y**2")
    assert drawn.plain == "以概率 p 保留并除以 p; to keep it: x**2 + y**2"
    bold = [drawn.plain[s.start : s.end] for s in drawn.spans if s.style == "bold"]
    assert bold == ["保留", "keep it"]
    assert plain("**never**") == "never"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("$10^{−8}$", "10⁻⁸"),
        ("$2^{-14}·10^5$", "2⁻¹⁴·10⁵"),
        ("$β_1^t, W_{12}$", "β₁^t, W₁₂"),
        ("$h_{t−1}$", "h_{t−1}"),
        ("$x^{2i}, 2^2i, x^2_3$", "x^{2i}, 2^2i, x^2₃"),
        ("`W_1` and a_1", "W_1 and a_1"),
    ],
)
def test_numbers_in_exponents_and_indices_stand_as_on_paper(written: str, shown: str) -> None:
    """Only numbers, which have signs of their own in every font; code stays as it is typed."""
    assert plain(written) == prose(written).plain == shown
