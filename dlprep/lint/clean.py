"""Which files were clean when last linted, by their content."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import dlprep
from dlprep.bank.index import Bank

LIMIT = 5_000
_EXERCISE = re.compile(rb"\bcode\.[a-z0-9-]+")


class CleanFiles:
    """Hashes of clean files, kept in the cache folder; without one, nothing is remembered.

    A hash covers the file, every way of writing the solutions of the exercises it names, the
    registries and the program, so that whatever could change the outcome makes the file count
    as changed.
    """

    def __init__(self, bank: Bank, cache: Path | None) -> None:
        self._path = cache / "lint.json" if cache else None
        self._bank = bank
        self._around = _around(bank)
        self._clean = set(_read(self._path))

    def has(self, file: Path) -> bool:
        """Whether the file is as it was when it was clean."""
        return self._key(file) in self._clean

    def note(self, file: Path, *, is_clean: bool) -> None:
        """Remember how the file was found."""
        if is_clean:
            self._clean.add(self._key(file))

    def save(self) -> None:
        """Keep what was noted; a cache that cannot be written is no fault."""
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            kept = sorted(self._clean) if len(self._clean) < LIMIT else []
            self._path.write_text(json.dumps(kept), encoding="utf-8")
        except OSError:
            return

    def _key(self, file: Path) -> str:
        text = file.read_bytes() if file.is_file() else b""
        content = hashlib.blake2b(self._around + text, digest_size=16)
        for exercise in sorted(set(_EXERCISE.findall(text))):
            for solution in self._bank.solutions(exercise.decode()):
                content.update(solution.read_bytes())
        return content.hexdigest()


def _read(path: Path | None) -> list[str]:
    """The hashes kept; a file that holds anything else is as good as none."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8")) if path else []
    except (OSError, ValueError):
        return []
    return [each for each in kept if isinstance(each, str)] if isinstance(kept, list) else []


def _around(bank: Bank) -> bytes:
    content = hashlib.blake2b(dlprep.__version__.encode())
    for registry in bank.roots.registries().values():
        content.update(registry.read_bytes())
    for code in sorted(Path(dlprep.__file__).parent.glob("*/*.py")):
        content.update(code.read_bytes())
    return content.digest()
