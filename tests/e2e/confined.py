"""Runs small programs in confined children and prints what each answered, as JSON.

    python confined.py LEVEL < programs.json

Programs are sources by name; each defines `probe()`, which returns text. An answer is that text,
or what the judge was told instead: `raised PermissionError`, `ended crash SIGSYS`.
"""

from __future__ import annotations

import json
import sys
import time

from dlprep.sandbox.forget import forget_surroundings
from dlprep.sandbox.frames import Header, Value, pack
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.nursery import Nursery
from dlprep.sandbox.process import EndedError, Learner, Source

PATIENT = Limits(start_s=60, case_s=60)
ASK = {
    "case": 1,
    "steps": [["probe", [], {}, ["said"], {}]],
    "probes": "",
    "strided": [],
    "watched": [],
}


def said(learner: Learner) -> str:
    """What the program answered, in one line."""
    loaded = learner.greet()
    if loaded["kind"] != "ok":
        return told(loaded, None)
    until = time.monotonic() + PATIENT.case_s
    learner.send(pack(ASK, {}))
    return told(*learner.receive(until, 1 << 20))


def told(header: Header, value: Value) -> str:
    """A reply in words."""
    if header["kind"] == "ok":
        return str(value["outputs"]["said"])
    return f"raised {header.get('type', header['kind'])}: {header.get('text', '')}"


def tried(nursery: Nursery, source: str) -> dict[str, str]:
    learner = Learner.born(nursery)
    learner.start(Source("probe.py", source.encode()), PATIENT)
    try:
        words = said(learner)
    except EndedError as ended:
        words = f"ended {ended.verdict} {ended.detail}"
    finally:
        learner.close()
        learner.forget()
    return {"level": learner.level, "said": words}


def main(level: str) -> None:
    programs = json.load(sys.stdin)
    out = sys.stdout
    forget_surroundings()
    nursery = Nursery(level)  # type: ignore[arg-type]
    answers = {name: tried(nursery, source) for name, source in programs.items()}
    nursery.close()
    json.dump(answers, out)


if __name__ == "__main__":
    main(sys.argv[1])
