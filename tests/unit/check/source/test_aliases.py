"""Whether a program changes an array under one of its names."""

from __future__ import annotations

import pytest

from dlprep.check.source.aliases import shares_arrays


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        pytest.param("b = a\nb *= 2", True, id="changed under the new name"),
        pytest.param("b = a\na[0] = 2", True, id="changed under the old name"),
        pytest.param("b = a.copy()\nb *= 2", False, id="a copy"),
        pytest.param("b = a\nc = b * 2", False, id="nothing is changed"),
        pytest.param("m = c.setdefault('m', a)\nm += 1", True, id="a default"),
        pytest.param("m = c.get('m', a)\nn = m + 1", False, id="a default that stays"),
        pytest.param("b = a.flatten()\nb[0] = 1", True, id="a copy that is changed"),
        pytest.param("e = np.exp(z, out=z)", True, id="a result written into what is read"),
        pytest.param("e = np.exp(z, out=e)", False, id="a result in its own place"),
        pytest.param("b = a\nnp.exp(a, out=b)", True, id="written into a second name"),
        pytest.param("def f(:", False, id="no Python"),
    ],
)
def test_what_two_names_share(text: str, shares: bool) -> None:
    assert shares_arrays(text.encode()) is shares
