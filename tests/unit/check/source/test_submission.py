"""What can be read as a submission, and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dlprep.check.source.submission import LARGEST, read_submission
from dlprep.model.message import DlprepError


def refused(path: Path) -> str:
    """The code with which a file is refused."""
    with pytest.raises(DlprepError) as error:
        read_submission(path)
    (message,) = error.value.messages
    assert message.place is not None
    assert message.place.file == str(path)
    return message.code


def written(folder: Path, data: bytes) -> Path:
    file = folder / "answer.py"
    file.write_bytes(data)
    return file


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "check.empty", id="nothing in it"),
        pytest.param(b"\xef\xbb\xbf \n\n", "check.empty", id="a byte order mark and white space"),
        pytest.param(b"def f(): pass\0", "check.binary", id="null bytes"),
        pytest.param(b"#" * (LARGEST + 1), "check.too-large", id="more than 1 MiB"),
    ],
)
def test_no_source_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    """Bytes that are no Python source are refused, with the reason."""
    assert refused(written(tmp_path, data)) == code


def test_what_is_no_regular_file_is_refused_without_waiting(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe without a writer and a device each get their message."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(tmp_path / "none.py") == "check.no-file"
    assert refused(tmp_path) == "check.directory"
    assert refused(pipe) == "check.not-a-file"
    assert refused(Path("/dev/zero")) == "check.not-a-file"


def test_names_are_read_from_the_tree_and_nothing_runs(tmp_path: Path) -> None:
    """Functions, classes, assignments and imports at the top level count, in their order."""
    source = b"""
raise SystemExit("never run")
from course import affine_forward as forward
if True:
    def relu(x): return x
else:
    softmax = None
class Net:
    def method(self): ...
step = lambda w: w
up, (down, *rest) = layers()
"""
    submission = read_submission(written(tmp_path, source))
    bound = ("forward", "relu", "softmax", "Net", "step", "up", "down", "rest")
    assert submission.defines == bound
    assert submission.broken is None


def test_exercises_can_be_asked_for_in_a_comment(tmp_path: Path) -> None:
    """`# dlprep: <id>` lines name exercises, also in a file with Windows line ends."""
    source = b"# dlprep: code.affine-fb\r\n#dlprep: relu-fb\r\nx = 1\r\n"
    assert read_submission(written(tmp_path, source)).asks == ("code.affine-fb", "relu-fb")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1", "gbk"])
def test_declared_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    """A byte order mark or a coding line is obeyed."""
    head = "" if encoding == "utf-8-sig" else f"# -*- coding: {encoding} -*-\n"
    word = "é" if encoding == "latin-1" else "形状"
    data = f"{head}def relu(x):\n    '{word}'\n".encode(encoding)
    assert read_submission(written(tmp_path, data)).defines == ("relu",)


def test_a_syntax_error_keeps_its_line_and_the_names_around_it(tmp_path: Path) -> None:
    """A file that is not Python is still recognised by its `def` lines."""
    submission = read_submission(written(tmp_path, b"def relu(x):\n    return (x\n"))
    assert submission.defines == ("relu",)
    assert submission.broken is not None
    assert submission.broken.code == "check.syntax"
    assert submission.broken.place is not None
    assert submission.broken.place.line == 2
