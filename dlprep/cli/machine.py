"""The clock of the machine that cannot be set, and which start of it it counts from."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from dlprep.model.event import Moment
from dlprep.model.sitting import Reading

_BOOT = Path("/proc/sys/kernel/random/boot_id")
LONGEST = 36  # of the name of a start


def reading(moment: Moment) -> Reading:
    """Now, by both clocks; the second stands still while the machine sleeps."""
    return Reading(at_ms=moment.at_ms, mono_ms=time.monotonic_ns() // 1_000_000, boot=_boot())


def _boot() -> str:
    """Another word after every start of the machine, empty where none is to be had."""
    try:
        if sys.platform == "darwin":
            return _said_by("sysctl", "-n", "kern.bootsessionuuid")
        return _BOOT.read_text(encoding="ascii").strip()[:LONGEST]
    except (OSError, UnicodeDecodeError, subprocess.SubprocessError):
        return ""


def _said_by(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=2, check=True)  # noqa: S603
    return done.stdout.strip()[:LONGEST]
