"""Numeric questions of the branch optim, answered a second time."""

from numeric_witnesses.tools import Witness

WITNESSES: dict[str, Witness] = {}
