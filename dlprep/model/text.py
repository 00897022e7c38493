"""Bilingual text: every sentence a person reads exists in Chinese and in English."""

from __future__ import annotations

from typing import Literal

from dlprep.model.value import dataclass

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same statement in both languages; mathematics stands between `$` signs in each."""

    zh: str
    en: str

    def in_(self, lang: Lang) -> str:
        """The wording in one language."""
        return self.zh if lang == "zh" else self.en


def encodable(text: str) -> str:
    """The text without lone surrogates (bytes of an argument that are no UTF-8, half a character
    in JSON), which neither a screen nor a database can take."""
    return text.encode("utf-8", "replace").decode("utf-8")
