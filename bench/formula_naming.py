"""How often dlprep names the slip in a wrong formula, and whether it flags right ones.

    python bench/formula_naming.py [--part dev|held-out] [--seed 1] [--each 16] [--list]

The slips come from `tests/formulas`, which shares no code with the naming. Each counts once:
named      a printed name is true of it, and at most three are printed
long       a printed name is true of it, among more than three
false      names are printed, and none is true of it
bare       wrong, and no name is printed
right      passed as right: a wrong formula accepted
undecided, unread  not judged
`unnamable` kinds have no sentence in the product; they count as all others do.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "formulas"))

from formula_corpus import Formula, formulas  # noqa: E402
from formula_product import said_of, spelled, verdict  # noqa: E402
from formula_rewritings import rewritings  # noqa: E402
from formula_truth import NAMES, Slip, slips  # noqa: E402

from dlprep.bank.index import Bank  # noqa: E402
from dlprep.bank.locate import find_roots  # noqa: E402

COLUMNS = ("named", "long", "false", "bare", "right", "undecided", "unread", "form")


def drawn(part: list[Formula], each: int, seed: int) -> list[Slip]:
    """At most `each` slips of a kind."""
    chance = random.Random(seed)
    by_kind: dict[str, list[Slip]] = defaultdict(list)
    for formula in part:
        for slip in slips(formula):
            by_kind[slip.edit.kind].append(slip)
    return [
        slip
        for kind in sorted(by_kind)
        for slip in chance.sample(by_kind[kind], min(each, len(by_kind[kind])))
    ]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--part", choices=("dev", "held-out"), default="dev")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--each", type=int, default=16)
    options.add_argument("--rewritings", type=int, default=400)
    options.add_argument("--list", action="store_true")
    chosen = options.parse_args()
    part = [each for each in formulas() if each.held_out == (chosen.part == "held-out")]
    with tempfile.TemporaryDirectory() as cache:
        bank = Bank.open(find_roots(None, []), Path(cache), lambda _done, _total: None)
        measure_slips(bank, part, chosen)
        measure_rewritings(bank, part, chosen)


def measure_slips(bank: Bank, part: list[Formula], chosen: argparse.Namespace) -> None:
    found = drawn(part, chosen.each, chosen.seed)
    chance = random.Random(chosen.seed)
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for slip in found:
        edit = slip.edit
        text = spelled(edit.formula, edit.tree, chance)
        said = said_of(bank, edit.formula, text)
        column = verdict(slip, said)
        table[edit.kind][column] += 1
        if chosen.list and column != "named":
            names = ", ".join(" ".join(name) for name in said.names)
            print(f"{column:9} {edit.kind:22} {edit.formula.id}: {edit.formula.text}  →  {text}")
            print(f"{'':33}said: {names}")
    print(f"{len(found)} slips in {len({each.edit.formula.id for each in found})} formulas")
    print(f"{'kind':24}" + "".join(f"{column:>10}" for column in COLUMNS))
    total: Counter[str] = Counter()
    for kind in sorted(table):
        total += table[kind]
        mark = "" if NAMES[kind] else " (unnamable)"
        print(f"{kind + mark:24}" + "".join(f"{table[kind][column]:10}" for column in COLUMNS))
    print(f"{'all':24}" + "".join(f"{total[column]:10}" for column in COLUMNS))
    print(f"named {100 * total['named'] / len(found):.1f} %")


def measure_rewritings(bank: Bank, part: list[Formula], chosen: argparse.Namespace) -> None:
    chance = random.Random(chosen.seed)
    every = [(formula, tree) for formula in part for tree in (formula.tree, *rewritings(formula))]
    found = chance.sample(every, min(chosen.rewritings, len(every)))
    counted: Counter[str] = Counter()
    for formula, tree in found:
        text = spelled(formula, tree, chance)
        said = said_of(bank, formula, text)
        counted[said.status] += 1
        if chosen.list and said.status != "right":
            print(f"{said.status:9} {formula.id}: {formula.text}  =  {text}  {said.names}")
    print(f"{len(found)} right rewritings: {dict(counted)}")


if __name__ == "__main__":
    main()
