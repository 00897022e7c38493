"""The questions of the bank, one frozen class a kind.

`bank/` reads YAML into these classes by their annotations, and exports the JSON Schema from
them; a field's `metadata` carries what an annotation cannot say (range, pattern, description).
"""

from __future__ import annotations

from dataclasses import field, replace
from types import MappingProxyType
from typing import ClassVar, Literal

from dlprep.model.exercise import (
    Case,
    Draw,
    Function,
    Gradient,
    Judge,
    Property,
    Step,
    WrittenHint,
)
from dlprep.model.rubric import ExampleAnswer, KeyPoint, Misconception
from dlprep.model.text import Lang, Text
from dlprep.model.value import between, dataclass

Way = Literal["computed", "derived", "tested", "reviewed", "draft"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every question has, whatever its kind."""

    kind: ClassVar[str]

    id: str
    leaf: str
    topic: str
    difficulty: int = field(metadata=between(1, 5))
    frequency: int = field(metadata=between(1, 3))
    prompt: Text
    explanation: Text
    verified: Way = "draft"
    rev: int = field(default=1, metadata=between(1, 10_000))
    hint: Text | None = None
    conventions: tuple[str, ...] = ()
    common_mistake: Text | None = None
    follow_up: Text | None = None
    references: tuple[str, ...] = ()
    confuses: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether the question is still that of the template."""
        return "…" in {self.prompt.zh.strip(), self.prompt.en.strip()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of a choice; `key` is stable and never shown as a letter."""

    key: str
    zh: str
    en: str
    why: Text
    right: bool = False
    mistake: str | None = None

    def in_(self, lang: Lang) -> str:
        """The wording in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Item):
    """Pick the right option, or all right options where `several` is set."""

    kind: ClassVar[str] = "choice"

    options: tuple[Option, ...]
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Param:
    """How one parameter of a numeric question is drawn; exactly one of the ways is given."""

    choice: tuple[float, ...] = ()
    int: tuple[int, int] | None = None
    real: tuple[float, float] | None = None
    step: float | None = None
    exclude: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWrong:
    """A wrong answer that people really give, and what it shows."""

    code: str
    value: tuple[str, ...]
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """How far a number may be off: `rel` of the key's size or `abs`, whichever is larger."""

    rel: float = 1e-3
    abs: float = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeric(Item):
    """A number, a vector or a shape, with fresh parameters each time.

    `let`, `where`, `answer` and `value` are expressions in the parameters, read by the
    project's own reader; `{name}` in a text is replaced by that quantity, `{name:.3f}` formatted.
    """

    kind: ClassVar[str] = "numeric"

    params: dict[str, Param] = field(default_factory=dict)
    let: dict[str, str] = field(default_factory=dict)
    where: tuple[str, ...] = ()
    answer: tuple[str, ...]
    unit: str | None = None
    tolerance: Tolerance = Tolerance()
    wrong: tuple[NamedWrong, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A name that a typed formula may use; a `random` one has a value for each of a few outcomes,
    so that E and Var of it mean something. Random ones that are `independent` are so of all."""

    name: str
    is_: Literal["scalar", "vector", "matrix", "index", "function", "random"] = field(
        default="scalar", metadata=MappingProxyType({"key": "is"})
    )
    aliases: tuple[str, ...] = ()
    shape: tuple[str, ...] = ()
    domain: Literal["real", "positive", "unit", "simplex", "one-hot", "natural", "independent"] = (
        "real"
    )
    means: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongFormula:
    """A wrong result that people really write; in a derivation it may be an equation, else it
    stands for the first answer."""

    code: str
    formula: str
    why: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the answer must be written: in terms of these names `only`, `without` these names and
    functions."""

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """What the answer is the derivative of, and by which name; finite differences prove it.

    `where` defines further names by the differentiated one, as in `p = softmax(z)`.
    """

    of: str
    by: str
    where: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(Item):
    """Type a formula."""

    kind: ClassVar[str] = "formula"

    symbols: tuple[Symbol, ...]
    answer: str
    accepted: tuple[str, ...] = ()
    assume: tuple[str, ...] = ()
    form: Form | None = None
    derivative: Slope | None = None
    wrong: tuple[WrongFormula, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DerivationStep:
    """One line of a worked derivation and the reason for it."""

    formula: str
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation(Item):
    """Derive a result line by line.

    `given` are definitions, in order, each by names before it: what a derivative is of, the
    `loss` among them. Each of `answer` is an equation `∂L/∂z = p − y`, whose left side is known
    from what is given. `conditions` hold where the derivation gets to by setting something to
    zero, as in `w = Σ_i α_i y_i x_i`; what is derived before may not use them.
    """

    kind: ClassVar[str] = "derivation"

    minutes: int = field(metadata=between(1, 240))
    symbols: tuple[Symbol, ...]
    given: tuple[str, ...]
    loss: str | None = None
    goal: Text
    steps: tuple[DerivationStep, ...]
    answer: tuple[str, ...]
    form: Form | None = None
    assume: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    hints: tuple[Text, ...] = ()
    wrong: tuple[WrongFormula, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Item):
    """Answer in a few sentences; the rubric lists the key points."""

    kind: ClassVar[str] = "short"

    answer: Text
    points: tuple[KeyPoint, ...]
    misconceptions: tuple[Misconception, ...] = ()
    examples: tuple[ExampleAnswer, ...] = ()

    @property
    def is_ruled(self) -> bool:
        """Whether the rubric says by what words its points are found."""
        return any(point.found_by.groups for point in self.points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Short):
    """An open question: several good answers, judged by the same kind of rubric."""

    kind: ClassVar[str] = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Item):
    """A flashcard: the prompt in front, the answer behind."""

    kind: ClassVar[str] = "card"

    answer: Text
    reverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Item):
    """A coding exercise: functions judged by running them; `solutions/` holds the answer.

    `drill` is the topic of the timed set it belongs to, `courses` those whose files hold these
    functions, each an answer of its own even where another function of the course uses it.
    `accepts` are other conventions that are as right as its own, where a field is of two minds;
    `accepts_in_courses` those that are so in a file of such a course alone, whose years differ.
    `probe` is the text of a program whose functions observe the learner's, where a step says so.
    """

    kind: ClassVar[str] = "code"
    tries_edits: ClassVar[bool] = True  # also wrong forms that nobody has written down

    @property
    def proved_by(self) -> tuple[str, ...]:
        """What the solution was proved with: by lint where it has gradients, in tests by others."""
        derived = () if self.untraced else ("traced-gradient", "sympy")
        proved = (*derived, "finite-differences") if self.gradients else ()
        return (*proved, *self.witnesses)

    def in_course(self) -> Code:
        """The exercise as a function of a course's file is judged by it."""
        return replace(self, accepts=(*self.accepts, *self.accepts_in_courses))

    minutes: int = field(metadata=between(1, 240))
    functions: tuple[Function, ...]
    courses: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    accepts_in_courses: tuple[str, ...] = ()
    inputs: dict[str, Draw]
    let: dict[str, str] = field(default_factory=dict)
    script: tuple[Step, ...]
    probe: str = ""
    cases: tuple[Case, ...]
    tolerance: Tolerance = Tolerance(rel=1e-7, abs=1e-10)
    judge: Judge = "values"
    properties: tuple[Property, ...] = ()
    mutates: tuple[str, ...] = ()
    gradients: tuple[Gradient, ...] = ()
    untraced: str | None = None
    witnesses: tuple[Literal["torch", "onnx"], ...] = ()
    drill: str | None = None
    hints: tuple[WrittenHint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Torch(Code):
    """A coding exercise in PyTorch; it runs only where torch is installed."""

    kind: ClassVar[str] = "torch"
    tries_edits: ClassVar[bool] = False  # a run of a network takes too long for thousands


KINDS: MappingProxyType[str, type[Item]] = MappingProxyType(
    {
        cls.kind: cls
        for cls in (Choice, Numeric, Formula, Derivation, Code, Torch, Short, Open, Card)
    }
)
