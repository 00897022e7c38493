"""The rules for one item, each a small function, all in one table at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Literal, NamedTuple

from dlprep.lint import spans
from dlprep.lint.code import (
    drill_is_no_slip,
    gradients_have_witnesses,
    hints_name_functions,
    proof_is_possible,
    solution_is_proved,
    written_mistakes_are_known,
)
from dlprep.lint.derivation import derivations_are_proved
from dlprep.lint.formula import formulas_are_proved
from dlprep.lint.notes import Note, near, note
from dlprep.lint.numeric import draws_are_sound, placeholders_are_known
from dlprep.lint.references import references_are_whole
from dlprep.lint.rubrics import (
    examples_are_graded,
    formulas_are_read,
    points_find_themselves,
    points_have_evidence,
    points_keep_to_themselves,
    terms_are_sound,
    tricks_never_pay,
)
from dlprep.lint.shelf import Shelf
from dlprep.lint.wording import (
    terms_are_those_of_the_glossary,
    texts_are_short_enough,
)
from dlprep.model.item import (
    Choice,
    Derivation,
    Formula,
    Item,
    NamedWrong,
    Numeric,
    Option,
    Short,
    WrongFormula,
)
from dlprep.model.text import LANGS

FEWEST_OPTIONS, MOST_OPTIONS = 3, 6
FEWEST_POINTS, MOST_POINTS = 3, 6
GIVES_AWAY = 1.5
TELLING = {"zh": 15, "en": 30}  # characters below which a difference tells nothing


def nothing_is_unfilled(item: Item, _: Shelf) -> Iterator[Note]:
    """No `…` of the template is left; each part with one is named once for both languages."""
    texts = {"topic": item.topic, **dict(_each_text(item))}
    texts |= {f"references[{n}]": text for n, text in enumerate(item.references)}
    left = [path for path, text in texts.items() if text.strip() == "…"]
    if left:
        parts = dict.fromkeys(path.removesuffix(".zh").removesuffix(".en") for path in left)
        yield note(left[0], "unfilled", count=len(left), parts=list(parts))


def same_formulas(item: Item, _: Shelf) -> Iterator[Note]:
    """Both languages contain the same formulas."""
    for pair in spans.pairs(item):
        zh, en = spans.formulas(pair.zh), spans.formulas(pair.en)
        if zh != en:
            values = {"zh": _listed(zh - en), "en": _listed(en - zh)}
            yield note(pair.path, "formulas-differ", **values)


def same_numbers(item: Item, _: Shelf) -> Iterator[Note]:
    """Both languages contain the same numbers outside formulas."""
    for pair in spans.pairs(item):
        zh, en = spans.numbers(pair.zh), spans.numbers(pair.en)
        if zh != en:
            values = {"zh": _listed(zh - en), "en": _listed(en - zh)}
            yield note(pair.path, "numbers-differ", **values)


def _listed(more: Counter[str]) -> str:
    return "; ".join(sorted(more)) or "–"


def dollars_are_paired(item: Item, _: Shelf) -> Iterator[Note]:
    """Every formula that is opened is closed."""
    for path, text in _each_text(item):
        if spans.is_unbalanced(text):
            yield note(path, "dollar-unpaired")


def formulas_are_unicode(item: Item, _: Shelf) -> Iterator[Note]:
    """Formulas in texts are Unicode, not LaTeX."""
    for path, text in _each_text(item):
        if command := spans.latex_of(text):
            yield note(path, "latex", command=command)


def english_is_english(item: Item, _: Shelf) -> Iterator[Note]:
    """No Chinese is left over in an English text."""
    for pair in spans.pairs(item):
        if pair.zh != pair.en and spans.has_chinese(pair.en):
            yield note(f"{pair.path}.en", "chinese-in-english")


def chinese_is_chinese(item: Item, _: Shelf) -> Iterator[Note]:
    """Prompt and explanation are not English twice."""
    for name in ("prompt", "explanation"):
        if not spans.has_chinese(getattr(item, name).zh):
            yield note(f"{name}.zh", "not-chinese")


def punctuation_is_full_width(item: Item, _: Shelf) -> Iterator[Note]:
    """Chinese sentences are punctuated as Chinese."""
    for pair in spans.pairs(item):
        if mark := spans.half_width(pair.zh):
            yield note(f"{pair.path}.zh", "half-width", mark=mark)


def _each_text(item: Item) -> Iterator[tuple[str, str]]:
    for pair in spans.pairs(item):
        yield f"{pair.path}.zh", pair.zh
        yield f"{pair.path}.en", pair.en


def leaf_exists(item: Item, shelf: Shelf) -> Iterator[Note]:
    """The leaf is one of the outline's."""
    if shelf.leaves and item.leaf not in shelf.leaves:
        yield note("leaf", "no-such-leaf", leaf=item.leaf, near=near(item.leaf, shelf.leaves))


