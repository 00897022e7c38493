"""Landlock: from here on only what is named may be opened, and nothing for writing.

Plain system calls as in linux/landlock.h; their numbers are the same on every machine.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable

from dlprep.sandbox.libc import system_call

_CREATE, _ADD_RULE, _RESTRICT = 444, 445, 446
_VERSION = 1
_PATH_BENEATH = 1
_WRITE_FILE, _READ_FILE, _READ_FOLDER = 1 << 1, 1 << 2, 1 << 3
_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # how many rights over files each version knows
_RIGHTS_SINCE_5 = 16
_NETWORK_SINCE, _SCOPES_SINCE = 4, 6
_TCP = 0b11  # bind and connect
_SCOPES = 0b11  # abstract sockets and signals


def version() -> int:
    """What this kernel knows of Landlock, 0 for nothing."""
    if sys.platform != "linux":
        return 0
    return max(system_call(_CREATE, 0, 0, _VERSION), 0)


def ruleset(readable: Iterable[str], writable: Iterable[str]) -> int | None:
    """A descriptor of rules: below `readable` one may read, `writable` files one may read and
    write, and nothing else; no TCP, no signals to those outside. None without Landlock."""
    known = version()
    if not known:
        return None
    fields = [(1 << _RIGHTS.get(known, _RIGHTS_SINCE_5)) - 1]
    if known >= _NETWORK_SINCE:
        fields.append(_TCP)
    if known >= _SCOPES_SINCE:
        fields.append(_SCOPES)
    rules = _with_struct(_CREATE, struct.pack(f"<{len(fields)}Q", *fields))
    if rules < 0:
        return None
    for path in readable:
        _allow(rules, path, _READ_FILE | _READ_FOLDER)
    for path in writable:
        _allow(rules, path, _READ_FILE | _WRITE_FILE)
    return rules


def _with_struct(number: int, packed: bytes) -> int:
    buffer = ctypes.create_string_buffer(packed, len(packed))
    return system_call(number, ctypes.addressof(buffer), len(packed), 0)


def _allow(rules: int, path: str, rights: int) -> None:
    """A path that is not there is not allowed either."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    if not stat.S_ISDIR(os.fstat(place).st_mode):
        rights &= ~_READ_FOLDER
    rule = ctypes.create_string_buffer(struct.pack("<Qi", rights, place), 12)
    system_call(_ADD_RULE, rules, _PATH_BENEATH, ctypes.addressof(rule), 0)
    os.close(place)


def restrict(rules: int) -> bool:
    """Hold this process and all its threads to the rules. Needs no-new-privileges."""
    return system_call(_RESTRICT, rules, 0) == 0
