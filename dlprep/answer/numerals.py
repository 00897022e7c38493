"""Numbers written in Chinese characters: 三十二, 两万五千, 一点五亿, 三分之一, 百分之十二点五."""

from __future__ import annotations

import re
from itertools import pairwise

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "两": 2, "兩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_WHOLE = "零〇一二两兩三四五六七八九十百千万萬亿億"
_NUMERAL = re.compile(
    f"(?P<whole>(?![万萬亿億])[{_WHOLE}]+)(?:[点點](?P<part>[零〇一二三四五六七八九]+)(?P<size>[万萬亿億]?))?"
)
_SHARE = re.compile(r"\s*(?P<below>.+?)分之(?P<above>.+?)\s*")
_MANY = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}


def plain_digits(text: str) -> str:
    """The text with a number in Chinese characters written in digits, and a share as a division;
    anything else as it is.

    >>> plain_digits("三分之一"), plain_digits("百分之12.5"), plain_digits("两万五千")
    ('(1)/(3)', '(12.5)/(100)', '25000')
    """
    share = _SHARE.fullmatch(text)
    if share is not None:
        return f"({plain_digits(share['above'])})/({plain_digits(share['below'])})"
    found = _NUMERAL.fullmatch(text.strip())
    if found is None:
        return text
    value = str(_whole(found["whole"]))
    if found["part"] is None:
        return value
    digits = "".join(str(_DIGITS[character]) for character in found["part"])
    size = f"*{_MANY[found['size']]}" if found["size"] else ""
    return f"{value}.{digits}{size}"


def _whole(text: str) -> int:
    """A whole number: hundreds and thousands below each 万 and 亿.

    >>> _whole("一亿二千三百万零四十"), _whole("十五")
    (123000040, 15)
    """
    total = below = digit = 0
    for before, character in pairwise(f" {text}"):
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            below += (digit if before in _DIGITS else 1) * _TENS[character]
            digit = 0
        else:
            part = below + digit
            whole = character in "亿億"
            total = (total + part) * _MANY[character] if whole else total + part * _MANY[character]
            below = digit = 0
    return total + below + digit
