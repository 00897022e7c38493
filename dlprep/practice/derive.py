"""Deriving a result: lines are judged, kept while the work goes on, and written to the log when
it ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.model.catalog import Header
from dlprep.model.event import Json, Moment, NewEvent
from dlprep.model.flashcard import Scheduled
from dlprep.model.item import Derivation
from dlprep.model.message import DlprepError, fault
from dlprep.model.value import dataclass
from dlprep.practice.bridge import Bridge
from dlprep.store.store import Store

if TYPE_CHECKING:
    from dlprep.answer.derivation import Derived
    from dlprep.model.derivation import JudgedDerivation, JudgedLine, SympyWitness

Clock = Callable[[], Moment]
LONGEST_KEPT = 200  # lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The derivations of one leaf, easiest first."""

    leaf: str
    headers: tuple[Header, ...]


def listed(bank: Bank) -> tuple[Listed, ...]:
    """All derivations of the bank, leaf by leaf in the order of the outline."""
    found: dict[str, list[Header]] = {}
    for header in bank.all_headers(Filter(kinds=frozenset({"derivation"}))):
        found.setdefault(header.leaf, []).append(header)
    leaves = sorted(found, key=list(bank.leaves()).index)
    return tuple(
        Listed(leaf=leaf, headers=tuple(sorted(found[leaf], key=lambda each: each.difficulty)))
        for leaf in leaves
    )


def derivation(bank: Bank, item_id: str) -> Derivation:
    """The derivation of this id, with or without `der.`; raises `derive.no-such-id`, with those
    near it, and `derive.other-kind`."""
    item = bank.get(f"der.{item_id}") or bank.get(item_id)
    if item is None:
        raise _no_such_id(bank, item_id)
    if not isinstance(item, Derivation):
        raise fault("derive.other-kind", id=item.id, kind=item.kind)
    return item


def _no_such_id(bank: Bank, item_id: str) -> DlprepError:
    import difflib  # noqa: PLC0415 - 5 ms that only a mistyped id costs

    names = [each.id.removeprefix("der.") for of in listed(bank) for each in of.headers]
    wanted = item_id.removeprefix("der.")
    near = [name for name in names if wanted and name.startswith(wanted)]
    near = (near or difflib.get_close_matches(wanted, names, 3))[:3]
    return fault("derive.no-such-id-near" if near else "derive.no-such-id", id=item_id, near=near)


def by_sympy(item: Derivation) -> tuple[SympyWitness, ...]:
    """What SymPy makes of each asked result."""
    from dlprep.answer.derivation_case import case  # noqa: PLC0415 - slow to import

    return case(item).by_sympy()


def judge_text(item: Derivation, text: str) -> JudgedDerivation:
    """Every line of a file."""
    from dlprep import formula  # noqa: PLC0415 - the list needs no formula
    from dlprep.answer.derivation import judge  # noqa: PLC0415

    return judge(item, formula.lines_of(text))


class Deriving:
    """One person at one derivation. Lines are in the log as a draft after each step, so that
    whoever is interrupted goes on where it stopped."""

    def __init__(self, item: Derivation, store: Store, now: Clock) -> None:
        self.item, self._store, self._now = item, store, now
        self.lines: list[str] = self._draft()
        self.hints = 0
        self._began_ms = now().at_ms
        self._derived: Derived | None = None

    def _draft(self) -> list[str]:
        events = [e for e in self._store.events({"session"}, self.item.id) if e.source == "derive"]
        if not events or events[-1].payload.get("action") != "draft":
            return []
        lines = events[-1].payload.get("lines")
        return [str(line) for line in lines] if isinstance(lines, list) else []

    def add(self, text: str) -> list[JudgedLine]:
        """One more line, or two where the second follows from the first beside it."""
        from dlprep import formula  # noqa: PLC0415 - the list needs no formula

        derived = self._judging()
        lines = [each.strip() for each in formula.inferred(text) if each.strip()]
        self.lines += lines
        self._keep("draft")
        return [derived.add(line) for line in lines]

    def change(self, number: int, text: str) -> None:
        """Put another text in the place of line `number`, from 1; an empty one takes it out."""
        self.lines[number - 1 : number] = [text] if text else []
        self._changed()

    def undo(self) -> bool:
        """Take out the last line."""
        if not self.lines:
            return False
        self.lines.pop()
        self._changed()
        return True

    def start_anew(self) -> None:
        self.lines.clear()
        self._changed()

    def _changed(self) -> None:
        self._derived = None
        self._keep("draft")

    def judged(self) -> JudgedDerivation:
        return self._judging().result()

    def _judging(self) -> Derived:
        """The lines so far, judged; anew after one of them was changed."""
        if self._derived is None:
            from dlprep.answer.derivation import Derived, case  # noqa: PLC0415 - slow to import

            self._derived = Derived(case(self.item))
            for line in self.lines:
                self._derived.add(line)
        return self._derived

    def hint(self) -> int | None:
        """The number of the next hint, if there is one."""
        if self.hints < len(self.item.hints):
            self.hints += 1
            return self.hints
        return None

    def finish(self) -> tuple[JudgedDerivation, Scheduled | None]:
        """Judge it as a whole, write it to the log and close the draft."""
        result = self.judged()
        if result.ending == "empty":
            return result, None
        ms = max(self._now().at_ms - self._began_ms, 0)
        review = record(self._store, self._now(), self.item, result, ms=ms, hinted=self.hints > 0)
        self._keep("end")
        return result, review

    def _keep(self, action: str) -> None:
        payload: dict[str, Json] = {"action": action}
        if action == "draft":
            payload["lines"] = list[Json](self.lines[:LONGEST_KEPT])
        new = NewEvent(kind="session", subject=self.item.id, source="derive", payload=payload)
        self._store.append(self._now(), [new])


def record(
    store: Store,
    moment: Moment,
    item: Derivation,
    result: JudgedDerivation,
    *,
    ms: int | None = None,
    hinted: bool = False,
) -> Scheduled | None:
    """Keep what came of a derivation, with the reviews that follow; nothing of one that cannot
    be decided."""
    right = {"right": True, "undecided": None, "empty": None}.get(result.ending, False)
    wrong = result.first_wrong
    payload: dict[str, Json] = {
        "right": right,
        "text": "\n".join(line.text for line in result.lines),
        "ending": result.ending,
        "first_wrong": wrong.number if wrong else None,
        "rev": item.rev,
        "kind": item.kind,
    }
    payload |= {"hint": True} if hinted else {}
    new = NewEvent(
        kind="answer",
        subject=item.id,
        ms=ms,
        source="derive",
        mistake=wrong.mistake if wrong else None,
        payload=payload,
    )
    with store.transaction():
        (written,) = store.append(moment, [new])
        return Bridge(store).answered(moment, written, item)


__all__: Sequence[str] = [
    "Deriving",
    "Listed",
    "by_sympy",
    "derivation",
    "judge_text",
    "listed",
    "record",
]
