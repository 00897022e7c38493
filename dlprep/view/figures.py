"""The figures of the bank as a page of Markdown, or as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import get_args

from dlprep.model.event import Json
from dlprep.model.figures import Branch, Figures, Standing
from dlprep.model.item import KINDS, Way
from dlprep.model.message import Message
from dlprep.model.text import LANGS, Lang
from dlprep.view.messages import words

WAYS: tuple[str, ...] = get_args(Way)
GUESSES = ("longest", "shortest")
RANKS = ("longest", "second", "third", "shortest")


def say(code: str, lang: Lang, **values: object) -> str:
    """A sentence of this page."""
    return words(Message(f"figures.{code}", values), lang)


def figures_page(figures: Figures, lang: Lang) -> str:
    """The whole page."""
    total = say(
        "total",
        lang,
        items=figures.items,
        leaves=figures.leaves,
        bilingual=figures.bilingual,
        zh=round(figures.words["zh"], -3),
        en=round(figures.words["en"], -3),
    )
    parts = [say("head", lang), total, *_counts(figures, lang), *_lengths(figures, lang)]
    return "\n".join(parts)


def _counts(figures: Figures, lang: Lang) -> Iterator[str]:
    kinds = [kind for kind in KINDS if any(kind in each.kinds for each in figures.branches)]
    by_kind = [(each, each.kinds) for each in figures.branches]
    yield say("kinds", lang)
    yield _count_table(by_kind, kinds, lang)
    by_way = [(each, each.ways) for each in figures.branches]
    yield say("ways", lang)
    yield _count_table(by_way, WAYS, lang)


def _count_table(
    rows: Sequence[tuple[Branch, Mapping[str, int]]], names: Sequence[str], lang: Lang
) -> str:
    total: Counter[str] = Counter()
    lines = []
    for branch, counts in rows:
        total.update(counts)
        name = f"`{branch.id}` {branch.title.in_(lang)}"
        lines.append(_count_line(name, branch.leaves, counts, names))
    leaves = sum(branch.leaves for branch, _ in rows)
    lines.append(_count_line(f"**{say('all', lang)}**", leaves, total, names))
    heads = [say("branch", lang), say("leaves", lang), *names, say("all", lang)]
    return _table(heads, lines)


def _count_line(
    name: str, leaves: int, counts: Mapping[str, int], names: Sequence[str]
) -> list[str]:
    cells = [str(counts.get(each, 0) or "") for each in names]
    return [name, str(leaves), *cells, str(sum(counts.values()))]


def _lengths(figures: Figures, lang: Lang) -> Iterator[str]:
    heads = [say(name, lang) for name in ("branch", "choices", "chance")]
    heads += [f"{say(guess, lang)} ({of})" for of in LANGS for guess in GUESSES]
    lines = [_standing_line(f"`{each.id}`", each.standing) for each in figures.branches]
    lines = [line for line in lines if line[1] != "0"]
    yield say("lengths", lang)
    yield _table(heads, [*lines, _standing_line(f"**{say('all', lang)}**", figures.standing)])
    yield say("ranks", lang)
    ranks = [[of, *_ranks(figures.standing[of])] for of in LANGS]
    yield _table(["", *(say(name, lang) for name in RANKS)], ranks)
    longer = figures.several_longer
    yield say("several", lang, count=figures.several, zh=longer["zh"], en=longer["en"])


def _standing_line(name: str, standing: Mapping[Lang, Standing]) -> list[str]:
    count, fair = standing["en"].questions, standing["en"].fair
    hits = [each for lang in LANGS for each in (standing[lang].longest, standing[lang].shortest)]
    return [name, str(count), _percent(fair, count), *(_percent(each, count) for each in hits)]


def _ranks(standing: Standing) -> list[str]:
    return [_percent(each, sum(standing.of_four)) for each in standing.of_four]


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [list(heads), ["---", *["--:"] * (len(heads) - 1)], *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def figures_json(figures: Figures) -> Json:
    """The same figures as objects."""
    return {
        "schema": 1,
        "words": {lang: figures.words[lang] for lang in LANGS},
        "branches": [
            {
                "branch": each.id,
                "leaves": each.leaves,
                "kinds": dict[str, Json](each.kinds),
                "verified": dict[str, Json](each.ways),
                "lengths": {lang: _standing_json(each.standing[lang]) for lang in LANGS},
            }
            for each in figures.branches
        ],
        "lengths": {lang: _standing_json(figures.standing[lang]) for lang in LANGS},
        "several": figures.several,
        "several_longer": {lang: figures.several_longer[lang] for lang in LANGS},
    }


def _standing_json(standing: Standing) -> Json:
    return {
        "choices": standing.questions,
        "chance": round(standing.fair, 2),
        "longest": round(standing.longest, 2),
        "shortest": round(standing.shortest, 2),
        "of_four": [round(each, 2) for each in standing.of_four],
    }
