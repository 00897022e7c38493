"""The starter of an exercise."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from dlprep.check.source.starter import starter

SOLUTIONS = sorted((Path(__file__).parents[4] / "solutions").glob("*.py"))


def test_the_starter_keeps_what_a_learner_needs() -> None:
    """Docstrings, imports and constants stay; bodies, private functions and mistakes go."""
    solution = textwrap.dedent('''
        """Conventions."""

        import numpy as np

        EPS = 1e-5


        def _inner(x):
            return x


        def f(x: float,
              y: float = 1.0) -> float:
            """The sum."""
            # why
            total = x + y
            # mistake minus: total = x - y
            return total
            # mistake none: return None


        class Net:
            def __init__(self):
                self.w = 1

            def forward(self, x):
                return x

            def __call__(self, x):
                return self.forward(x)
    ''').lstrip()
    assert (
        starter(solution)
        == textwrap.dedent('''
        """Conventions."""

        import numpy as np

        EPS = 1e-5


        def f(x: float,
              y: float = 1.0) -> float:
            """The sum."""
            raise NotImplementedError


        class Net:
            def __init__(self):
                raise NotImplementedError

            def forward(self, x):
                raise NotImplementedError

            def __call__(self, x):
                raise NotImplementedError
    ''').lstrip()
    )


def test_the_starter_does_not_tell_what_people_do_wrong() -> None:
    """A mark may stand below the line of a signature, where the body begins."""
    solution = "def f(x, y=1):\n    # mistake wrong-default: def f(x, y=2):\n    return x + y\n"
    bare = "def f(x, y=1):\n    raise NotImplementedError\n"
    assert starter(solution) == bare
    described = solution.replace("y=1):\n", 'y=1):\n    """The sum."""\n')
    assert starter(described) == bare.replace("y=1):\n", 'y=1):\n    """The sum."""\n')


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_no_starter_shows_a_mark(path: Path) -> None:
    """Whatever stands in a solution."""
    bare = starter(path.read_text(encoding="utf-8"))
    assert "# mistake" not in bare
    assert "# convention" not in bare
