"""Whether an answer is made of sentences, or is a heap of words.

A list of technical terms, or the words of a good answer in any order, would show every word a
rubric looks for. What it lacks are the small words that tie terms into a statement, in places
where they can stand. How long an answer is plays no part.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dlprep.answer.folding import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ARTICLES = _words("the a an its their every")
_LINKS = _words("of to in on with for from by at into as than and or but that which if")
_VERBS = _words(
    "is are was were be been has have had does do did can may must should will would gives get gets"
    " makes make takes take needs need keeps keep so because when while where it they this these we"
    " i you there not no if then only one"
)
_SMALL = _ARTICLES | _LINKS | _VERBS
_STRANDED_CAPITAL = re.compile(  # the first word of a sentence amid another
    r"(?<=[A-Za-z,;][ ])(?:The|A|An|It|If|In|As|With|For|At|On|To|By|From|This|That|They|When|While"
    r"|But|And|Or|Its|We|Of|Is|Are|Not|First|Then|Where|Because|Since|So)\b"
)
_MARKS = frozenset("。，")
_NEVER_NAMED = _words(
    "the an and or of to with for from into than is are its by in on at as that has have was does"
)
_LEADING = _words("of to with for from into than by at the its")
_NEVER_LED = _words("of to is are and or with for from into than by at but because so")
_SMALL_ZH = re.compile(
    r"的|是|会|使|让|因为|所以|从而|导致|把|被|在|就|则|而|也|都|又|才|能|可|要|时|若|如果|通过|只|用|比|对|由"
    r"|再|它|这|那|到|后|前|不|没|有|为|与|(?<!饱)和|或|按|随|等于|越|得|了|来|去|先|最|更|很|较|至|靠|变"
)
_STRANDED_ZH = re.compile(
    r"的的|了了|是是|在在|会会|(?<=，)[了们着性度率化]|[被很更最使每其那所也就都只又再不无能会](?=，)"
)
_STRANDED_MARK = re.compile(
    r"^[，。；：、]|[，。；：、][，。；：、）」』]|[（「『][，。；：、）」』]|（[^）]*（|）[^（]*）"
)
_MATHS = re.compile(r"\$[^$]*\$|[(（][^()（）]*[)）]")
_MARK = re.compile(r"[、，,;；。！!？?：:\n/|+]|\.(?=\s)|(?<=[㐀-鿿])\s+(?=[㐀-鿿])")
_UNIT = re.compile(r"[㐀-鿿]|[A-Za-z0-9_]+")
_FEWEST_PIECES = 3
_MOST_BARE = 0.7
_STATEMENT = 5  # words or characters that a statement has at least
_FEWEST_SMALL = 0.12  # of the English words of a sentence 40 to 55 % are small
_FEWEST_SMALL_ZH = 0.07  # small words a Chinese character; usually 0.15 to 0.3
_MOST_STRANDED = 0.02  # a word; one may always be a slip
_MOST_STRANDED_ZH = 0.05  # a clause


def are_sentences(text: str, tokens: Sequence[Token]) -> bool:
    """Whether the words of an answer are tied together as in statements."""
    if _is_list(text):
        return False
    han = sum(map(_is_han, tokens))
    words = [token for token in tokens if token.plain.isascii() and token.plain.isalpha()]
    long_words = [token for token in words if len(token.plain) > 1]
    if han and han >= len(long_words):
        return _are_chinese(text, tokens, han)
    return _are_english(text, tokens, long_words)


def _is_list(text: str) -> bool:
    """Whether most of what stands between marks is too short to be a statement."""
    pieces = [_UNIT.findall(piece.lower()) for piece in _MARK.split(_MATHS.sub("x", text))]
    bare = [_is_bare(piece) for piece in pieces if piece]
    return len(bare) >= _FEWEST_PIECES and sum(bare) > _MOST_BARE * len(bare)


def _is_bare(piece: Sequence[str]) -> bool:
    """Few words, and in English none of those that tie words together."""
    return len(piece) < _STATEMENT and not any(word in _SMALL for word in piece)


def _are_english(text: str, tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    if not words:
        return False
    small = sum(token.plain in _SMALL for token in words)
    stranded = sum(_is_stranded(one.plain, other.plain) for one, other in pairwise(tokens))
    stranded += len(_STRANDED_CAPITAL.findall(text))
    return small / len(words) >= _FEWEST_SMALL and stranded <= max(1, _MOST_STRANDED * len(words))


def _is_stranded(word: str, following: str) -> bool:
    """A small word before one that it cannot stand before: `of is`, `the and`, `its.`"""
    if word in _ARTICLES:
        return following in _NEVER_NAMED or (following in _MARKS and word != "a")
    if word in _LEADING:
        return following in _NEVER_LED
    if word in {"and", "or"}:
        return following in {"and", "or", "of", "than", "。"}
    return word in {"is", "are"} and following in {"is", "are", "of", "and", "。"}


def _are_chinese(text: str, tokens: Sequence[Token], han: int) -> bool:
    read = "，".join(("", *_stretches(tokens), ""))
    small, clauses = len(_SMALL_ZH.findall(read)), read.count("，")
    # A mark after a mark is no slip of style, so that one weighs as much as two odd words.
    stranded = len(_STRANDED_ZH.findall(read)) + 2 * len(_STRANDED_MARK.findall(text))
    return small / han >= _FEWEST_SMALL_ZH and stranded <= max(1, _MOST_STRANDED_ZH * clauses)


def _stretches(tokens: Sequence[Token]) -> list[str]:
    """The clauses, with one sign for whatever is not Chinese."""
    text = "".join(t.text if _is_han(t) else "，" if t.ends_clause else "x" for t in tokens)
    return [stretch for stretch in text.split("，") if stretch]


def _is_han(token: Token) -> bool:
    return "㐀" <= token.text[0] <= "鿿"
