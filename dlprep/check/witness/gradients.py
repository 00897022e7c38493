"""Three witnesses for the gradients of a solution, none of which trusts another.

The forward pass is traced and differentiated in reverse mode; SymPy differentiates the same
expression at a few entries; differences of the plain program are taken along random directions.
Each is held against what the solution's own backward pass returns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dlprep.check.witness.claims import Checked, Found, Subject
from dlprep.check.witness.differences import by_differences
from dlprep.check.witness.traced import by_sympy, by_tracing
from dlprep.model.item import Code
from dlprep.model.message import Message, Place
from dlprep.trace.load import Refusal

WITNESSES: dict[str, Callable[[Subject], Found]] = {
    "traced-gradient": by_tracing,
    "sympy": by_sympy,
    "finite-differences": by_differences,
}


def witness_faults(code: Code, solution: Path, seed: int) -> list[Message]:
    """What speaks against the gradients of a solution, and which of them a witness could not
    check. Runs the solution in this process."""
    place = Place(str(solution))
    if not code.proved_by and not code.properties:
        return [Message("witness.none")]
    if not code.gradients:
        return []
    subject = Subject(code, solution.read_text(encoding="utf-8"), seed)
    if unknown := _unknown(subject):
        return [Message("witness.no-result", {"names": unknown})]
    said = list(_about_tracing(subject, place))
    for name, witness in WITNESSES.items():
        if name in code.proved_by:
            said += _heard(subject, name, list(witness(subject)), place)
    return said


def _unknown(subject: Subject) -> list[str]:
    """What gradients are said to be of although no call gives it."""
    steps = [step for case in subject.cases for step in case.script]
    given = {name for step in steps for name in (*step.gives, *step.reads)}
    named = [of for gradient in subject.code.gradients for of in gradient.of]
    return [of for of in dict.fromkeys(named) if of not in given]


def _about_tracing(subject: Subject, place: Place) -> Iterator[Message]:
    """That the solution cannot be traced is said in the exercise, and only if it is so."""
    runs = map(subject.traced, subject.cases)
    refused = next((run for run in runs if isinstance(run, Refusal)), None)
    declared = subject.code.untraced
    if refused is None and declared is not None:
        yield Message("witness.traces-after-all", {"declared": declared})
    elif refused is not None and refused.what != declared:
        yield Message("witness.not-traced", {"what": refused.what}, Place(place.file, refused.line))


def _heard(subject: Subject, witness: str, found: list[Checked], place: Place) -> Iterator[Message]:
    """Each gradient that is contradicted or was never checked, once."""
    for gradient in subject.code.gradients:
        for wrt, output in gradient.wrt.items():
            seen = [each for each in found if each.claim.output == output]
            wrong = next((each for each in seen if not each.holds), None)
            if not seen:
                values = {"witness": _name(witness), "output": output, "wrt": wrt}
                yield Message("witness.unchecked", values)
            elif wrong is not None:
                yield _contradicted(witness, wrong, place)


def _name(witness: str) -> Message:
    """What it is called, in either language."""
    return Message(f"check.witness.{witness}")


def _contradicted(witness: str, wrong: Checked, place: Place) -> Message:
    values = {
        "witness": _name(witness),
        "output": wrong.claim.output,
        "of": " + ".join(wrong.claim.gradient.of),
        "wrt": wrong.claim.wrt,
        "case": wrong.claim.drawn.case.label,
        "ours": f"{wrong.ours:.6g}",
        "theirs": f"{wrong.theirs:.6g}",
    }
    return Message("witness.wrong", values, place)
