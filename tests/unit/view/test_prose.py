"""Bank texts lose their marks on the screen."""

from dlprep.view.prose import plain, prose


def test_formulas_and_code_lose_their_marks() -> None:
    """Dollar signs and backticks are marks for authors, not for readers."""
    assert plain("with $p − y$ and `np.exp`, for \\$5") == "with p − y and np.exp, for $5"


def test_formulas_carry_a_style_but_the_same_letters() -> None:
    """A styled text reads like the plain one."""
    drawn = prose("is $σ(z)$ here")
    assert drawn.plain == "is σ(z) here"
    assert [(s.start, s.end, s.style) for s in drawn.spans] == [(3, 7, "math")]
