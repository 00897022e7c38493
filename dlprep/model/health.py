"""What `dlprep doctor` finds: a value that the terminal and JSON read alike."""

from __future__ import annotations

from typing import Literal

from dlprep.model.message import Message
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: in order, worth knowing, or in need of repair."""

    about: str
    state: Literal["fine", "note", "fault"]
    said: Message
