"""Where an answer denies and where it doubts: sentences, clauses, phrases, and their markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from dlprep.answer.folding import Token
from dlprep.model.value import dataclass

_NEAR = 5  # tokens that `no`, `without` and a bare 不 reach
_TURNS = frozenset(
    (
        *("but", "and", "so", "because", "since", "while", "whereas", "although", "though"),
        *(
            "hence",
            "thus",
            "therefore",
            "instead",
            "if",
            "when",
            "unless",
            "until",
            "than",
            "which",
        ),
    )
)
_TURNS_ZH = re.compile(
    r"而是|反而|而且|所以|因此|因为|从而|于是|但是|但|却|不过|然而|而|否则|如果|只要|只是|就|则|使"
)
# A word that only looks like a denial hides it; the longest come first.
_NOT_ZH = re.compile(
    r"(?P<none>不仅|不但|不只|不光|不断|不管|不论|不得不|不妨|不少|不同|不等|非常|除非|无论|无穷|无限|无偏"
    r"|差不多|是不是|能不能|会不会|要不要|是否|未来|分别|区别|类别|差别|识别|级别|特别|个别|判别|别的|辨别)"
    r"|(?P<whole>并不|并非|不会|不是|不能|不再|不用|不必|不需|不要|不应|不该|不可能|没有|没能|无法|无需|从不"
    r"|绝不|未能|没|未)"
    r"|(?P<near>不|非|无)"
)
_OF_A_VERB = frozenset(
    "没未不非无"
)  # these reach no further than the 的 of 没经过 softmax 的 logits
_DENIALS = frozenset(("not", "never", "cannot", "nor", "neither", "nobody", "hardly"))
_ONLY = frozenset(("only", "just", "merely", "simply", "alone", "necessarily", "doubt"))
_NEAR_DENIALS = {"no": _NEAR, "without": _NEAR, "non": 1}
_FAR = 24  # tokens that a denied verb reaches

_WRONG = re.compile(
    r"it is (not true|not the case|not right|untrue|false|wrong)|it isn't true"
    r"|i (doubt|deny|disagree)|i (do not|don't) (think|believe)"
    r"|mistake to|\bmyth\b|misconception|wrongly|falsely"
    r"|并非如此|(是|都|全)错误?的|说法(不对|是错|有误)|误(以为|认为|解|区)|我不(认为|觉得|同意)|不是真的"
)
_DOUBT = re.compile(
    r"\beither\b.*\bor\b|\b(maybe|perhaps|possibly)\b|not (sure|certain)"
    r"|\bi (guess|suppose|forgot|forget)\b"
    r"|也许|或许|说不定|不太?(确定|清楚|记得)|好像|要么.*要么|可能是.*也可能|我忘了|记不清|想不起|还是.*来着|大概是|我猜|吧$"
)


@dataclass(frozen=True, slots=True)
class Denial:
    """A marker at token `at` that denies what starts at tokens `first` to `last`."""

    at: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A read answer: its tokens, the sentence and the clause of each, and what is denied or
    doubted. Sentences and clauses count from 0."""

    tokens: tuple[Token, ...]
    sentence: tuple[int, ...]
    clause: tuple[int, ...]
    denials: tuple[Denial, ...]
    wrong: frozenset[int]
    doubtful: frozenset[int]


def read(tokens: Sequence[Token]) -> Answer:
    """Find the sentences and clauses of an answer and what they deny or doubt."""
    sentence = _numbered([token.ends_sentence for token in tokens])
    wrong, spent = set(), set()
    doubtful = set()
    for start, end in stretches([token.ends_sentence for token in tokens]):
        text, owners = written(tokens, start, end)
        if match := _WRONG.search(text):
            wrong.add(sentence[start])
            spent |= set(owners[match.start() : match.end()])
        if _DOUBT.search(text):
            doubtful.add(sentence[start])
    return Answer(
        tokens=tuple(tokens),
        sentence=sentence,
        clause=_numbered([token.ends_clause for token in tokens]),
        denials=tuple(each for each in _denials(tokens) if each.at not in spent),
        wrong=frozenset(wrong),
        doubtful=frozenset(doubtful),
    )


def stretches(ends: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches that end after each True; the last may have no end mark."""
    cuts = [at + 1 for at, is_end in enumerate(ends) if is_end]
    return ((start, end) for start, end in pairwise((0, *cuts, len(ends))) if start < end)


def written(tokens: Sequence[Token], start: int, end: int) -> tuple[str, list[int]]:
    """The text of some tokens as they were typed but folded, English words apart and Chinese
    characters together, and for each of its characters the token it is of."""
    text, owners = "", []
    for at in range(start, end):
        token = tokens[at]
        if token.ends_clause:
            continue
        gap = " " if text and text[-1].isascii() and token.plain[0].isascii() else ""
        text += gap + token.plain
        owners += [at] * len(gap + token.plain)
    return text, owners


def _numbered(ends: Sequence[bool]) -> tuple[int, ...]:
    """The number of the stretch each token lies in; a mark belongs to what it ends."""
    return tuple(n - end for n, end in zip(accumulate(ends), ends, strict=True))


def _denials(tokens: Sequence[Token]) -> Iterator[Denial]:
    """The markers of each phrase with what they reach, never beyond the phrase."""
    for start, end in _phrases(tokens):
        yield from _english(tokens, start, end)
        yield from _chinese(tokens, start, end)


def _phrases(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Stretches between punctuation and the words at which a thought turns."""
    turns = {match.start() for match in _TURNS_ZH.finditer(_han(tokens))}
    start = 0
    for at, token in enumerate(tokens):
        if token.ends_clause or token.plain in _TURNS or at in turns:
            yield start, at
            start = at
    yield start, len(tokens)


def _han(tokens: Sequence[Token]) -> str:
    """One character a token: a Chinese character, or a blank for anything else."""
    return "".join(
        t.text if "㐀" <= t.text[0] <= "鿿" and len(t.text) == 1 else " " for t in tokens
    )


def _english(tokens: Sequence[Token], start: int, end: int) -> Iterator[Denial]:
    for at in range(start, end):
        word = tokens[at].plain
        following = tokens[at + 1].plain if at + 1 < len(tokens) else ""
        if following in _ONLY and word in {"not", "no"}:
            continue
        if word in _DENIALS or word.endswith("n't"):
            yield Denial(at, at + 1, min(at + _FAR, end - 1))
        elif word in _NEAR_DENIALS:
            yield Denial(at, at + 1, min(at + _NEAR_DENIALS[word], end - 1))


def _chinese(tokens: Sequence[Token], start: int, end: int) -> Iterator[Denial]:
    for match in _NOT_ZH.finditer(_han(tokens[start:end])):
        at = start + match.start()
        if match["none"]:
            continue
        reach = _NEAR if match["near"] else _FAR
        last = min(at + reach, end - 1)
        if match.group() in _OF_A_VERB:
            last = next((n for n in range(at, last) if tokens[n].text == "的"), last)
        yield Denial(at, start + match.end(), last)
