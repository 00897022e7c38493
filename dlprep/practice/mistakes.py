"""Named mistakes: their pages, and which of them a person makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dlprep.bank.index import Bank
from dlprep.check.source.worked import WrongForm, wrong_forms
from dlprep.model.event import Event
from dlprep.model.message import fault
from dlprep.model.mistakes import Habit, Lines, MistakeGroup, MistakePage
from dlprep.model.outline import Mistake, Node
from dlprep.model.text import Text
from dlprep.store.store import Store

GENERAL = ""  # the group of mistakes that several branches share


def page(bank: Bank, store: Store, code: str) -> MistakePage:
    """The page of one mistake. Raises `mistakes.unknown` with the nearest codes."""
    mistake = bank.mistake(code)
    if mistake is None:
        near = nearest(bank, code)
        raise fault(
            "mistakes.unknown-near" if near else "mistakes.unknown", mistake=code, near=near
        )
    forms = [(id_, form) for id_, form in _forms(bank, code) if form.code == code]
    examples = [Lines(exercise=i, wrong=f.wrong, right=f.right) for i, f in forms]
    return MistakePage(
        mistake=mistake,
        lines=min(examples, key=_readable, default=None),
        exercises=tuple(dict.fromkeys(id_ for id_, _ in forms)),
        questions=tuple(dict.fromkeys(use.item for use in bank.mistaken(code))),
        habit=habits(store).get(code),
    )


def _readable(lines: Lines) -> tuple[bool, int]:
    """The shortest example with both lines comes first."""
    return not lines.wrong, len(lines.wrong + lines.right)


def nearest(bank: Bank, word: str) -> list[str]:
    """Codes that look like the word, share a part with it, or whose name in either language
    holds it."""
    import difflib  # noqa: PLC0415 - 5 ms that only a mistyped code costs

    codes = sorted(bank.codes("mistake"))
    if near := difflib.get_close_matches(word, codes, 3):
        return near
    low = word.casefold()
    parts = {part for part in low.split("-") if len(part) > 2}
    alike = [code for code in codes if parts & set(code.split("-"))]
    return [*alike, *(code for code in codes if low in _name(bank, code))][:3]


def _name(bank: Bank, code: str) -> str:
    mistake = bank.mistake(code)
    return f"{mistake.name.zh} {mistake.name.en}".casefold() if mistake else ""


def by_branch(bank: Bank) -> tuple[MistakeGroup, ...]:
    """Every mistake under the branch of the outline where it occurs; those of several branches,
    or of none, come last in a group without a title."""
    branches: dict[str, set[str]] = {}
    for use in bank.mistaken():
        branches.setdefault(use.code, set()).add(use.leaf)
    leaves = {each.id: each.leaf for each in bank.exercises()}
    for id_, form in _forms(bank):
        branches.setdefault(form.code, set()).add(leaves[id_])
    groups: dict[str, list[Mistake]] = {}
    for code in sorted(bank.codes("mistake")):
        found = {leaf.partition(".")[0] for leaf in branches.get(code, ())}
        if (mistake := bank.mistake(code)) is not None:
            group = found.pop() if len(found) == 1 else GENERAL
            groups.setdefault(group, []).append(mistake)
    titles = {**_titles(bank.outline.tree), GENERAL: None}
    return tuple(
        MistakeGroup(title=title, mistakes=tuple(groups[name]))
        for name, title in titles.items()
        if name in groups
    )


def _titles(nodes: Iterable[Node]) -> dict[str, Text]:
    """What every node of the outline is called."""
    found: dict[str, Text] = {}
    for node in nodes:
        found[node.id] = Text(node.zh, node.en)
        found |= _titles(node.children)
    return found


def _forms(bank: Bank, code: str = "") -> Iterator[tuple[str, WrongForm]]:
    """The wrong forms of all solutions in which the code stands."""
    for exercise in bank.exercises():
        path = bank.solution_path(exercise.id)
        if path.is_file() and code in (text := path.read_text(encoding="utf-8")):
            yield from ((exercise.id, form) for form in wrong_forms(text, path.name))


def habits(store: Store) -> dict[str, Habit]:
    """The mistakes a person made, most often made first."""
    found = follow(store.events({"check", "answer"}, live=True))
    return dict(sorted(found.items(), key=lambda each: (-each[1].times, -each[1].last_ms)))


def follow(events: Iterable[Event]) -> dict[str, Habit]:
    """Habits after these events, in their order."""
    made: dict[str, Habit] = {}
    before: dict[str, frozenset[str]] = {}  # of each subject, the mistakes of its last event
    subjects: dict[str, set[str]] = {}
    for event in events:
        codes = _codes(event)
        again = before.get(event.subject, frozenset())
        for code in codes:
            made[code] = _once_more(made.get(code), event, counted=code not in again)
            subjects.setdefault(code, set()).add(event.subject)
        if not codes and _is_right(event):
            for code, habit in made.items():
                if event.subject in subjects[code]:
                    made[code] = replace(habit, right=habit.right + 1)
        before[event.subject] = codes
    return made


def _codes(event: Event) -> frozenset[str]:
    listed = event.payload.get("mistakes")
    codes = [str(each) for each in listed] if isinstance(listed, list) else []
    return frozenset([*codes, *([event.mistake] if event.mistake else [])])


def _is_right(event: Event) -> bool:
    payload: Mapping[str, object] = event.payload
    return payload.get("verdict") == "passed" or payload.get("right") is True


def _once_more(habit: Habit | None, event: Event, *, counted: bool) -> Habit:
    times = (habit.times if habit else 0) + counted
    return Habit(
        times=max(times, 1),
        last_ms=event.at_ms,
        last_day=event.day,
        subject=event.subject,
        right=0,
    )
