r"""What people type becomes tokens: LaTeX, NumPy, Unicode and full-width Chinese alike.

Commands that say the same as a character become it (`\cdot` is `·`, `\alpha` is α), those that
only lay out are dropped, and so are `np.` and dollar signs. A column is always one of the text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

from dlprep.formula.alphabet import (
    ACCENTS,
    FRACTIONS,
    GREEK,
    SUBSCRIPTS,
    SUPERSCRIPTS,
    plain,
    spelled,
)
from dlprep.formula.tokens import MOST_DIGITS, Token
from dlprep.model.message import DlprepError, fault

LONGEST_TEXT = 2000
MOST_TOKENS = 400

_SUB, _SUP = ("".join(map(chr, table)) for table in (SUBSCRIPTS, SUPERSCRIPTS))
_ACCENT = r"[\u0300-\u036f]*"
_LETTER = rf"[^\W\d_{_SUB}{_SUP}{''.join(FRACTIONS)}ᵀ]{_ACCENT}"
_WORD = rf"{_LETTER}(?:{_LETTER}|[0-9])*(?:_(?:{_LETTER}|[0-9])+)*"
_LIBRARY = (
    r"(?:np|numpy|torch|jnp|math|tf|scipy)(?:\.(?:linalg|special|functional|nn|math))*\.(?=[a-z])"
)
_FUNCTIONAL = r"(?:F|nn\.functional)\.(?=relu|soft|sig|log|tanh|gelu|silu)"
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<dropped>{_LIBRARY}|{_FUNCTIONAL}|\$+|`+|\\[()\[\],;:!> ]|~)
  | (?P<number>(?:[0-9]+(?:\.(?![A-Za-z])[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)
  | (?P<fraction>[{"".join(FRACTIONS)}])
  | (?P<row>\\\\|&)
  | (?P<command>\\(?:[A-Za-z]+|[|{{}}]))
  | (?P<name>{_WORD})
  | (?P<sub>[{_SUB}]+)
  | (?P<power>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?![{_SUP}]))
  | (?P<sup>[{_SUP}]+)
  | (?P<sign>[-+*/]=(?!=)|\*\*|//|\|\||<=|>=|==|!=|:=|<-|\.(?=[A-Za-z])
      |[-+*/%<>=(),;:^_|!@{{}}\[\]'"·×⊙⊗⟨⟩≤≥≠←≡≈ᵀ‖√∛∑∏∂∇∞𝟏𝟙⌊⌋⌈⌉])
    """,
    re.VERBOSE,
)
_ALIKE = MappingProxyType(
    {
        **dict.fromkeys(("cdot", "cdotp", "bullet"), "·"),
        "otimes": "⊗",
        **dict.fromkeys(("odot", "circ"), "⊙"),
        "times": "×",
        "ast": "*",
        "star": "*",
        "div": "/",
        "top": "ᵀ",
        "intercal": "ᵀ",
        "prime": "'",
        **dict.fromkeys(("le", "leq", "leqslant"), "≤"),
        **dict.fromkeys(("ge", "geq", "geqslant"), "≥"),
        **dict.fromkeys(("ne", "neq"), "≠"),
        "lt": "<",
        "gt": ">",
        "approx": "≈",
        "equiv": "≡",
        "coloneqq": ":=",
        "sim": "~",
        **dict.fromkeys(("gets", "leftarrow"), "←"),
        **dict.fromkeys(("mid", "vert", "lvert", "rvert"), "|"),
        **dict.fromkeys(("|", "Vert", "lVert", "rVert", "parallel"), "‖"),
        "{": "[",
        "}": "]",
        "lbrace": "[",
        "rbrace": "]",
        "lbrack": "[",
        "rbrack": "]",
        "lfloor": "⌊",
        "rfloor": "⌋",
        "lceil": "⌈",
        "rceil": "⌉",
        "langle": "⟨",
        "rangle": "⟩",
        "sum": "∑",
        "prod": "∏",
        "partial": "∂",
        "nabla": "∇",
        "infty": "∞",
        "surd": "√",
        "wedge": "and",
        "land": "and",
        "lor": "or",
        "lnot": "not",
        "neg": "not",
    }
)
_LAYOUT = frozenset(
    (
        *("left", "right", "middle", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl"),
        *("Bigr", "biggl", "biggr", "Biggl", "Biggr", "quad", "qquad", "displaystyle"),
        *("textstyle", "limits", "nolimits", "thinspace", "medspace", "hspace", "mathstrut"),
        *("vec", "mathop", "mathrel", "mathbin", "nonumber"),
    )
)
_FONTS = frozenset(
    (
        *("mathbf", "boldsymbol", "bm", "mathrm", "mathit", "mathsf", "mathcal", "mathbb"),
        *("mathds", "mathtt", "mathfrak", "mathscr", "operatorname", "text", "textbf", "textrm"),
        *("textit", "texttt", "pmb", "bf", "rm", "cal", "boldsymbol", "mbox", "symbf"),
    )
)
_STRUCTURE = frozenset(("over", "frac", "dfrac", "tfrac", "cfrac", "sqrt", "begin", "end"))
_WIDE = MappingProxyType({"widehat": "hat", "overline": "bar", "widetilde": "tilde"})
_WORDS = frozenset(
    (
        *(
            "log",
            "ln",
            "lg",
            "exp",
            "tanh",
            "sin",
            "cos",
            "tan",
            "sinh",
            "cosh",
            "max",
            "min",
            "det",
        ),
        *("softmax", "sigmoid", "relu", "ReLU", "tr", "Tr", "diag", "erf", "sgn", "sign"),
        *("arctan", "dim", "norm", "Var", "Cov", "KL", "softplus", "operatorname", "mean"),
    )
)
_INSIDE = re.compile(
    r"\s*(?:\{(?P<inside>(?:[^{}]|\{[^{}]*\})*)\}|(?P<bare>\\[A-Za-z]+|[A-Za-z0-9]))"
)


def math_tokens(text: str) -> list[Token]:
    """The tokens of a formula, the last of kind `end`. Raises a fault that names the column of
    what no token starts with, or of an unknown command."""
    return [*_tokens(text)]


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    if len(text) > LONGEST_TEXT:
        raise fault("formula.too-long", length=len(text), most=LONGEST_TEXT)
    mapped = plain(text).rstrip()
    while mapped[-1:] in {".", ",", ";"} and mapped[:-1].strip():
        mapped = mapped[:-1].rstrip()
    found: list[Token] = []
    at = 0
    while at < len(mapped):
        match = _TOKEN.match(mapped, at)
        if match is None:
            character = text[at] if text[at].isprintable() else f"U+{ord(text[at]):04X}"
            raise fault("formula.unknown-character", character=character, column=at + 1)
        at = match.end()
        if match.lastgroup == "command":
            made, at = _command(mapped, match)
            found += made
        elif match.lastgroup not in {"space", "dropped"}:
            found.append(_token(match))
    if len(found) > MOST_TOKENS:
        raise fault("formula.too-many-signs", count=len(found), most=MOST_TOKENS)
    return (*found, Token("end", "", len(text) + 1))


def _token(match: re.Match[str]) -> Token:  # noqa: PLR0911 - a table
    text, column, end = match.group(), match.start() + 1, match.end() + 1
    match match.lastgroup:
        case "number" if len(text) > MOST_DIGITS:
            raise fault("formula.number-too-long", column=column, most=MOST_DIGITS)
        case "power":
            return Token("power", text.translate(SUPERSCRIPTS), column, end)
        case "sub":
            return Token("sub", text.translate(SUBSCRIPTS), column, end)
        case "sup":
            return Token("sup", text.translate(SUPERSCRIPTS), column, end)
        case "name":
            return Token("name", normalize("NFC", text), column, end)
        case "row":
            return Token("sign", text, column, end)
        case "number" | "fraction" as kind:
            return Token(kind, text, column, end)
        case _:
            return Token("sign", {"||": "‖"}.get(text, text), column, end)


def _command(text: str, match: re.Match[str]) -> tuple[list[Token], int]:
    """The tokens that a command stands for, and where the text goes on."""
    word, column, end = match.group()[1:], match.start() + 1, match.end()
    if word in _LAYOUT:
        return [], end + (text[end : end + 1] == "." and word in {"left", "right"})
    if word in _FONTS:
        return _font(text, column, end, word)
    if word in ACCENTS or word in _WIDE:
        return _accented(text, column, end, ACCENTS[_WIDE.get(word, word)])
    if word in _ALIKE:
        same = _ALIKE[word]
        kind = "name" if same.isalpha() and same.isascii() else "sign"
        return [Token(kind, same, column, end + 1)], end  # type: ignore[arg-type]
    if word in GREEK or word in _WORDS:
        return [Token("name", GREEK.get(word, word), column, end + 1)], end
    if word in _STRUCTURE:
        return [Token("command", word, column, end + 1)], end
    raise _unknown(word, column)


def _unknown(word: str, column: int) -> DlprepError:
    from difflib import get_close_matches  # noqa: PLC0415 - only a misspelling needs it

    known = [*_WORDS, *GREEK, *_ALIKE, *_STRUCTURE, *_FONTS, *ACCENTS]
    near = [rf"\{each}" for each in get_close_matches(word, known, n=3, cutoff=0.6)]
    code = "formula.unknown-command-near" if near else "formula.unknown-command"
    return fault(code, name=rf"\{word}", column=column, near=near)


def _font(text: str, column: int, end: int, font: str) -> tuple[list[Token], int]:
    r"""`\mathbf{x}` is x, `\mathbb{1}` the indicator or a vector of ones; a font around more
    than one name is dropped."""
    found = _INSIDE.match(text, end)
    inside = (found["inside"] or found["bare"] or "").strip() if found else ""
    if found is None or not inside:
        return [], end
    stop = found.end()
    if inside == "1" and font not in {"mathrm", "text", "rm"}:
        return [Token("sign", "𝟏", column, stop + 1)], stop
    if re.fullmatch(rf"{_WORD}|\\\\[A-Za-z]+", inside):
        name = math_tokens(inside)[0]
        return [Token("name", name.text, column, stop + 1)], stop
    return [], end


def _accented(text: str, column: int, end: int, accent: str) -> tuple[list[Token], int]:
    found = _INSIDE.match(text, end)
    inside = (found["inside"] or found["bare"] or "") if found else ""
    tokens = [each for each in math_tokens(inside) if each.text not in {"{", "}"}] if inside else []
    if found is None or len(tokens) != 2 or tokens[0].kind != "name":
        raise fault("formula.accent", column=column)
    base, line, sub = tokens[0].text.partition("_")
    name = normalize("NFC", spelled(base) + accent) + line + sub
    return [Token("name", name, column, found.end() + 1)], found.end()
