"""NumPy without what nobody uses where programs are judged, a fifth of the time to load it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from types import ModuleType

# Docstrings of what is compiled, a seventh of NumPy; its own manual mocks them as well.
_DOCSTRINGS = ("numpy._core._add_newdocs", "numpy._core._add_newdocs_scalars")


def skip_docstrings() -> None:
    """To be called before NumPy is loaded."""
    sys.modules |= {name: ModuleType(name) for name in _DOCSTRINGS}


def load_random() -> None:
    """Load `numpy.random`, which takes one function of `secrets`: what generators start from that
    nobody has seeded. All of `secrets` loads OpenSSL, which takes as long as the generators."""
    if "secrets" not in sys.modules:
        light = ModuleType("secrets")
        vars(light)["randbits"] = _randbits
        sys.modules["secrets"] = light
        with suppress(ImportError):  # NumPy takes more of it: all is loaded when it is used
            import numpy.random  # noqa: F401, PLC0415 - that is what this is for
        del sys.modules["secrets"]


def _randbits(bits: int) -> int:
    """As `secrets.randbits`."""
    return int.from_bytes(os.urandom(-(-bits // 8)), "little") >> -bits % 8
