"""One-edit mutants of every right alternative against `dlprep check`: are all of them rejected?

    python bench/mutants.py [--exercise SLUG] [--per-file 12] [--seed 1] [--log FILE]

A mutant counts if it is another program than its original, which is found out by running both
directly. `--per-file 0` takes every mutant. With `--log` results are appended to a file of JSON
lines, and a second call with the same file goes on where the first one stopped.
Ends in 1 if a mutant survives or is refused for a fault of the checker.
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "bank"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "mutants"))

from equivalence import Difference, reasons
from mutator import Mutant
from rejection import Outcome, TurnedDownError, Verdict, alternatives, outcomes, sampled

WIDTH = 24
COLUMNS = ("mutants", "differ", "rejected", "plausible", "named", "located", "fault", "facts")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--exercise", help="one exercise, such as softmax-ce-fb")
    parser.add_argument("--per-file", type=int, default=12, help="mutants per file; 0 takes all")
    parser.add_argument("--seed", type=int, default=1, help="of the sample and of the cases")
    parser.add_argument("--timeout", type=float, default=3.0, help="seconds for each case")
    parser.add_argument("--log", type=Path, help="JSON lines of results; resumes where they end")
    return parser.parse_args()


def key(alternative: Path, mutant: Mutant) -> str:
    text = f"{alternative.parent.name}/{alternative.name}\n{mutant.source}"
    return hashlib.sha256(text.encode()).hexdigest()


def logged(log: Path | None) -> dict[str, dict[str, Any]]:
    """Results of earlier calls by key; a line cut short by an interruption is left out."""
    if log is None or not log.exists():
        return {}
    lines = log.read_text(encoding="utf-8").split("\n")[:-1]
    return {entry["key"]: entry for entry in map(json.loads, lines)}


def note(log: Path | None, outcome: Outcome) -> None:
    if log is not None:
        entry = {
            "key": key(outcome.alternative, outcome.mutant),
            "difference": dataclasses.asdict(outcome.difference),
            "verdict": dataclasses.asdict(outcome.verdict),
        }
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")


def restored(alternative: Path, mutant: Mutant, entry: dict[str, Any]) -> Outcome:
    words = entry["verdict"]
    words |= {"mistakes": tuple(words["mistakes"]), "lines": tuple(words["lines"])}
    return Outcome(alternative, mutant, Difference(**entry["difference"]), Verdict(**words))


def measured(options: argparse.Namespace) -> Iterator[Outcome]:
    """All outcomes, file by file, with a line of progress on standard error."""
    done, files, started = logged(options.log), alternatives(options.exercise), time.monotonic()
    for i, file in enumerate(files, 1):
        picked = sampled(file, options.per_file, options.seed)
        known = {m: done[k] for m in picked if (k := key(file, m)) in done}
        yield from (restored(file, mutant, entry) for mutant, entry in known.items())
        fresh = [mutant for mutant in picked if mutant not in known]
        try:
            for outcome in outcomes(file, fresh, seed=options.seed, timeout=options.timeout):
                note(options.log, outcome)
                yield outcome
        except TurnedDownError as error:
            print(f"\nleft out, a right answer that does not pass: {error}", file=sys.stderr)
        spent = time.monotonic() - started
        where = f"{file.parent.name}/{file.name}"
        print(f"\r{i}/{len(files)} {spent:4.0f} s  {where:50}", end="", file=sys.stderr)
    print(file=sys.stderr)


def naming(outcome: Outcome) -> str:
    """How much the report says of a plausible mutant: a name, a line, a fault, or facts alone.
    Another convention is a name; the line of the learner's own exception is a line."""
    verdict = outcome.verdict
    if verdict.mistakes or verdict.verdict == "convention":
        return "named"
    if verdict.lines:
        return "located"
    return "facts" if verdict.verdict in {"wrong", "not-finite"} else "fault"


def counted(outcome: Outcome) -> Iterator[str]:
    """The columns one outcome adds to."""
    yield "mutants"
    if outcome.difference.equivalent:
        return
    yield "differ"
    if outcome.caught:
        yield "rejected"
    if outcome.mutant.plausible and outcome.verdict.rejected:
        yield "plausible"
        yield naming(outcome)
        if outcome.mutant.line in outcome.verdict.lines:
            yield "right line"


def table(found: list[Outcome]) -> Iterator[str]:
    yield " " * WIDTH + "".join(f"{name:>11}" for name in COLUMNS)
    slugs = dict.fromkeys(outcome.slug for outcome in found)
    for label, part in [*((s, [o for o in found if o.slug == s]) for s in slugs), ("all", found)]:
        counts = Counter(name for outcome in part for name in counted(outcome))
        yield f"{label:{WIDTH}}" + "".join(f"{counts[name]:>11}" for name in COLUMNS)
    located = sum(bool(outcome.verdict.lines) for outcome in found)
    right = Counter(name for outcome in found for name in counted(outcome))["right line"]
    yield f"a line is given for {located} mutants, the edited one for {right}"


def unexplained(found: list[Outcome]) -> list[Outcome]:
    """Equivalent mutants for which no person has written down why."""
    known = {(r.exercise, r.alternative, r.line, r.edit) for r in reasons()}
    return [
        o
        for o in found
        if o.difference.equivalent
        and (o.slug, o.alternative.stem, o.mutant.line, o.mutant.description) not in known
    ]


def main() -> int:
    found = list(measured(arguments()))
    print("\n".join(table(found)))
    survivors = [outcome for outcome in found if outcome.survivor]
    print(f"\nsurvivors: {len(survivors)}")
    print("\n".join(f"  {outcome}" for outcome in survivors))
    silent = unexplained(found)
    print(f"\nequivalent on everything tried, without a written reason: {len(silent)}")
    print("\n".join(f"  {o.slug}/{o.alternative.name}: {o.mutant.description}" for o in silent))
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
