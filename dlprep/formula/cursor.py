"""A place in the tokens of a text; each method reads one thing and moves on."""

from __future__ import annotations

from collections.abc import Collection

from dlprep.formula.tokens import Token
from dlprep.model.message import DlprepError, fault

DEEPEST = 50


class Cursor:
    """What every reader of expressions does with tokens."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0
        self.depth = 0

    @property
    def here(self) -> Token:
        return self.tokens[self.at]

    def take(self) -> Token:
        token = self.here
        self.at += token.kind != "end"
        return token

    def skip(self, text: str) -> bool:
        """Move past a sign or word if it stands here."""
        found = self.here.kind in {"sign", "name"} and self.here.text == text
        self.at += found
        return found

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise fault("formula.too-deep", column=self.here.column, most=DEEPEST)

    def unexpected(self, code: str) -> DlprepError:
        return fault(code, column=self.here.column, found=self.here.text)

    def operand_missing(self) -> DlprepError:
        if self.here.kind == "end":
            return fault("formula.operand-missing", column=self.here.column)
        return self.unexpected("formula.operand-expected")

    def closed(self, opening: Token, closing: str = ")") -> None:
        if not self.skip(closing):
            raise fault("formula.unclosed", column=self.here.column, opening=opening.column)


def unknown(code: str, token: Token, known: Collection[str], name: str = "") -> DlprepError:
    """A complaint about a name, with the nearest known ones."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a misspelling needs it

    word = name or token.text
    near = get_close_matches(word, dict.fromkeys(known), n=3, cutoff=0.5)
    if near:
        return fault(f"{code}-near", name=word, column=token.column, near=near)
    return fault(code, name=word, column=token.column)
