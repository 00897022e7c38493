"""Where a person's files live, and settings that are kept whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from dlprep.bank.template import new_item
from dlprep.cli.home import Config, find_home
from dlprep.cli.log import _write
from dlprep.model.message import DlprepError
from dlprep.view.messages import words


def said(caught: pytest.ExceptionInfo[DlprepError], lang: str = "en") -> str:
    return words(caught.value.messages[0], lang)  # type: ignore[arg-type]


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    """Data, settings and cache in one folder."""
    home = find_home({"DLPREP_HOME": str(tmp_path)})
    assert {home.data, home.config, home.cache} == {
        tmp_path / name for name in ("data", "config", "cache")
    }


def test_the_home_of_nobody_is_a_fault() -> None:
    """`~name` of a user who does not exist."""
    with pytest.raises(DlprepError) as caught:
        find_home({"DLPREP_HOME": "~nobody-of-that-name/x"})
    assert said(caught).startswith("your home folder cannot be found\nhint: name a folder")


@pytest.mark.skipif(os.name == "nt", reason="asks the password file")
def test_a_user_without_a_folder_is_told_to_name_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a container that runs as any number."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 54_321)
    with pytest.raises(DlprepError) as caught:
        find_home({})
    assert "DLPREP_HOME" in said(caught)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{broken", ":1: the settings cannot be read (this is not JSON)"),
        (b"\xff\xfe", ": the settings cannot be read (this is not JSON)"),
        (b"[1]", ": the settings cannot be read (not a JSON object)"),
    ],
)
def test_broken_settings_are_named(tmp_path: Path, content: bytes, why: str) -> None:
    """With the file, the line where there is one, and what to do."""
    (tmp_path / "config.json").write_bytes(content)
    with pytest.raises(DlprepError) as caught:
        Config(tmp_path)
    assert said(caught).startswith(f"{tmp_path / 'config.json'}{why}\nhint: mend the file")


def full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, a new question, an exported log: as before, and no draft beside them."""
    Config(tmp_path).set("lang", "zh")
    (tmp_path / "log.jsonl").write_text("old\n", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DlprepError) as settings:
        Config(tmp_path).set("lang", "en")
    with pytest.raises(DlprepError) as question:
        new_item(tmp_path / "own", "card", "loss.mse", "mine")
    with pytest.raises(DlprepError) as log:
        _write(tmp_path / "log.jsonl", ["new\n"])
    for caught in (settings, question, log):
        assert "(the disk is full)" in said(caught)
    assert Config(tmp_path).get("lang") == "zh"
    assert (tmp_path / "log.jsonl").read_text(encoding="utf-8") == "old\n"
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {"config.json", "log.jsonl"}


def test_a_log_below_a_file_is_refused(tmp_path: Path) -> None:
    """There is no folder to write it into."""
    (tmp_path / "file").touch()
    with pytest.raises(DlprepError) as caught:
        _write(tmp_path / "file" / "log.jsonl", ["new\n"])
    assert "cannot be written (a part of the path is no folder)" in said(caught)
