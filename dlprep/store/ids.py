"""UUIDv7: ids that sort by the time they were made.

48 bits of milliseconds, 4 bits version (7), 12 bits, 2 bits variant (2), 62 bits. The 74 free
bits are drawn at random; an id that would not sort after the last one continues it instead, so
order holds within one millisecond and when the clock is set back.
"""

from __future__ import annotations

from collections.abc import Callable

Entropy = Callable[[int], bytes]

_FREE = 74
_LOW = 62


def next_id(at_ms: int, last: str | None, entropy: Entropy) -> str:
    """The id of something that happens at `at_ms`, sorting after `last`."""
    drawn = int.from_bytes(entropy(10), "big") >> (80 - _FREE)
    fresh = (max(at_ms, 0) << _FREE) | drawn
    if last is not None:
        # A random step keeps two copies of one log from drawing the same id.
        fresh = max(fresh, _number(last) + 1 + (drawn & 0xFFFF_FFFF))
    return _text(fresh)


def _text(number: int) -> str:
    time, free = number >> _FREE, number & ((1 << _FREE) - 1)
    bits = (time << 80) | (7 << 76) | (free >> _LOW << 64) | (2 << 62) | (free & ((1 << _LOW) - 1))
    text = f"{bits:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def _number(text: str) -> int:
    bits = int(text.replace("-", ""), 16)
    time, high, low = bits >> 80, (bits >> 64) & 0xFFF, bits & ((1 << _LOW) - 1)
    return (time << _FREE) | (high << _LOW) | low
