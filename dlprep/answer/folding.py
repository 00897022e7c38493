"""An answer becomes tokens that read the same however it was typed.

Full width and half width, upper and lower case, traditional and simplified characters, LaTeX
and Unicode, British and American endings fold into one. A Chinese character, a number, a sign
and an English word are a token each; every token knows the characters it was made of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from dlprep.answer.stem import stem
from dlprep.answer.traditional import SIMPLIFIED

_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SIGNS = str.maketrans("’‘“”−–—×·⋅∙∗÷′ϵ", "''\"\"---*****/'ε")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉½", "0123456789-01234567892")
_HATS = str.maketrans("ŷŶŵẑâêîôû", "yywzaeiou")
_GREEK = MappingProxyType(
    {
        "alpha": "α",
        "beta": "β",
        "gamma": "γ",
        "delta": "δ",
        "epsilon": "ε",
        "eps": "ε",
        "eta": "η",
        "theta": "θ",
        "kappa": "κ",
        "lambda": "λ",
        "mu": "μ",
        "pi": "π",
        "rho": "ρ",
        "sigma": "σ",
        "tau": "τ",
        "phi": "φ",
        "omega": "ω",
        "sqrt": "√",
    }
)
_LATEX = MappingProxyType(
    {
        "le": "≤",
        "leq": "≤",
        "ge": "≥",
        "geq": "≥",
        "ne": "≠",
        "neq": "≠",
        "infty": "∞",
        "partial": "∂",
        "nabla": "∇",
        "sum": "Σ",
        "approx": "≈",
        "to": "→",
        "varepsilon": "ε",
        "lVert": "‖",
        "rVert": "‖",
        "Vert": "‖",
        "log": "log",
        "exp": "exp",
        "max": "max",
        "min": "min",
        "tanh": "tanh",
        "sin": "sin",
    }
)
_FORMULA = re.compile(r"\$[^$\n]*\$|[(\[](?:(?![A-Za-z]{5}|[㐀-鿿])[^()\[\]\n])*[)\]]")
_TRANSPOSE = re.compile(r"\^\{?(?:[Tt⊤]|\\top)\}?(?![A-Za-z])|(?<=[A-Za-z])\.T(?![A-Za-z])")
_INNER_COMMA = re.compile(r"[,;，；、]")
_TOKEN = re.compile(
    r"""
    \\(?P<latex>[A-Za-z]+)
  | (?P<code>[a-z]{2,}(?:_[a-z]+)+)
  | (?P<number>\d+(?:\.\d+)?)
  | (?P<word>[a-z]+(?:'[a-z]+)?)
  | (?P<han>[㐀-鿿])
  | (?P<joint>(?<=[a-z][a-z])-(?=[a-z][a-z]))
  | (?P<stop>[。!?;\n]|\.(?=\s|$|[^0-9a-z]))
  | (?P<comma>[,:、])
  | (?P<blank>[\s$`"'_^{}()\[\]《》「」『』【】*]|\.)
  | (?P<sign>.)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """`text` is folded and stemmed, `plain` folded only; `start` and `end` are characters of
    the answer. Tokens `。` and `，` end a sentence and a clause."""

    text: str
    plain: str
    start: int
    end: int

    @property
    def ends_sentence(self) -> bool:
        """Whether it is a full stop or the like."""
        return self.text == "。"

    @property
    def ends_clause(self) -> bool:
        """Whether it is a comma or a full stop."""
        return self.text in {"。", "，"}


def folded(text: str) -> str:
    """Character by character, so that the result is as long as the text.

    >>> folded("ＢａｔｃｈＮｏｒｍ 的統計量，x²")
    'batchnorm 的统计量,x2'
    """
    text = text.translate(_WIDTH).translate(SIMPLIFIED).translate(_SIGNS)
    text = text.translate(_RAISED).translate(_HATS).replace("}{", "/ ")
    text = _FORMULA.sub(_without_commas, text)
    text = _TRANSPOSE.sub(lambda match: "ᵀ".rjust(len(match.group())), text)
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)


def _without_commas(formula: re.Match[str]) -> str:
    """A comma between arguments ends no clause: max(0, 1 − m)."""
    return _INNER_COMMA.sub(" ", formula.group())


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text, in order.

    >>> [token.text for token in tokens("Log-softmax saturates, $z_1 ≤ 0$。")]
    ['log', 'softmax', 'satur', '，', 'z', '1', '≤', '0', '。']
    """
    plain = folded(text)
    found = (_token(match) for match in _TOKEN.finditer(plain))
    return tuple(token for token in found if token is not None)


def _token(match: re.Match[str]) -> Token | None:
    """The token of a match; None where it only lays out."""
    kind, text = match.lastgroup, match.group()
    match kind:
        case "blank" | "joint":
            text = read = ""
        case "latex":
            text = read = _of_latex(match["latex"])
        case "stop" | "comma":
            text = read = "" if text == "、" else "。" if kind == "stop" else "，"
        case "code":
            read = text.replace("_", "")
        case "word":
            text = _GREEK.get(text, text).removesuffix("'s")
            read = stem(text)
        case _:
            read = text
    return Token(read, text, *match.span()) if read else None


def _of_latex(command: str) -> str:
    """The sign of a LaTeX command; empty for one that only lays out."""
    return _GREEK.get(command) or _LATEX.get(command, "")


@lru_cache(maxsize=8192)
def sequence(alias: str) -> tuple[str, ...]:
    """The tokens of an alias, as they stand in an answer; punctuation aside."""
    return tuple(token.text for token in tokens(alias) if not token.ends_clause)
