"""Files that nothing explains: kept, listed, forgotten, never too many."""

from __future__ import annotations

from pathlib import Path

import pytest

from dlprep.model.unnamed import Unnamed
from dlprep.store import unnamed
from dlprep.store.unnamed import LARGEST, UnnamedFiles


def wrong(source: str = "x = 1\n", **fields: object) -> Unnamed:
    values = {
        "exercise": "code.relu-fb",
        "functions": ("relu_forward",),
        "seed": 41,
        "at_ms": 1_700_000_000_000,
        "file": "答案 [red].py",
        "source": source,
        **fields,
    }
    return Unnamed(**values)  # type: ignore[arg-type]


def test_what_is_kept_comes_back_with_a_number(tmp_path: Path) -> None:
    """Everything an author needs to see the same again."""
    kept = UnnamedFiles(tmp_path / "unnamed")
    assert kept.all() == ()
    assert kept.keep(wrong())
    assert kept.all() == (wrong(number=1),)
    assert kept.get(1) == wrong(number=1)
    assert kept.get(2) is None


def test_the_same_text_is_kept_once(tmp_path: Path) -> None:
    """Checked again it takes the place of the earlier copy; another exercise is another file."""
    kept = UnnamedFiles(tmp_path)
    kept.keep(wrong(seed=1))
    kept.keep(wrong(seed=2))
    kept.keep(wrong(exercise="code.mse"))
    assert [(each.exercise, each.seed) for each in kept.all()] == [
        ("code.relu-fb", 2),
        ("code.mse", 41),
    ]


def test_a_file_can_be_forgotten(tmp_path: Path) -> None:
    """And is gone from the disk."""
    kept = UnnamedFiles(tmp_path)
    kept.keep(wrong())
    assert kept.forget(1)
    assert not kept.forget(1)
    assert [*tmp_path.iterdir()] == []


def test_the_oldest_go_and_large_ones_never_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that no one looks into does not grow for ever."""
    monkeypatch.setattr(unnamed, "MOST_FILES", 3)
    kept = UnnamedFiles(tmp_path)
    for number in range(5):
        kept.keep(wrong(f"x = {number}\n"))
    assert [each.number for each in kept.all()] == [3, 4, 5]
    assert not kept.keep(wrong("#" * (LARGEST + 1)))


def test_a_folder_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    """The check itself matters more; nothing is kept then."""
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert not UnnamedFiles(blocked / "unnamed").keep(wrong())


def test_a_broken_copy_is_left_out(tmp_path: Path) -> None:
    """Whatever lies in the folder."""
    kept = UnnamedFiles(tmp_path)
    kept.keep(wrong())
    (tmp_path / "0002.json").write_text("{", encoding="utf-8")
    (tmp_path / "note.json").write_text("{}", encoding="utf-8")
    assert len(kept.all()) == 1
