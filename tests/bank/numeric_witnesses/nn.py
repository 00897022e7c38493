"""Numeric questions of the branch nn, answered a second time."""

from numeric_witnesses.tools import Witness

WITNESSES: dict[str, Witness] = {}
