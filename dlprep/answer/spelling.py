"""Typing mistakes in long English words: `convergance` is read as `convergence`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dlprep.answer.folding import Token

LONG = 7  # letters; in shorter words a slip often makes another word
_VERY_LONG = 10
HEAD = 3  # letters that must agree, so that `unstable` is never read as `stable`


def corrected(tokens: Sequence[Token], known: Collection[str]) -> tuple[Token, ...]:
    """The tokens, with long words that nearly spell a known stem taken for it."""
    targets = sorted(word for word in known if len(word) >= LONG and word.isascii())
    return tuple(
        token if len(token.text) < LONG else _corrected(token, known, targets) for token in tokens
    )


def _corrected(token: Token, known: Collection[str], targets: Sequence[str]) -> Token:
    word = token.text
    if word in known or not (word.isascii() and word.isalpha()):
        return token
    near = [target for target in targets if target[:HEAD] == word[:HEAD]]
    if not near:
        return token
    best = min(near, key=lambda target: (_distance(word, target), target))
    return token._replace(text=best) if is_slip(word, best) else token


def is_slip(word: str, target: str) -> bool:
    """Whether a long word may be a typing mistake for another that begins alike."""
    return _distance(word, target) <= (2 if len(word) >= _VERY_LONG else 1)


def _distance(word: str, target: str) -> int:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - only an unknown long word needs it

    return OSA.distance(word, target)
