r"""The lines of a derivation in a text: Markdown, LaTeX or plain.

>>> lines_of("1. y = x²\n\nso we get\n$$\\frac{dy}{dx} = 2x$$\n")
[(1, 'y = x²'), (4, '\\frac{dy}{dx} = 2x')]
"""

from __future__ import annotations

import re

from dlprep.formula.alphabet import plain

_MARKER = re.compile(r"^\s*(?:[-*+]\s+|\(?\d{1,2}[.)、]\s+|[①-⑳]\s*|>\s+)")
_LEAD = re.compile(
    r"^\s*(?:⇒|⟹|=>|→|∴|\\(?:Long)?[Rr]ightarrow|\\implies|\\therefore|\\Longrightarrow)\s*"
)
_TAIL = re.compile(r"(?:\\\\(?:\[[^\]]*\])?|\\(?:tag|label)\{[^}]*\}|\\(?:notag|nonumber)|%.*)\s*$")
_FRAME = re.compile(
    r"\\(?:begin|end)\{(?:align|aligned|equation|gather|split|multline)\*?\}|\\[\[\]]"
)
_INLINE = re.compile(r"\$([^$]+)\$")
_SIGN = re.compile(r"[=≤≥<>≈]")
_PROSE = re.compile(r"[A-Za-z]{2,}\s+[A-Za-z]{2,}|[\u4e00-\u9fff]")
_REMARK = re.compile(
    r"\s+(?:#|//|—|--)\s.*$|[（(]\s*(?:因为|由于|since|because|by|using|代入).*[)）]\s*$"
)


def lines_of(text: str) -> list[tuple[int, str]]:
    """Each line that says a formula, with its number in the text from 1; headings, code fences,
    frames and prose without a formula are passed over."""
    found: list[tuple[int, str]] = []
    for number, written in enumerate(text.splitlines(), 1):
        line = cleaned(written)
        if line:
            found.append((number, line))
    return found


def cleaned(written: str) -> str:
    """The formula of a line without what only lays it out, or nothing."""
    line = written.strip()
    if line.startswith(("#", "```", "~~~", "%", "\\document", "\\use", "---", "<!--")):
        return ""
    line = _MARKER.sub("", line)
    inline = _INLINE.findall(line.replace("$$", ""))
    if inline and _PROSE.search(_INLINE.sub("", line.replace("$$", ""))):
        line = next((each for each in reversed(inline) if _SIGN.search(plain(each))), "")
    line = _FRAME.sub("", line).replace("$", "").replace("&", "")
    while (shorter := _TAIL.sub("", _REMARK.sub("", line)).strip().rstrip(",;.，；。")) != line:
        line = shorter
    line = _LEAD.sub("", line).strip()
    if line and not _SIGN.search(plain(line)) and _PROSE.search(line):
        return ""
    return line
