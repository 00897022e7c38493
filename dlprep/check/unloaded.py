"""Reports on files of which nothing could be run."""

from __future__ import annotations

from dlprep.check.grading.grade import worst
from dlprep.check.running.runs import UNTOLD, StepRun
from dlprep.model.item import Code
from dlprep.model.message import Message
from dlprep.model.report import ExerciseReport, Verdict
from dlprep.sandbox.frames import Value

_LOADING: tuple[Verdict, ...] = (
    "timeout",
    "memory",
    "output-limit",
    "exit",
    "import-error",
    "syntax-error",
    "not-implemented",
    "crash",
)
_VERDICTS: dict[str, Verdict] = {verdict: verdict for verdict in _LOADING}


def not_loaded(code: Code, loaded: StepRun, printed: str) -> ExerciseReport:
    """What is said where loading the file went wrong."""
    told: dict[str, Value] = {**UNTOLD, **loaded.told}
    if loaded.kind == "absent":
        return bare(code, "not-judged", Message("check.stand-in", told), printed)
    verdict: Verdict = worst([_VERDICTS.get(loaded.kind, "crash")])
    said = loaded.told.get("reason") or f"load.{_loading(verdict, told)}"
    return bare(code, verdict, Message(f"check.{said}", told), printed)


def _loading(verdict: Verdict, told: dict[str, Value]) -> str:
    if verdict != "crash":
        return verdict
    if told["line"]:
        return "raised"
    return "raised-somewhere" if told["type"] else "died"


def bare(code: Code, verdict: Verdict, message: Message, printed: str) -> ExerciseReport:
    """A report without cases: nothing could be run."""
    return ExerciseReport(
        id=code.id,
        verdict=verdict,
        functions=(),
        time_ms=0.0,
        reference_time_ms=0.0,
        message=message,
        printed=printed,
    )
