"""Letters: one spelling for each name, however it was typed.

>>> spelled("beta_hat_1"), spelled("yhat"), spelled("eps"), spelled("W_out")
('β̂_1', 'ŷ', 'ε', 'W_out')
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType
from unicodedata import normalize

_WORDS = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi"
_MORE = "pi rho sigma tau upsilon phi chi psi omega"
GREEK: MappingProxyType[str, str] = MappingProxyType(
    {
        **dict(zip(_WORDS.split(), "αβγδεζηθικλμνξ", strict=True)),
        **dict(zip(_MORE.split(), "πρστυφχψω", strict=True)),
        **dict(zip(("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi"), "ΓΔΘΛΞΠ", strict=True)),
        **dict(zip(("Sigma", "Upsilon", "Phi", "Psi", "Omega"), "ΣΥΦΨΩ", strict=True)),
        "varepsilon": "ε",
        "vartheta": "θ",
        "varphi": "φ",
        "varsigma": "σ",
        "varrho": "ρ",
        "eps": "ε",
        "lam": "λ",
        "lamda": "λ",
        "ell": "ℓ",
    }
)
ACCENTS: MappingProxyType[str, str] = MappingProxyType(
    {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307"}
)
_ACCENTED = re.compile(r"(?P<base>.+?)_?(?P<accent>hat|bar|tilde)")
_LETTER = re.compile(r"[^\W\d_][\u0300-\u036f]*")


def _mapped(characters: dict[str, str]) -> dict[int, str]:
    return {ord(character): same for character, same in characters.items()}


def _paired(characters: str, same: str) -> dict[int, str]:
    return _mapped(dict(zip(characters, same, strict=True)))


# Column by column: each character as the one that is meant.
CHARACTERS: MappingProxyType[int, str] = MappingProxyType(
    _mapped(
        {
            **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
            **dict.fromkeys("\u3000\u00a0\u2009\u200a\u202f\u2002\u2003\u200b\ufeff\t\n\r", " "),
            "。": ".",
            "、": ",",
            "【": "[",
            "】": "]",
            "〔": "[",
            "〕": "]",
            **dict.fromkeys("−–—﹣‐‑", "-"),
            **dict.fromkeys("⋅∙•‧・", "·"),
            **dict.fromkeys("✕✖", "×"),
            **dict.fromkeys("∘◦⊙", "⊙"),
            "∗": "*",
            "÷": "/",
            "∕": "/",
            "⁄": "/",
            "∣": "|",
            "∥": "‖",
            "⊤": "ᵀ",
            "⟙": "ᵀ",
            **dict.fromkeys("′’ʹ", "'"),
            "″": '"',
            "ϵ": "ε",
            "ϕ": "φ",
            "ϑ": "θ",
            "ϱ": "ρ",
            "µ": "μ",
            "∆": "Δ",
            "Ω": "Ω",
            "≔": "=",
            "⟵": "←",
            "⩽": "≤",
            "⩾": "≥",
            "≦": "≤",
            "≧": "≥",
            "ı": "i",
            **{chr(code): normalize("NFKC", chr(code)) for code in range(0x1D400, 0x1D7CC)},
            "ℒ": "L",
            "ℝ": "ℝ",
            "𝔼": "E",
            **dict.fromkeys("\ufeff\u20d7", " "),
        }
    )
)
SUBSCRIPTS: MappingProxyType[int, str] = MappingProxyType(
    _paired("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩ", "0123456789+-=()aehijklmnoprstuvxβγρφ")
)
SUPERSCRIPTS: MappingProxyType[int, str] = MappingProxyType(
    _paired("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁱʲᵏˡᵐⁿᵖᵗᵃᵇᶜᵈᵉˣʸᶻᵝᵞᵅᴷᴺᴰᴹᴴᴸ", "0123456789+-()ijklmnptabcdexyzβγαKNDMHL")
)
FRACTIONS: MappingProxyType[str, tuple[int, int]] = MappingProxyType(
    {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅛": (1, 8)}
)


def plain(text: str) -> str:
    """The text with one character for each of its own; columns stay true."""
    return text.translate(CHARACTERS)


def is_letter(word: str) -> bool:
    """A single letter, perhaps with an accent."""
    return bool(_LETTER.fullmatch(normalize("NFD", word)))


@lru_cache(maxsize=4096)
def spelled(word: str) -> str:
    """The one spelling of a name: Greek letters and accents as characters, `base_sub`."""
    found = _ACCENTED.match(word)
    if found and is_letter(_greek(found["base"])):
        rest = word[found.end() :]
        if not rest or rest.startswith("_") or rest.isdigit():
            return normalize("NFC", _greek(found["base"]) + ACCENTS[found["accent"]]) + rest
    base, line, sub = normalize("NFC", word).partition("_")
    return _greek(base) + line + (spelled(sub) if line else "")


def _greek(word: str) -> str:
    if word in GREEK:
        return GREEK[word]
    stem = word.rstrip("0123456789")
    return GREEK[stem] + word[len(stem) :] if stem in GREEK else word
