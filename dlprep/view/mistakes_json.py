"""Named mistakes as JSON: names are stable, later versions only add."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dlprep.model.mistakes import Habit, MistakeGroup, MistakePage
from dlprep.model.outline import Mistake
from dlprep.model.text import Text
from dlprep.model.unnamed import Unnamed

SCHEMA = 1
Object = dict[str, object]


def page_json(page: MistakePage) -> Object:
    """Everything of one mistake, in both languages."""
    lines = page.lines
    shown = lines and {"exercise": lines.exercise, "wrong": lines.wrong, "right": lines.right}
    return {
        "schema": SCHEMA,
        **_mistake(page.mistake),
        "why": _both(page.mistake.why),
        "see": _both(page.mistake.see),
        "example": shown,
        "exercises": list(page.exercises),
        "questions": list(page.questions),
        "you": _habit(page.habit),
    }


def all_json(groups: Sequence[MistakeGroup], habits: Mapping[str, Habit]) -> Object:
    """Every mistake under its branch."""
    listed = [
        {
            "title": _both(group.title),
            "mistakes": [
                {**_mistake(each), "you": _habit(habits.get(each.code))} for each in group.mistakes
            ],
        }
        for group in groups
    ]
    return {"schema": SCHEMA, "groups": listed}


def habits_json(habits: Mapping[str, Habit], names: Mapping[str, Text]) -> Object:
    """The person's own mistakes, the most frequent first."""
    listed = [
        {"code": code, "name": _both(names.get(code)), "you": _habit(habit)}
        for code, habit in habits.items()
    ]
    return {"schema": SCHEMA, "mistakes": listed}


def unnamed_json(files: Sequence[Unnamed], *, with_source: bool = False) -> Object:
    """Files that nothing explains."""
    listed: list[Object] = [
        {
            "number": each.number,
            "exercise": each.exercise,
            "functions": list(each.functions),
            "seed": each.seed,
            "at_ms": each.at_ms,
            "file": each.file,
        }
        | ({"source": each.source} if with_source else {})
        for each in files
    ]
    return {"schema": SCHEMA, "files": listed}


def _mistake(mistake: Mistake) -> Object:
    return {"code": mistake.code, "name": _both(mistake.name)}


def _both(text: Text | None) -> Object | None:
    return {"zh": text.zh, "en": text.en} if text else None


def _habit(habit: Habit | None) -> Object | None:
    if habit is None:
        return None
    return {
        "times": habit.times,
        "last_ms": habit.last_ms,
        "subject": habit.subject,
        "right_since": habit.right,
        "fading": habit.fading,
    }
