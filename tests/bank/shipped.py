"""The shipped bank as it is, read once for all tests, and homes in which it has been read.

The index lies in `.pytest_cache`; whoever opens it brings it up to date with the questions.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots

INDEX = Path(__file__).parents[2] / ".pytest_cache" / "dlprep"
BANK = Bank.open(find_roots(None), INDEX)


def settled(home: Path) -> str:
    """A home for `DLPREP_HOME`: new, but for the index that the first command takes seconds to
    make."""
    cache = home / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    for index in INDEX.glob("bank-*.sqlite3"):
        with suppress(FileExistsError):
            (cache / index.name).symlink_to(index)
    return str(home)
