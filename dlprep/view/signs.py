"""Signs of verdicts: meaning never hangs on colour alone."""

from __future__ import annotations

from dlprep.model.report import Verdict

_SIGNS: dict[Verdict, tuple[str, str]] = {
    "passed": ("✓", "right"),
    "convention": ("≈", "warn"),
    "not-judged": ("–", "dim"),
    "not-implemented": ("·", "warn"),
}


def sign(verdict: Verdict) -> tuple[str, str]:
    """The sign of a verdict and the style it is drawn in."""
    return _SIGNS.get(verdict, ("✗", "wrong"))
