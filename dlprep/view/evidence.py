"""What was seen of the key points of an answer, for the person to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from rich.text import Text

from dlprep.model.event import Json
from dlprep.model.message import Message
from dlprep.model.rubric import Agreement, Reading, Said, Sighting, Span
from dlprep.model.session import Outcome
from dlprep.model.text import Lang
from dlprep.view.fit import cut
from dlprep.view.messages import words
from dlprep.view.pen import Pen
from dlprep.view.printable import printable
from dlprep.view.prose import prose
from dlprep.view.wrap import indented

SIGNS = {"found": "✓", "contradicted": "✗", "maybe": "?", "missing": "·"}
STYLES = {"found": "right", "contradicted": "wrong", "maybe": "warn", "missing": "dim"}
SAID_SIGNS: dict[Said, str] = {"yes": "✓", "half": "½", "no": "✗"}
_QUOTED = 60  # columns of the words that show a point


def say(code: str, lang: Lang, **values: object) -> str:
    """A sentence about evidence."""
    return words(Message(f"evidence.{code}", values), lang)


def answer_lines(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    """The answer as it was typed, with what was seen in it underlined."""
    reading, answer = outcome.graded.reading, outcome.graded.answer
    if reading is None or not answer:
        return
    yield indented(Text(say("yours", lang), "dim"), width)
    spans = [span for seen in reading.sightings for span in seen.spans] if outcome.suggests else []
    yield indented(_underlined(answer, spans), width, 3)
    if not reading.sentences and outcome.suggests:
        yield indented(Text(say("list", lang), "warn"), width, 3)


def _underlined(answer: str, spans: Iterable[Span]) -> Text:
    drawn = Text(answer)
    for start, end in spans:
        drawn.stylize("underline", start, end)
    return Text("\n").join(Text(printable(line.plain), spans=line.spans) for line in drawn.split())


def point_line(outcome: Outcome, number: int, lang: Lang, width: int) -> Iterator[Text]:
    """One key point with what is suggested of it, and the words that show it."""
    reading = outcome.graded.reading
    assert reading is not None
    seen = reading.sightings[number]
    head = f"{number + 1}/{len(reading.sightings)} "
    text = prose(seen.point.in_(lang) + ("" if seen.point.required else say("bonus", lang)))
    if not outcome.suggests:
        yield indented(text, width, 1, head)
        return
    sign = Text(f"{SIGNS[seen.state]} {say(f'state.{seen.state}', lang)}  ", STYLES[seen.state])
    yield indented(sign.append_text(text), width, 1, head)
    if seen.spans:
        yield indented(Text(_quoted(outcome.graded.answer, seen.spans, lang), "dim"), width, 5)


def _quoted(answer: str, spans: Iterable[Span], lang: Lang) -> str:
    """The words that show a point, joined where they touch."""
    parts = (answer[start:end] for start, end in _joined(answer, list(spans)))
    shown = " … ".join(printable(" ".join(part.split())) for part in parts)
    return cut(f"「{shown}」" if lang == "zh" else f"“{shown}”", _QUOTED)


def _joined(answer: str, spans: list[Span]) -> list[Span]:
    joined = spans[:1]
    for one, other in pairwise(spans):
        if answer[one.end : other.start].strip():
            joined.append(other)
        else:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, other.end))
    return joined


def said_line(said: Said, lang: Lang, width: int) -> Text:
    """What the person said of a point."""
    style = {"yes": "right", "half": "warn", "no": "wrong"}[said]
    return indented(Text(f"{SAID_SIGNS[said]} {say(f'said.{said}', lang)}", style), width, 5)


def range_lines(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    """All points with what is suggested, and the range of the score, where nobody confirms."""
    reading = outcome.graded.reading
    if reading is None or not outcome.suggests:
        return
    yield from answer_lines(outcome, lang, width)
    for number in range(len(reading.sightings)):
        yield from point_line(outcome, number, lang, width)
    low, high = (round(100 * each) for each in (reading.low, reading.high))
    code = "range" if low < high else "range-one"
    yield indented(Text(say(code, lang, low=low, high=high), "warn"), width)
    yield from belief_lines(reading, lang, width)


def score_lines(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    """The score that follows from what the person said, and the beliefs to be put right."""
    reading = outcome.graded.reading
    if reading is None or outcome.score is None:
        return
    share = round(100 * outcome.score)
    style = {"yes": "right", "half": "warn", "no": "wrong", None: ""}[outcome.own]
    own = words(Message(f"quiz.own-{outcome.own}"), lang)
    yield indented(Text(say("score", lang, share=share, own=own), style), width)
    lacking = [p for p in reading.points if p.required and outcome.said.get(p.key) != "yes"]
    if lacking:
        yield indented(Text(say("lacking", lang), "dim"), width)
    yield from (indented(prose(point.in_(lang)), width, 1, "• ") for point in lacking)
    if outcome.suggests:
        yield from belief_lines(reading, lang, width)


def belief_lines(reading: Reading, lang: Lang, width: int) -> Iterator[Text]:
    """Wrong beliefs that the answer shows, each with its correction."""
    for belief in reading.misconceptions:
        text = Text.assemble((f"{say('belief', lang)} ", "warn")).append_text(
            prose(belief.belief.in_(lang))
        )
        yield indented(text, width)
        yield indented(prose(belief.correction.in_(lang)), width, 5)


def sighting_json(seen: Sighting, lang: Lang, *, suggests: bool) -> dict[str, Json]:
    """A key point for a script, with what is suggested of it."""
    point = seen.point
    told: dict[str, Json] = {
        "key": point.key,
        "text": point.in_(lang),
        "weight": point.weight,
        "required": point.required,
    }
    if suggests:
        told |= {"state": seen.state, "spans": [list(span) for span in seen.spans]}
    return told


def grader_lines(pen: Pen, agreed: Iterable[Agreement]) -> Iterator[Text]:
    """How often suggestions were confirmed, question by question."""
    known = list(agreed)
    yield Text(f" {pen.say('evidence.grader')}", "bold")
    if not known:
        yield pen.paragraph(pen.say("evidence.grader-none"))
        return
    for each in known:
        share = f"{100 * each.share:.0f} %" if each.clear else "–"
        counts = pen.say("evidence.grader-counts", n=each.answers, clear=each.clear)
        mark = "" if each.trusted else f"  {pen.say('evidence.grader-checklist')}"
        yield pen.ends(Text(f"  {share:>5}  {each.item}").append(mark, "warn"), counts)
    clear, agree = sum(e.clear for e in known), sum(e.agreed for e in known)
    if clear:
        yield pen.paragraph(
            pen.say("evidence.grader-total", share=f"{100 * agree / clear:.0f}", clear=clear)
        )
    yield pen.paragraph(pen.say("evidence.grader-rule"), "dim")


def agreement_json(agreed: Agreement) -> dict[str, Json]:
    """The same of one question for a script; `agreement` is null before anything is confirmed."""
    return {
        "item": agreed.item,
        "answers": agreed.answers,
        "points": agreed.clear,
        "agreed": agreed.agreed,
        "agreement": round(agreed.share, 4) if agreed.clear else None,
        "checklist": not agreed.trusted,
    }
