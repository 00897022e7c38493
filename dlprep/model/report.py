"""The report of a check: a value that the terminal, JSON and tests read alike."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from dlprep.model.message import Message
from dlprep.model.text import Text
from dlprep.model.value import dataclass

Verdict = Literal[
    "passed",
    "wrong",
    "convention",
    "shape",
    "dtype",
    "not-finite",
    "timeout",
    "memory",
    "output-limit",
    "crash",
    "exit",
    "import-error",
    "syntax-error",
    "policy",
    "non-deterministic",
    "input-mutated",
    "not-judged",
    "not-implemented",
    "checker-error",
]
# Facts with a convention followed and the one asked for: all else is right, or judged by it.
ACCEPTED = "check.fact.accepted"
CONVENTIONS = frozenset(("check.fact.convention", "check.fact.follows", ACCEPTED))
# A fact of a function that gives nothing to be compared; it names those in which it shows.
UNSEEN = "verdict.unseen"
# Of a call that is not judged: the inputs that an earlier call has changed.
CHANGED = "verdict.changed"
UNSTABLE = "check.unstable"
STDIN = "<stdin>"  # the name of a file that came by standard input
Isolation = Literal["L0", "L1", "L2", "L3"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One array entry where the learner and the reference differ."""

    index: tuple[int, ...]
    yours: float
    expected: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorMap:
    """Where an array is wrong. `shape` is the array's own.

    `cells` is an array in row-major order, one digit a cell: 0 right, 1 less than a tenth off,
    2 less than its own size off, 3 more, 4 not a finite number. A cell is a block of `block`
    entries along each axis (more than one entry only in large arrays) and as wrong as the worst
    of them. `pattern` says in words which entries are wrong; `wrong` is how many.
    """

    shape: tuple[int, ...]
    block: tuple[int, ...]
    cells: str
    wrong: int
    pattern: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputResult:
    """One output of one case; `worst` are the entries farthest off, worst first. `map` is drawn
    only where somebody asked for it."""

    name: str
    verdict: Verdict
    worst: tuple[Entry, ...] = ()
    message: Message | None = None
    map: ErrorMap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One function on one labelled case; the `stability` axis is reported apart. `unjudged` are the
    outputs of calls that there is no verdict on, since an earlier call is wrong."""

    label: Text
    verdict: Verdict
    outputs: tuple[OutputResult, ...] = ()
    message: Message | None = None
    axis: Literal["value", "stability"] = "value"
    unjudged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedMistake:
    """A mistake that explains the numbers: `confirmed` on fresh cases, or `consistent`.

    `source` says how it was found: a mistake written in a solution, two of them at once, an edit
    of a reference, or a repair of the learner's own code. Of a repair `line` is the learner's
    line (from 1), `fix` what would stand there and `but` the labels of cases on the stability axis
    that it does not mend; it is `apart` where it mends `output` and other outputs are wrong for
    another reason; `code` is then `repair`. Of an edit `code` is
    `edit`, `effect` says what the output behaves like, with variables of the worked solution where
    it is `foreign`, and in a `place` of it where what is spoken of stands in several; line and fix
    are known where the learner's own code could be mended, too.
    `alike` are other lines that must change in the same way, and `either` lines of which any one
    would do as well. Of a statement in a wrong place `effect` is the cause, and `where` it belongs.
    Of a written mistake `forms` are the comments, by file and line, that give these numbers; where
    a hint is asked for, all of them, and line and fix are those of the learner's own code, if one
    line mends it.
    """

    code: str
    confidence: Literal["confirmed", "consistent"]
    output: str
    text: Text
    source: Literal["written", "pair", "edit", "repair"] = "written"
    line: int | None = None
    fix: str | None = None
    but: tuple[Text, ...] = ()
    apart: bool = False
    effect: Message | None = None
    foreign: bool = False
    place: str | None = None
    alike: tuple[int, ...] = ()
    either: tuple[int, ...] = ()
    where: Message | None = None
    forms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolicEntry:
    """One wrong entry in symbols; an expression too long to read is None. `note` says how the
    two differ: a term that is missing, a factor, a sign."""

    output: str
    index: tuple[int, ...]
    yours: str | None
    right: str | None
    note: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedStep:
    """An intermediate of the learner's own that was looked at: a gradient `name` = ∂L/∂`of`, or
    without `of` a value of the forward pass. `line` is where the learner gives it its value."""

    name: str
    of: str | None
    line: int | None
    is_right: bool
    entry: SymbolicEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What tracing a wrong function on symbols shows, on one small case. A program that cannot
    be traced has a reason in `refused` and nothing else."""

    sizes: dict[str, int] = field(default_factory=dict)
    entries: tuple[SymbolicEntry, ...] = ()
    steps: tuple[TracedStep, ...] = ()
    refused: Message | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionReport:
    """What is said of one function; `called` is the learner's own name for it, where it has one.

    `unexplained` is set where values are wrong and nothing that was tried gives the same;
    `cut_short` where a clock ended the search for that before all was tried.
    """

    name: str
    called: str | None = None
    verdict: Verdict
    cases: tuple[CaseResult, ...]
    mistakes: tuple[NamedMistake, ...] = ()
    facts: tuple[Message, ...] = ()
    unexplained: bool = False
    cut_short: bool = False
    stability: Message | None = None
    explanation: Explanation | None = None

    @property
    def is_unstable(self) -> bool:
        """Whether it breaks on the stability axis."""
        return breaks(self.stability)


def breaks(stability: Message | None) -> bool:
    """Whether a word on the stability axis names cases that break."""
    return stability is not None and stability.code == UNSTABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The running time of a right program on a larger input of these `sizes`, in milliseconds
    from request to reply, beside the `solution`'s, and where there are such forms of it the
    `vectorised` one's and that of plain `loops`. With `trouble` nothing could be measured: the
    program does not finish there, or gives something else than the solution."""

    sizes: dict[str, int]
    yours_ms: float = 0.0
    references: dict[str, float] = field(default_factory=dict)
    trouble: Literal["failed", "unequal"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseReport:
    """What is said of one exercise; times are of the learner's calls and the reference's.

    `witnesses` name what the reference itself was proved with (`Code.proved_by`).
    """

    id: str
    verdict: Verdict
    functions: tuple[FunctionReport, ...]
    time_ms: float
    reference_time_ms: float
    message: Message | None = None
    printed: str = ""
    witnesses: tuple[str, ...] = ()
    pace: Pace | None = None

    @property
    def is_unstable(self) -> bool:
        """Whether one of its functions breaks on the stability axis."""
        return any(each.is_unstable for each in self.functions)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What `dlprep check` says of one file."""

    file: str
    seed: int
    isolation: Isolation
    exercises: tuple[ExerciseReport, ...]
