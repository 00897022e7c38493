"""Which small rewritings are tried on a program, and in which order.

Each rule looks at one place of a syntax tree and proposes other expressions for it. What a
proposal means for the numbers is said by its kind; `view` has a sentence for each.
"""

from __future__ import annotations

from dlprep.check.change import Rule
from dlprep.check.rules_arithmetic import (
    complements,
    constants,
    dropped,
    operators,
    ranges,
    signs,
    slices,
    transposes,
)
from dlprep.check.rules_axes import axes
from dlprep.check.rules_calls import calls, counts, others, wrapped
from dlprep.check.rules_variables import doubled, emptied, exchanged, joined, names, scaled, slopes

# What people do to a right line, likeliest first; applied to a solution they give its wrong forms.
MISTAKES: tuple[Rule, ...] = (
    dropped,
    signs,
    transposes,
    calls,
    doubled,
    operators,
    complements,
    names,
    exchanged,
    slices,
    constants,
    scaled,
    emptied,
)
# What undoes a mistake in a learner's line; first what changes a token, then what adds to it.
REPAIRS: tuple[tuple[Rule, ...], ...] = (
    (signs, transposes, operators, dropped, complements, constants),
    (calls, counts, ranges, slices, axes, doubled, exchanged),
    (scaled, names, others, emptied),
    (wrapped, joined, slopes),
)
