"""Which small rewritings are tried on a program, and in which order.

Each rule looks at one place of a syntax tree and proposes other expressions for it. What a
proposal means for the numbers is said by its kind; `view` has a sentence for each.
"""

from __future__ import annotations

from dlprep.check.edits.alike import alike
from dlprep.check.edits.arithmetic import (
    bounds,
    complements,
    constants,
    dropped,
    operators,
    ranges,
    siblings,
    signs,
    slices,
    texts,
    transposes,
)
from dlprep.check.edits.axes import axes, flattened, padded, shaped
from dlprep.check.edits.brackets import brackets
from dlprep.check.edits.calls import calls, counts, matrices, others, wrapped
from dlprep.check.edits.change import Rule
from dlprep.check.edits.overflow import shifted
from dlprep.check.edits.picking import (
    inverted,
    mispicked,
    picked,
    products,
    stacked,
    weighted,
)
from dlprep.check.edits.variables import (
    doubled,
    emptied,
    exchanged,
    fields,
    given,
    in_turn,
    indices,
    joined,
    keys,
    masks,
    merged,
    names,
    remade,
    scaled,
    slopes,
    throughout,
)

# What people do to a right line, likeliest first; applied to a solution they give its wrong forms.
MISTAKES: tuple[Rule, ...] = (
    dropped,
    signs,
    transposes,
    calls,
    doubled,
    operators,
    complements,
    mispicked,
    names,
    exchanged,
    merged,
    slices,
    constants,
    scaled,
    emptied,
)
# What undoes a mistake in a learner's line; first what changes a token, then what adds to it.
REPAIRS: tuple[tuple[Rule, ...], ...] = (
    (signs, transposes, dropped, operators, complements, constants),
    (
        indices,
        keys,
        texts,
        given,
        fields,
        calls,
        counts,
        ranges,
        slices,
        siblings,
        axes,
        padded,
        bounds,
        picked,
        inverted,
        doubled,
        exchanged,
        remade,
        masks,
        merged,
        brackets,
        stacked,
        flattened,
        products,
        alike,
    ),
    (scaled, names, in_turn, throughout, matrices, others, emptied),
    (wrapped, joined, slopes, shifted),
    (weighted, shaped),
)
# What people do to height and width, or to the mean and the square, in the same way.
PARALLEL: tuple[Rule, ...] = (
    *(signs, transposes, dropped, operators, complements, constants, calls, slices, brackets),
    *(bounds, ranges, exchanged),
)
# What people repeat wherever an expression stands.
ALIKE: tuple[Rule, ...] = (
    *(signs, transposes, dropped, operators, complements, constants, calls, slices),
)