def topic_is_planned(item: Item, shelf: Shelf) -> Iterator[Note]:
    """The topic is one the content plan names for this leaf, word for word."""
    kinds = shelf.planned.get(item.leaf, {}).get(item.topic)
    if kinds is not None and item.kind not in kinds:
        yield note("kind", "kind-unplanned", kind=item.kind, planned=sorted(kinds))
    elif kinds is None and (topics := shelf.planned.get(item.leaf)):
        yield note("topic", "topic-unplanned", topic=item.topic, near=near(item.topic, topics))


def conventions_are_known(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Every convention has its text in `conventions.yaml`."""
    codes = {f"conventions[{n}]": code for n, code in enumerate(item.conventions)}
    return _dangling(codes, shelf.conventions, "no-such-convention")


def mistakes_are_known(item: Item, shelf: Shelf) -> Iterator[Note]:
    """Every named mistake has its page in `mistakes.yaml`."""
    codes: dict[str, str] = {}
    if isinstance(item, Choice):
        named = ((n, option.mistake) for n, option in enumerate(item.options))
        codes = {f"options[{n}].mistake": code for n, code in named if code}
    elif isinstance(item, (Numeric, Formula, Derivation)):
        every: tuple[NamedWrong | WrongFormula, ...] = item.wrong
        codes = {f"wrong[{n}].code": wrong.code for n, wrong in enumerate(every)}
    return _dangling(codes, shelf.mistakes, "no-such-mistake")


def _dangling(codes: dict[str, str], known: frozenset[str], message: str) -> Iterator[Note]:
    for path, code in codes.items():
        if known and code not in known:
            yield note(path, message, code=code, near=near(code, known))


def links_lead_somewhere(item: Item, shelf: Shelf) -> Iterator[Note]:
    """`confuses` and `needs` name other items that exist."""
    for name in ("confuses", "needs"):
        for position, linked in enumerate(getattr(item, name)):
            path = f"{name}[{position}]"
            if linked == item.id:
                yield note(path, "links-itself")
            elif linked not in shelf.places:
                yield note(path, "no-such-item", id=linked, near=near(linked, shelf.places))


def references_are_given(item: Item, _: Shelf) -> Iterator[Note]:
    """Every item says where to read on."""
    if not item.references:
        yield note("references", "no-references")


def options_are_enough(item: Item, _: Shelf) -> Iterator[Note]:
    """Three to six options."""
    if isinstance(item, Choice) and not FEWEST_OPTIONS <= len(item.options) <= MOST_OPTIONS:
        limits = {"fewest": FEWEST_OPTIONS, "most": MOST_OPTIONS}
        yield note("options", "option-count", count=len(item.options), **limits)


def one_option_is_right(item: Item, _: Shelf) -> Iterator[Note]:
    """Exactly one option is right; with `several`, at least one is right and one is wrong."""
    if not isinstance(item, Choice):
        return
    right = sum(option.right for option in item.options)
    if item.several and not 0 < right < len(item.options):
        yield note("options", "several-right-count", right=right)
    elif not item.several and right != 1:
        yield note("options", "right-count", right=right)


def right_option_is_no_mistake(item: Item, _: Shelf) -> Iterator[Note]:
    """Only a wrong option shows a mistake."""
    for position, option in enumerate(_options(item)):
        if option.right and option.mistake:
            yield note(f"options[{position}].mistake", "right-with-mistake", key=option.key)


def options_differ(item: Item, _: Shelf) -> Iterator[Note]:
    """No two options have one key, or read the same in a language."""
    options = _options(item)
    for name in ("key", "zh", "en"):
        values = [getattr(option, name) for option in options]
        for position in _repeated(values):
            yield note(f"options[{position}].{name}", "option-twice", text=values[position])


def right_option_is_not_told_by_length(item: Item, _: Shelf) -> Iterator[Note]:
    """In neither language is the right option much longer than the others, or much shorter."""
    options = _options(item)
    for lang in LANGS:
        right = [len(option.in_(lang)) for option in options if option.right]
        wrong = [len(option.in_(lang)) for option in options if not option.right]
        if not right or not wrong:
            continue
        if min(right) > max(TELLING[lang], GIVES_AWAY * max(wrong)):
            yield note("options", "right-is-longest", right=min(right), wrong=max(wrong))
        elif min(wrong) > max(TELLING[lang], GIVES_AWAY * max(right)):
            yield note("options", "right-is-shortest", right=max(right), wrong=min(wrong))


def _options(item: Item) -> tuple[Option, ...]:
    return item.options if isinstance(item, Choice) else ()


def points_are_sound(item: Item, _: Shelf) -> Iterator[Note]:
    """Three to six key points with keys of their own, at least one of them required."""
    if not isinstance(item, Short):
        return
    if not FEWEST_POINTS <= len(item.points) <= MOST_POINTS:
        limits = {"fewest": FEWEST_POINTS, "most": MOST_POINTS}
        yield note("points", "point-count", count=len(item.points), **limits)
    if not any(point.required for point in item.points):
        yield note("points", "no-required-point")
    for position in _repeated([point.key for point in item.points]):
        yield note(f"points[{position}].key", "point-twice", key=item.points[position].key)


def _repeated(values: Collection[str]) -> Iterator[int]:
    seen: set[str] = set()
    for position, value in enumerate(values):
        if value in seen:
            yield position
        seen.add(value)


class Rule(NamedTuple):
    """A rule and what breaking it means; after one that `ends`, nothing more is asked."""

    check: Callable[[Item, Shelf], Iterator[Note]]
    severity: Literal["fault", "warning"] = "fault"
    ends: bool = False


RULES = (
    Rule(nothing_is_unfilled, ends=True),
    Rule(leaf_exists),
    Rule(topic_is_planned, "warning"),
    Rule(same_formulas),
    Rule(same_numbers),
    Rule(dollars_are_paired),
    Rule(formulas_are_unicode),
    Rule(english_is_english),
    Rule(chinese_is_chinese),
    Rule(punctuation_is_full_width, "warning"),
    Rule(terms_are_those_of_the_glossary),
    Rule(texts_are_short_enough, "warning"),
    Rule(references_are_whole, "warning"),
    Rule(conventions_are_known),
    Rule(mistakes_are_known),
    Rule(links_lead_somewhere),
    Rule(references_are_given),
    Rule(options_are_enough),
    Rule(one_option_is_right),
    Rule(right_option_is_no_mistake),
    Rule(options_differ),
    Rule(right_option_is_not_told_by_length, "warning"),
    Rule(placeholders_are_known),
    Rule(draws_are_sound),
    Rule(formulas_are_proved),
    Rule(points_are_sound),
    Rule(terms_are_sound, ends=True),
    Rule(formulas_are_read),
    Rule(points_have_evidence),
    Rule(points_find_themselves),
    Rule(examples_are_graded),
    Rule(tricks_never_pay),
    Rule(points_keep_to_themselves),
    Rule(derivations_are_proved),
    Rule(drill_is_no_slip, "warning"),
    Rule(hints_name_functions),
    Rule(written_mistakes_are_known),
    Rule(proof_is_possible, "warning"),
    Rule(solution_is_proved, ends=True),
    Rule(gradients_have_witnesses),
)
