"""Wrong files that nothing explained, kept on this machine so that an author can name them."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from dlprep.model.unnamed import Unnamed

MOST_FILES = 100
LARGEST = 1 << 16  # characters of one file


class UnnamedFiles:
    """One small JSON file each, in one folder; the oldest go when there are too many."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Unnamed, ...]:
        """What is kept, oldest first; what cannot be read is left out."""
        return tuple(found for path in self._paths() if (found := _read(path)) is not None)

    def get(self, number: int) -> Unnamed | None:
        """One of them."""
        return _read(self._path(number))

    def keep(self, new: Unnamed) -> bool:
        """Keep a file unless it is too large; the same text of one exercise is kept once.
        Whether it was kept. A full or read-only disk is no fault: a check matters more."""
        if len(new.source) > LARGEST:
            return False
        with contextlib.suppress(OSError):
            for old in self.all():
                if (old.exercise, old.source) == (new.exercise, new.source):
                    self.forget(old.number)
            self._write(new)
            for path in self._paths()[:-MOST_FILES]:
                path.unlink(missing_ok=True)
            return True
        return False

    def forget(self, number: int) -> bool:
        """Remove one; whether there was one."""
        path = self._path(number)
        found = path.exists()
        path.unlink(missing_ok=True)
        return found

    def _write(self, new: Unnamed) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        number = max((int(path.stem) for path in self._paths()), default=0) + 1
        body = {
            "exercise": new.exercise,
            "functions": list(new.functions),
            "seed": new.seed,
            "at_ms": new.at_ms,
            "file": new.file,
            "source": new.source,
        }
        draft = self.folder / f".{number}.tmp"
        draft.write_text(json.dumps(body), encoding="utf-8")
        draft.replace(self._path(number))

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:04d}.json"

    def _paths(self) -> list[Path]:
        """The files by number."""
        found = [path for path in self.folder.glob("*.json") if path.stem.isdecimal()]
        return sorted(found, key=lambda path: int(path.stem))


def _read(path: Path) -> Unnamed | None:
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        return Unnamed(
            number=int(path.stem),
            exercise=str(body["exercise"]),
            functions=tuple(map(str, body["functions"])),
            seed=int(body["seed"]),
            at_ms=int(body["at_ms"]),
            file=str(body["file"]),
            source=str(body["source"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
