"""The terms of the field as the questions write them: `glossary.yaml`."""

from __future__ import annotations

from dataclasses import field
from types import MappingProxyType

from dlprep.model.text import Lang
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """Words of both languages."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def in_(self, lang: Lang) -> tuple[str, ...]:
        """Those of one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term. `not_` are translations and spellings that no question uses; `but` are words that
    hold one of these and mean something else."""

    zh: str
    en: str
    not_: Wordings = field(default=Wordings(), metadata=MappingProxyType({"key": "not"}))
    but: Wordings = Wordings()

    def in_(self, lang: Lang) -> str:
        """The term in one language."""
        return self.zh if lang == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary:
    """All terms."""

    terms: tuple[Term, ...] = ()
