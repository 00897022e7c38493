"""Where a person's data, configuration and caches live; `DLPREP_HOME` moves them all."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from dlprep.model.message import DlprepError, Message, Place, fault
from dlprep.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """The three folders of one person."""

    data: Path
    config: Path
    cache: Path

    @property
    def database(self) -> Path:
        """The file with everything the person has done."""
        return self.data / "progress.sqlite3"

    @property
    def crash_log(self) -> Path:
        """Where a traceback goes that no person should read on the screen."""
        return self.cache / "crash.log"

    @property
    def unnamed(self) -> Path:
        """The folder of wrong files that no known mistake explains."""
        return self.data / "unnamed"

    @property
    def own_questions(self) -> Path:
        """The folder of the person's own questions, beside the shipped bank."""
        return self.data / "questions"


def find_home(environ: dict[str, str] | os._Environ[str] = os.environ) -> Home:
    """The folders by `DLPREP_HOME`, or by the custom of the operating system.

    Raises `app.no-home` where there is no home folder to put them in.
    """
    try:
        return _homes(environ.get("DLPREP_HOME"))
    except RuntimeError:  # `~name` of nobody, or a user without a folder
        raise fault("app.no-home") from None


def _homes(root: str | None) -> Home:
    if root:
        base = Path(root).expanduser()
        return Home(base / "data", base / "config", base / "cache")
    from platformdirs import PlatformDirs  # noqa: PLC0415 - 12 ms that DLPREP_HOME saves

    folders = PlatformDirs("dlprep", appauthor=False)
    return Home(folders.user_data_path, folders.user_config_path, folders.user_cache_path)


class Config:
    """Settings in `config.json`: read on opening, written as a whole."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "config.json"
        self._values = self._read()

    def _read(self) -> dict[str, object]:
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except OSError as problem:
            raise self._unreadable(problem) from None
        except json.JSONDecodeError as problem:
            raise self._unreadable(Message("app.not-json"), problem.lineno) from None
        except ValueError:
            raise self._unreadable(Message("app.not-json")) from None
        if not isinstance(values, dict):
            raise self._unreadable(Message("app.not-an-object"))
        return values

    def _unreadable(self, why: object, line: int | None = None) -> DlprepError:
        return fault("app.config-unreadable", place=Place(str(self.path), line), why=why)

    def get(self, key: str) -> str | None:
        """The setting as text, or None."""
        value = self._values.get(key)
        return value if isinstance(value, str) else None

    def folders(self, key: str) -> tuple[Path, ...]:
        """The setting as a list of folders."""
        value = self._values.get(key)
        names = value if isinstance(value, list) else []
        return tuple(Path(str(name)).expanduser() for name in names)

    def set(self, key: str, value: str | list[str]) -> None:
        """Keep a setting; the file is replaced in one step."""
        self._values[key] = value
        draft = self.path.with_suffix(".tmp")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            text = json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True)
            draft.write_text(text + "\n", encoding="utf-8")
            draft.replace(self.path)
        except OSError as problem:
            with suppress(OSError):
                draft.unlink()
            raise fault("app.config-unwritable", place=Place(str(self.path)), why=problem) from None
