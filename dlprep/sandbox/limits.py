"""What a stranger's program may use."""

from __future__ import annotations

from dlprep.model.value import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one child. Times are wall-clock seconds taken outside the child; `memory` is
    bytes beyond what the child has when it starts; `printed` is bytes of standard output."""

    start_s: float = 5.0
    case_s: float = 3.0
    memory: int = 512 * MIB
    printed: int = 256 * 1024
