"""What stands behind a typed number: a unit, a size word, a word for what is counted."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from dlprep.model.message import fault


class Unit(NamedTuple):
    """A unit: what it measures, and how many of the family's base it is."""

    family: str
    size: float


_DECIMAL = {"": 1.0, "k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15}
_BINARY = {"Ki": 2.0**10, "Mi": 2.0**20, "Gi": 2.0**30, "Ti": 2.0**40}
_SMALL = {"": 1.0, "m": 1e-3, "u": 1e-6, "µ": 1e-6, "μ": 1e-6, "n": 1e-9}


def _family(family: str, bases: str, prefixes: dict[str, float]) -> dict[str, Unit]:
    return {
        f"{prefix}{base}": Unit(family, size)
        for base in bases.split()
        for prefix, size in prefixes.items()
    }


UNITS: MappingProxyType[str, Unit] = MappingProxyType(
    _family("bytes", "B byte bytes 字节", _DECIMAL | _BINARY)
    | _family("bits", "bit bits 比特", _DECIMAL)
    | _family("operations", "FLOP FLOPs FLOPS flop flops", _DECIMAL)
    | _family("multiplications", "MAC MACs", _DECIMAL)
    | _family("time", "s sec second seconds 秒", _SMALL)
    | {word: Unit("time", 60.0) for word in ("min", "minute", "minutes", "分钟")}
    | {word: Unit("time", 3600.0) for word in ("h", "hour", "hours", "小时")}
    | {word: Unit("time", size) for word, size in (("毫秒", 1e-3), ("微秒", 1e-6))}
    | {word: Unit("share", 0.01) for word in ("%", "percent", "pct")}
)
_SIZES: MappingProxyType[str, float] = MappingProxyType(
    {
        "k": 1e3,
        "K": 1e3,
        "M": 1e6,
        "G": 1e9,
        "B": 1e9,
        "T": 1e12,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        "百": 1e2,
        "千": 1e3,
        "万": 1e4,
        "十万": 1e5,
        "百万": 1e6,
        "千万": 1e7,
        "亿": 1e8,
        "萬": 1e4,
        "億": 1e8,
        "十亿": 1e9,
        "百亿": 1e10,
        "千亿": 1e11,
        "万亿": 1e12,
    }
)
_COUNTED = re.compile(
    r"(?:个?(?:参数|元素|样本|权重|单元|神经元|乘法|数)|[个層层次步倍张类]"
    r"|params?|parameters?|elements?|samples?|weights?|units?|neurons?|times|steps?|layers?)\s*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:左右|上下|approx\.?|or so)\s*$", re.IGNORECASE)
_WORD = re.compile(r"(?<=[\d).\s])(?P<word>[A-Za-zµμ%]+|[\u4e00-\u9fff]+)\s*$")


def measured(piece: str, unit: str | None) -> tuple[str, float]:
    """The number in a typed piece, and the factor that turns it into the unit asked for.

    `unit` is that of the key; without one, a number may carry a size word (`1.2 M`, `3k`, 2.4万)
    or a word for what is counted, and per cent are hundredths. Raises `answer.other-unit` where
    the typed unit measures something else.
    """
    piece = _without(_ABOUT, piece)
    if unit and _ends_with(piece, unit):
        return _sized(piece[: -len(unit)].rstrip())
    word = _WORD.search(piece)
    if word is None:
        return piece, 1.0
    bare, said = piece[: word.start()].rstrip(), word["word"]
    asked = _unit(unit) if unit else None
    if said in _SIZES and not (said == "B" and asked and asked.family == "bytes"):
        whole = unit is not None and unit.startswith(said)  # `98 M` where MB are asked for
        return bare, 1.0 if whole else _SIZES[said] / (asked.size if asked else 1.0)
    if (typed := _unit(said)) is not None:
        number, size = _sized(bare)
        return number, size * _conversion(said, typed, asked, unit)
    counted = _without(_COUNTED, piece)
    return _sized(counted) if counted != piece else (piece, 1.0)


def _ends_with(piece: str, unit: str) -> bool:
    """Whether the piece ends with this very unit, and not with a larger one (`KiB` for `B`)."""
    before = piece[: -len(unit)]
    return piece.lower().endswith(unit.lower()) and not before[-1:].isalpha()


def _sized(piece: str) -> tuple[str, float]:
    """The number and its size word, if it has one: `1.2 M`, 2.4万."""
    word = _WORD.search(piece)
    if word is None or word["word"] not in _SIZES:
        return piece, 1.0
    return piece[: word.start()].rstrip(), _SIZES[word["word"]]


def _without(end: re.Pattern[str], text: str) -> str:
    return end.sub("", text.rstrip()).rstrip()


def _unit(word: str) -> Unit | None:
    """The unit of that name; a lower-case one where nothing else is written so (`mb`)."""
    if word in UNITS:
        return UNITS[word]
    return next((unit for name, unit in UNITS.items() if name.lower() == word.lower()), None)


def _conversion(said: str, typed: Unit, asked: Unit | None, unit: str | None) -> float:
    """How many of the asked unit one of the typed is; where no unit is asked for, how many of
    its base, but a time stays as it was typed."""
    if unit is None:
        return 1.0 if typed.family == "time" else typed.size
    if asked is None or asked.family != typed.family:
        raise fault("answer.other-unit", typed=said, unit=unit)
    return typed.size / asked.size
