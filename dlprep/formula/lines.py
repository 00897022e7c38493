r"""The lines of a derivation in a text: Markdown, LaTeX or plain.

>>> lines_of("1. y = x²\n\nso we get\n$$\\frac{dy}{dx} = 2x$$\n")
[(1, 'y = x²'), (4, '\\frac{dy}{dx} = 2x')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dlprep.formula.alphabet import plain

_MARKER = re.compile(r"^\s*(?:[-*+]\s+|\(?\d{1,2}[.)、]\s+|[①-⑳]\s*|>\s+)")
_FOLLOWS = r"⇒|⟹|=>|∴|\\Rightarrow|\\Longrightarrow|\\implies|\\therefore"
_LEAD = re.compile(rf"^\s*(?:{_FOLLOWS}|→|\\[Rr]ightarrow)\s*")
_INFERENCE = re.compile(rf"[,，]?\s*(?:{_FOLLOWS})\s*")
_TAIL = re.compile(r"(?:\\\\(?:\[[^\]]*\])?|\\(?:tag|label)\{[^}]*\}|\\(?:notag|nonumber)|%.*)\s*$")
_FRAME = re.compile(r"\\(?:begin|end)\{(?!cases)[^}]*\}|(?<!\\)\\[\[\]]")
_INLINE = re.compile(r"\$([^$]+)\$")
_SIGN = re.compile(r"[=≤≥<>≈]")
_PROSE = re.compile(r"[A-Za-z]{2,}\s+[A-Za-z]{2,}|[\u4e00-\u9fff]")
_CONNECTIVE = re.compile(
    r"(?:so|thus|hence|then|therefore|and|now|next|finally|where|with|proof|solution|answer|qed)"
    r"[\s:.,]*",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"\s+(?:#|//|—|--)\s.*$|[（(]\s*(?:因为|由于|since|because|by|using|代入).*[)）]\s*$"
)
_CONDITION = r"(?P<i>[a-z])\s*(?P<op>≠|\\neq?|!=|==?)\s*(?P<j>[a-z])"
_BEFORE = re.compile(rf"^\s*(?:if|for|when|case|当|若)?\s*{_CONDITION}\s*(?:时)?\s*[:：,，]\s*")
_AFTER = re.compile(
    r"\s*(?:[,，;；]\s*(?:\\quad|\\text\{\s*(?:if|for|when)\s*\})?\s*(?:if|for|when|当|若)?\s*"
    r"|\s(?:if|for|when|当|若)\s*|\s+[(（]\s*(?:if|for|when|当|若)?\s*|[(（](?:if|for|when|当|若)\s*)"
    rf"{_CONDITION}\s*(?:时)?\s*[)）]?\s*$"
)


def lines_of(text: str) -> list[tuple[int, str]]:
    """Each line that says a formula, with its number in the text from 1; headings, code fences,
    frames and prose without a formula are passed over."""
    found: list[tuple[int, str]] = []
    for number, written in _whole_cases(text.splitlines()):
        lines = map(cleaned, inferred(written))
        found += [(number, line) for line in lines if line]
    return found


def inferred(line: str) -> list[str]:
    """`a = b ⇒ c = d` says two things, whereas the `=>` of `a => b` may stand for ≥."""
    parts = _INFERENCE.split(line)
    says_something = all(_SIGN.search(plain(part)) for part in parts if part.strip(" $&"))
    return parts if says_something and "cases}" not in line else [line]


def _whole_cases(written: list[str]) -> Iterator[tuple[int, str]]:
    r"""The lines with their numbers; from `\begin{cases}` to its end is one."""
    open_at, parts = 0, list[str]()
    for number, line in enumerate(written, 1):
        parts.append(line)
        open_at = open_at or number
        text = " ".join(parts)
        if text.count(r"\begin{cases}") > text.count(r"\end{cases}"):
            continue
        yield open_at, text
        open_at, parts = 0, []
    if parts:
        yield open_at, " ".join(parts)


def parted(line: str) -> tuple[str, tuple[str, str, str] | None]:
    """A line without the condition on two indices that goes with it, and the condition.

    >>> parted("∂p_i/∂z_j = −p_i p_j, i ≠ j")
    ('∂p_i/∂z_j = −p_i p_j', ('i', 'ne', 'j'))
    >>> parted("i = j: ∂p_i/∂z_i = p_i(1 − p_i)")
    ('∂p_i/∂z_i = p_i(1 − p_i)', ('i', 'eq', 'j'))
    """
    match = _BEFORE.match(line) or _AFTER.search(line)
    if match is None:
        return line, None
    rest = line[match.end() :] if match.start() == 0 else line[: match.start()]
    op = "eq" if match["op"] in {"=", "=="} else "ne"
    return rest.strip(), (match["i"], op, match["j"])


def cleaned(written: str) -> str:
    """The formula of a line without what only lays it out, or nothing."""
    line = written.strip()
    if line.startswith(("#", "```", "~~~", "%", "\\document", "\\use", "---", "<!--")):
        return ""
    line = _MARKER.sub("", line)
    inline = _INLINE.findall(line.replace("$$", ""))
    if inline and _PROSE.search(_INLINE.sub("", line.replace("$$", ""))):
        line = next((each for each in reversed(inline) if _SIGN.search(plain(each))), "")
    line = _FRAME.sub("", line).replace("$", "")
    line = line if "cases}" in line else line.replace("&", "")
    while (shorter := _TAIL.sub("", _REMARK.sub("", line)).strip().rstrip(",;.，；。")) != line:
        line = shorter
    line = _LEAD.sub("", line).strip()
    prose = _CONNECTIVE.fullmatch(line) or _PROSE.search(line)
    return "" if prose and not _SIGN.search(plain(line)) else line
