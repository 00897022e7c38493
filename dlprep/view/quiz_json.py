"""A quiz as JSON objects: `question`, `verdict`, `summary` and the smaller ones between them.

Options are named by their stable keys. Fields without a value are left out.
"""

from __future__ import annotations

from collections.abc import Mapping

from dlprep.model.event import Json
from dlprep.model.item import Choice, Derivation, Formula, Item, Numeric, Option, Short
from dlprep.model.message import Message
from dlprep.model.rubric import Reading
from dlprep.model.session import Outcome, Question, Summary, TopicScore
from dlprep.model.text import Lang, Text
from dlprep.view.evidence import sighting_json
from dlprep.view.messages import words

Object = dict[str, Json]


def question_json(question: Question, lang: Lang) -> Object:
    """The question; `text` and `options` are in `lang`, formulas between dollar signs."""
    item = question.item
    return _present(
        {
            "type": "question",
            "id": item.id,
            "leaf": item.leaf,
            "title": question.title.in_(lang),
            "kind": item.kind,
            "difficulty": item.difficulty,
            "number": question.number,
            "of": question.of,
            "seed": question.seed,
            "text": item.prompt.in_(lang).strip(),
            "options": _options(question, lang),
            "several": item.several if isinstance(item, Choice) else None,
            "parts": question.parts if isinstance(item, Numeric) else None,
            "unit": item.unit if isinstance(item, Numeric) else None,
            "symbols": _symbols(item),
            "given": list(item.given) if isinstance(item, Derivation) else None,
            "goal": item.goal.in_(lang) if isinstance(item, Derivation) else None,
            "conventions": [text.in_(lang) for text in question.conventions] or None,
            "hint": question.hint is not None,
            "marked": question.marked,
        }
    )


def _options(question: Question, lang: Lang) -> Object | None:
    if not isinstance(question.item, Choice):
        return None
    options = {option.key: _wording(option, lang) for option in question.item.options}
    return {key: options[key] for key in question.order}


def _symbols(item: Item) -> Object | None:
    """What a typed formula may use, with other spellings of each name."""
    if not isinstance(item, Formula):
        return None
    return {symbol.name: list(symbol.aliases) for symbol in item.symbols}


def _wording(option: Option, lang: Lang) -> str:
    return option.zh if lang == "zh" else option.en


def verdict_json(outcome: Outcome, lang: Lang) -> Object:
    """The verdict; `right` is null where only the person can tell and has not."""
    head: Object = {"type": "verdict", "id": outcome.question.item.id, "right": _right(outcome)}
    rubric = _rubric(outcome.question.item, lang) | _evidence(outcome, lang)
    return head | _present(_grounds(outcome, lang) | rubric)


def _evidence(outcome: Outcome, lang: Lang) -> Object:
    """What was seen of each key point; a range for a score where the person has not confirmed."""
    reading = outcome.graded.reading
    if reading is None:
        return {}
    told: Object = {"points": _sightings(outcome, reading, lang), "needs_review": True}
    if not outcome.suggests:
        return told | {"checklist": True}
    return told | {
        "range": [round(reading.low, 4), round(reading.high, 4)],
        "sentences": reading.sentences,
        "misconceptions": _beliefs(reading, lang),
    }


def _sightings(outcome: Outcome, reading: Reading, lang: Lang) -> list[Json]:
    return [sighting_json(s, lang, suggests=outcome.suggests) for s in reading.sightings]


def _beliefs(reading: Reading, lang: Lang) -> list[Json] | None:
    return [
        {"key": each.key, "belief": each.belief.in_(lang), "correction": each.correction.in_(lang)}
        for each in reading.misconceptions
    ] or None


def confirmed_json(outcome: Outcome, lang: Lang) -> Object:
    """The score of a confirmed answer, each key point as suggested and as confirmed."""
    reading = outcome.graded.reading
    assert reading is not None
    points: list[Json] = [
        sighting_json(seen, lang, suggests=outcome.suggests)
        | {"confirmed": outcome.said[seen.point.key]}
        for seen in reading.sightings
    ]
    return {
        "type": "confirmed",
        "id": outcome.question.item.id,
        "score": outcome.score,
        "own": outcome.own,
        "right": _right(outcome),
        "points": points,
        "event": outcome.event,
        "review": _review(outcome),
    }


def _grounds(outcome: Outcome, lang: Lang) -> Object:
    graded, item = outcome.graded, outcome.question.item
    return {
        "own": outcome.own,
        "answer": graded.answer,
        "key": _key(outcome, lang),
        "mistake": graded.mistake,
        "mistake_name": _said(outcome.mistake, lang),
        "why": _said(graded.why, lang),
        "notes": [words(note, lang) for note in graded.notes] or None,
        "explanation": item.explanation.in_(lang).strip(),
        "common_mistake": _said(item.common_mistake, lang),
        "follow_up": _said(item.follow_up, lang),
        "references": [*item.references] or None,
        "seed": outcome.question.seed,
        "event": outcome.event,
        "review": _review(outcome),
    }


def _review(outcome: Outcome) -> Json:
    review = outcome.review
    return {"card": review.card, "rating": review.rating, "days": review.days} if review else None


def _right(outcome: Outcome) -> bool | None:
    if outcome.own is None:
        return outcome.graded.right
    return outcome.own == "yes"


def _key(outcome: Outcome, lang: Lang) -> Json:
    if isinstance(outcome.question.item, Choice):
        return [option.key for option in outcome.question.item.options if option.right]
    return outcome.graded.key.in_(lang).strip()


def _rubric(item: Item, lang: Lang) -> Object:
    """Why each option is right or wrong, the key points of an answer, the worked derivation."""
    match item:
        case Choice():
            return {"options_why": {option.key: option.why.in_(lang) for option in item.options}}
        case Short():
            return {
                "points": [
                    {
                        "key": point.key,
                        "text": point.zh if lang == "zh" else point.en,
                        "weight": point.weight,
                        "required": point.required,
                    }
                    for point in item.points
                ]
            }
        case Derivation():
            return {
                "steps": [
                    {"formula": step.formula, "reason": step.reason.in_(lang)}
                    for step in item.steps
                ]
            }
        case _:
            return {}


def summary_json(summary: Summary, lang: Lang) -> Object:
    """The summary; `topics` weakest first, `again` the items to see again."""
    return {
        "type": "summary",
        "asked": summary.asked,
        "answered": summary.answered,
        "right": summary.right,
        "half": summary.half,
        "wrong": summary.wrong,
        "ungraded": summary.ungraded,
        "skipped": summary.skipped,
        "left": summary.left,
        "topics": [_topic(topic, lang) for topic in summary.topics],
        "again": list(summary.again),
        "next": [words(line, lang) for line in summary.advice],
    }


def _topic(topic: TopicScore, lang: Lang) -> Object:
    return {
        "leaf": topic.leaf,
        "title": topic.title.in_(lang),
        "answered": topic.answered,
        "right": topic.right,
    }


def hint_json(question: Question, lang: Lang) -> Object:
    """The hint; `text` is null where there is none. An option is called by its key."""
    hint = question.hint
    said = words(hint, lang) if isinstance(hint, Message) else _said(hint, lang)
    return {"type": "hint", "id": question.item.id, "text": said}


def error_json(message: Message, lang: Lang) -> Object:
    """Why a line had no effect."""
    return {"type": "error", "code": message.code, "message": words(message, lang)}


def _said(text: Text | None, lang: Lang) -> str | None:
    return None if text is None else text.in_(lang).strip()


def _present(fields: Mapping[str, Json]) -> Object:
    return {name: value for name, value in fields.items() if value is not None}
