"""A quiz on the screen: the question, the outcome, the summary."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rich.cells import cell_len
from rich.text import Text

from dlprep.model.item import (
    Card,
    Choice,
    Derivation,
    Formula,
    Item,
    Numeric,
    Option,
    Short,
    Symbol,
)
from dlprep.model.message import Message
from dlprep.model.session import LETTERS, Outcome, Question, Summary, TopicScore
from dlprep.model.text import Lang
from dlprep.model.text import Text as Words
from dlprep.model.verdict import Graded
from dlprep.view.flashcards import scheduled
from dlprep.view.messages import words
from dlprep.view.prose import plain, prose
from dlprep.view.wrap import indented

BAR = 10


def say(code: str, lang: Lang, **values: object) -> str:
    """A sentence of the quiz."""
    return words(Message(f"quiz.{code}", values), lang)


def question_lines(question: Question, lang: Lang, width: int) -> Iterator[Text]:
    """The question with its header and options; `width` is that of the screen."""
    item = question.item
    yield from _header(question, lang, width)
    yield _paragraph(item.prompt, lang, width)
    if isinstance(item, Derivation):
        yield _paragraph(item.goal, lang, width)
        yield from (indented(prose(f"${line}$"), width, 3) for line in item.given)
    for convention in question.conventions:
        yield _labelled("convention", convention.in_(lang), lang, width, style="dim")
    if note := _note(question, lang):
        yield indented(Text(note, "dim"), width)
    if isinstance(item, Choice):
        yield Text()
        yield from (_option(question, key, lang, width) for key in question.order)


def _header(question: Question, lang: Lang, width: int) -> Iterator[Text]:
    stars = "★" * question.item.difficulty + "☆" * (5 - question.item.difficulty)
    mark = " ⚑" if question.marked else ""
    left = f" {question.number}/{question.of}  {question.title.in_(lang)}{mark}"
    right = f"{stars}  {question.item.id} "
    gap = width - cell_len(left) - cell_len(right)
    if gap > 0:
        yield Text.assemble((left, "accent"), " " * gap, (right, "dim"))
    else:
        yield indented(Text(left.strip(), "accent"), width)
        yield indented(Text(right.strip(), "dim"), width)


def _note(question: Question, lang: Lang) -> str:
    """What form of answer is asked for."""
    match question.item:
        case Choice(several=True):
            return say("several", lang)
        case Numeric(unit=unit):
            parts = [say("parts", lang, count=question.parts)] if question.parts > 1 else []
            return "  ".join([*parts, *([say("unit", lang, unit=unit)] if unit else [])])
        case Formula(symbols=symbols):
            names = [*map(_spellings, symbols), *_sizes(symbols)]
            return say("formula-answer", lang, symbols=names)
        case Derivation(id=name):
            return say("own-derivation", lang, id=name.removeprefix("der."))
        case Short() | Card() as item:
            return say("own-answer-lines" if isinstance(item, Short) else "own-answer", lang)
        case _:
            return ""


def _sizes(symbols: Sequence[Symbol]) -> list[str]:
    """The sizes of arrays, which a formula may name too: N, D."""
    sizes = dict.fromkeys(size for each in symbols for size in each.shape if size.isidentifier())
    return [size for size in sizes if size not in {each.name for each in symbols}]


def _spellings(symbol: Symbol) -> str:
    return f"{symbol.name} ({', '.join(symbol.aliases)})" if symbol.aliases else symbol.name


def _option(question: Question, key: str, lang: Lang, width: int) -> Text:
    option = _find(question.item, key)
    letter = LETTERS[question.order.index(key)]
    return indented(prose(_wording(option, lang)), width, 1, f"{letter}  ")


def _find(item: Item, key: str) -> Option:
    assert isinstance(item, Choice)
    return next(option for option in item.options if option.key == key)


def _wording(option: Option, lang: Lang) -> str:
    return option.zh if lang == "zh" else option.en


def _paragraph(text: Words, lang: Lang, width: int, indent: int = 1) -> Text:
    return indented(prose(text.in_(lang).strip()), width, indent)


def _labelled(label: str, text: str, lang: Lang, width: int, style: str = "") -> Text:
    colon = "：" if lang == "zh" else ": "
    line = Text(say(label, lang) + colon, style or "dim")
    return indented(line.append_text(prose(text.strip(), style)), width)


def letters_of(question: Question) -> str:
    """The keys that answer a choice, as `a–d`."""
    return f"a–{LETTERS[len(question.order) - 1].lower()}"


def picks_line(question: Question, keys: Collection[str]) -> str:
    """The letters picked so far, where several may be right."""
    picked = [LETTERS[at] for at, key in enumerate(question.order) if key in keys]
    return " ".join(picked)


def outcome_lines(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    """The outcome: the answer, the reason, what an interviewer asks next."""
    graded, item = outcome.graded, outcome.question.item
    yield from _verdict(outcome, lang, width)
    if not graded.right:
        yield from _named(outcome, lang, width)
    yield from (indented(prose(words(note, lang)), width, 3) for note in graded.notes)
    if outcome.score is None and not outcome.suggests:
        yield from _points(item, lang, width)
    yield _labelled("why", item.explanation.in_(lang), lang, width)
    if item.follow_up:
        yield _labelled("follow-up", item.follow_up.in_(lang), lang, width)


def review_line(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    """When the question comes back as a card, and how to say otherwise."""
    if outcome.review is not None:
        said = scheduled(outcome.review, lang)
        yield indented(Text(say("review", lang, said=said), "dim"), width)


def _verdict(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    graded = outcome.graded
    yield indented(_sign(graded, lang).append_text(_key(outcome, lang)), width)
    if graded.right is None and outcome.own and outcome.score is None:
        yield indented(Text(say(f"own-{outcome.own}", lang), "dim"), width)
    if graded.right is False:
        yield indented(Text(f"{say('you-said', lang)} {_yours(outcome)}", "dim"), width, 3)


def _sign(graded: Graded, lang: Lang) -> Text:
    if graded.right is None:
        return Text.assemble((f"{say('model-answer', lang)}  ", "accent"))
    if graded.right:
        return Text.assemble((f"✓ {say('right', lang)}  ", "right"))
    return Text.assemble((f"✗ {say('wrong', lang)}  ", "wrong"), (f"{say('key', lang)} ", "dim"))


def _named(outcome: Outcome, lang: Lang, width: int) -> Iterator[Text]:
    """The mistake that was recognised, and why the answer is wrong."""
    graded = outcome.graded
    name = prose(outcome.mistake.in_(lang)) if outcome.mistake else Text()
    why = prose(graded.why.in_(lang)) if graded.why else Text()
    if graded.mistake:
        (name or why).append(f"  [{graded.mistake}]", "warn")
    yield from (indented(text, width, 3) for text in (name, why) if text)


def _key(outcome: Outcome, lang: Lang) -> Text:
    question = outcome.question
    if not isinstance(question.item, Choice):
        return prose(outcome.graded.key.in_(lang).strip())
    right = [key for key in question.order if _find(question.item, key).right]
    letters = Text(picks_line(question, right), "accent")
    if len(right) > 1:
        return letters
    return letters.append(" ").append_text(prose(_wording(_find(question.item, right[0]), lang)))


def _yours(outcome: Outcome) -> str:
    question = outcome.question
    if isinstance(question.item, Choice):
        return picks_line(question, outcome.graded.answer.split(","))
    return outcome.graded.answer


def _points(item: Item, lang: Lang, width: int) -> Iterator[Text]:
    """What a good answer says, or the lines of a worked derivation."""
    if isinstance(item, Short):
        yield indented(Text(say("points", lang), "dim"), width)
        for point in item.points:
            bonus = "" if point.required else say("optional", lang)
            text = point.zh if lang == "zh" else point.en
            yield indented(prose(text + bonus), width, 1, "• ")
    if isinstance(item, Derivation):
        for number, step in enumerate(item.steps, 1):
            yield indented(prose(f"${step.formula}$"), width, 1, f"{number}  ")
            yield indented(prose(step.reason.in_(lang), "dim"), width, 4)


def hint_line(question: Question, lang: Lang, width: int) -> Text:
    """The hint, or that there is none; an option is called by its letter."""
    hint = question.hint
    if hint is None:
        return indented(Text(say("no-hint", lang)), width)
    if isinstance(hint, Message) and "option" in hint.values:
        letter = LETTERS[question.order.index(str(hint.values["option"]))]
        hint = Message(hint.code, {**hint.values, "option": letter})
    said = words(hint, lang) if isinstance(hint, Message) else hint.in_(lang)
    return indented(Text(f"{say('hint', lang)} · ").append_text(prose(said.strip())), width)


def has_more(question: Question) -> bool:
    """Whether `more_lines` has anything to say."""
    item = question.item
    return isinstance(item, Choice) or bool(item.common_mistake or item.references)


def more_lines(question: Question, lang: Lang, width: int) -> Iterator[Text]:
    """Why each option is right or wrong, the common mistake, the references."""
    item = question.item
    if isinstance(item, Choice):
        for letter, key in zip(LETTERS, question.order, strict=False):
            option = _find(item, key)
            sign = "✓" if option.right else "✗"
            why = prose(option.why.in_(lang))
            yield indented(why, width, 1, f"{sign} {letter}  ")
    if item.common_mistake:
        yield _labelled("common-mistake", item.common_mistake.in_(lang), lang, width)
    if item.references:
        yield _labelled("references", "; ".join(item.references), lang, width, style="dim")


def summary_lines(summary: Summary, lang: Lang, width: int) -> Iterator[Text]:
    """The score, the topics weakest first, and what to do next."""
    yield indented(Text(say("summary", lang), "accent"), width)
    yield indented(Text(_counts(summary, lang)), width)
    if summary.topics:
        yield indented(Text(say("topics", lang), "dim"), width)
        yield from (_topic(topic, lang, width) for topic in summary.topics)
    if summary.advice:
        yield indented(Text(say("next", lang), "dim"), width)
        yield from (indented(prose(words(line, lang)), width, 3) for line in summary.advice)


def _counts(summary: Summary, lang: Lang) -> str:
    graded = summary.right + summary.half + summary.wrong
    counts = {
        "half": summary.half,
        "ungraded": summary.ungraded,
        "skipped": summary.skipped,
        "left": summary.left,
    }
    more = [say(f"count-{name}", lang, count=n) for name, n in counts.items() if n]
    score = [say("score", lang, right=summary.right, graded=graded)] if graded or not more else []
    return " · ".join([*score, *more])


def _topic(topic: TopicScore, lang: Lang, width: int) -> Text:
    share = topic.right / topic.answered
    full = round(BAR * share)
    bar = "█" * full + "░" * (BAR - full)
    line = Text(topic.title.in_(lang)).append(f"  {topic.leaf}", "dim")
    return indented(line, width, 1, f"{bar} {share:4.0%}  ")


def all_keys_lines(lang: Lang, width: int) -> Iterator[Text]:
    """Every key with what it does, one below the other."""
    for line in say("all-keys", lang).splitlines():
        key, _, meaning = line.partition("  ")
        yield indented(Text(plain(meaning.strip())), width, 1, f"{key:<5}")


def keys_lines(text: str, width: int) -> Text:
    """The keys on as few lines as they need; two spaces divide them, and none is broken."""
    lines = [""]
    for key in text.split("  "):
        longer = f"{lines[-1]}  {key}" if lines[-1] else key
        lines[-1:] = [longer] if cell_len(longer) < width else [lines[-1], key]
    return Text("\n".join(f" {line}" for line in lines), "dim")
