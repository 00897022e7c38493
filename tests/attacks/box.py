"""Runs submissions through `dlprep check` in a folder full of canaries, and sees what they did."""

from __future__ import annotations

import ctypes
import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from shipped import settled

ROOT = Path(__file__).parents[2]
LOWERED = Path(__file__).parent / "lowered.py"
NOBODY = 65534
SECRET_NAME = "DEPLOY_TOKEN"
LIMIT = 10  # seconds for a call of the command, and as many for each file: far more than needed
GRACE = 2.0  # seconds in which a process may still be on its way out
PR_SET_CHILD_SUBREAPER = 36
GOOD = (Path(__file__).parent / "submissions" / "good.py").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Run:
    """What one call of the command left: its words, its reports by file, and its traces."""

    code: int
    stdout: str
    stderr: str
    reports: Mapping[str, dict[str, Any]]
    survivors: list[str]
    heard: list[str]
    lines: Mapping[str, str]


@dataclass
class Box:
    """A folder with submissions, canaries and markers, and listeners on this machine."""

    user: int | None
    level: str | None
    folder: Path
    token: str = field(default_factory=lambda: f"canary-{secrets.token_hex(16)}")
    private: str = field(default_factory=lambda: f"private-{secrets.token_hex(16)}")
    typed: str = field(default_factory=lambda: f"typed-{secrets.token_hex(16)}")
    heard: list[str] = field(default_factory=list)

    @property
    def submissions(self) -> Path:
        return self.folder / "in"

    @property
    def home(self) -> Path:
        return self.folder / "home"

    def marker(self, name: str) -> Path:
        return self.folder / "markers" / name

    def canary(self, name: str) -> Path:
        return self.folder / "canaries" / name

    def make(self) -> None:
        """The folders, open to whoever runs the command."""
        self.folder.chmod(0o755)
        for name in ("in", "home", "markers", "canaries", "tmp"):
            (self.folder / name).mkdir()
            (self.folder / name).chmod(0o777)

    def submit(self, name: str, source: str | bytes, ports: Mapping[str, object]) -> Path:
        """Write one submission with the places it aims at filled in, and its own canary."""
        canary = self.canary(name)
        canary.write_text(self.private, encoding="utf-8")
        canary.chmod(0o600)
        file = self.submissions / f"{name}.py"
        if isinstance(source, str):
            source = filled(source, self.places(name) | ports).encode()
        file.write_bytes(source)
        for path in (canary, file):
            os.chown(path, self.user if self.user is not None else -1, -1)
        return file

    def places(self, name: str) -> dict[str, object]:
        return {
            "NAME": name,
            "MARKER": self.marker(name),
            "CANARY": self.canary(name),
            "FOLDER": self.submissions,
            "HOME": self.home,
            "ROOT": ROOT,
            "SECRET": SECRET_NAME,
            "RUNNER": os.getpid(),
        }

    def environment(self) -> dict[str, str]:
        own = {
            "DLPREP_HOME": settled(self.home),
            "DLPREP_LANG": "en",
            "COLUMNS": "80",
            "HOME": str(self.home),
            "TMPDIR": str(self.folder / "tmp"),
            SECRET_NAME: self.token,
        }
        if self.user is not None:
            own["PYTHONPATH"] = f"{ROOT}:{sysconfig.get_path('purelib')}"
        return {**os.environ, **own}

    def command(self, *arguments: str) -> list[str]:
        python = sys.executable if self.user is None else interpreter_for(self.user)
        lowered = [python, str(LOWERED), self.level] if self.level else []
        return [*lowered, python, "-P", "-m", "dlprep", *arguments]

    def check(self, files: list[Path], *options: str) -> Run:
        """`dlprep check` on the files, with everything a submission might touch in place."""
        before = set(children(dead=True))
        out, err = self.folder / "stdout", self.folder / "stderr"
        words = self.folder / "stdin"
        words.write_text(self.typed + "\n", encoding="utf-8")
        with out.open("wb") as stdout, err.open("wb") as stderr, words.open("rb") as stdin:
            process = subprocess.Popen(
                self.command("check", *options, *map(str, files)),
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                cwd=self.submissions,
                env=self.environment(),
                start_new_session=True,
                **as_user(self.user),
            )
            try:
                code = process.wait(LIMIT * (1 + len(files)))
            except subprocess.TimeoutExpired:
                process.kill()
                code = process.wait()
                stderr.write(b"\nthe command did not end\n")
        left = survivors(before)
        text = out.read_text("utf-8", "surrogateescape")
        errors = err.read_text("utf-8", "surrogateescape")
        lines = {Path(json.loads(line)["file"]).stem: line for line in json_lines(text)}
        reports = {name: json.loads(line) for name, line in lines.items()}
        return Run(code, text, errors, reports, left, list(self.heard), lines)


def json_lines(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        with suppress(ValueError, KeyError, TypeError):
            json.loads(line)["file"]
            yield line


def filled(source: str, places: Mapping[str, object]) -> str:
    for name, value in places.items():
        source = source.replace(f"@{name}@", str(value))
    return source


def as_user(user: int | None) -> dict[str, Any]:
    return {} if user is None else {"user": user, "group": user, "extra_groups": []}


@cache
def interpreter_for(user: int) -> str:
    """An interpreter of our version that another user may run; empty if there is none."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    candidates = [
        sys.executable,
        *(shutil.which(version, path=p) for p in ("/usr/bin", "/usr/local/bin")),
    ]
    path = f"{ROOT}:{sysconfig.get_path('purelib')}"
    for python in filter(None, candidates):
        with suppress(OSError, subprocess.CalledProcessError):
            subprocess.run(
                [python, "-P", "-c", "import numpy, typer, dlprep.cli.app"],
                env={"PYTHONPATH": path},
                cwd="/",
                capture_output=True,
                check=True,
                **as_user(user),
            )
            return python
    return ""


@contextmanager
def boxed(user: int | None = None, level: str | None = None) -> Iterator[Box]:
    """A box for another user, or on a machine that offers no more than a level of isolation."""
    folder = Path(tempfile.mkdtemp(prefix="attacks-"))
    box = Box(user, level, folder)
    box.make()
    try:
        yield box
    finally:
        shutil.rmtree(folder)


@contextmanager
def listeners(box: Box) -> Iterator[dict[str, object]]:
    """TCP, UDP and abstract Unix servers that write down who came."""
    name = f"attacks-{secrets.token_hex(8)}"
    servers = [
        socket.create_server(("127.0.0.1", 0)),
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
        socket.socket(socket.AF_UNIX),
    ]
    servers[1].bind(("127.0.0.1", 0))
    servers[2].bind(f"\0{name}")
    servers[2].listen()
    threads = [threading.Thread(target=listen, args=(server, box.heard)) for server in servers]
    for thread in threads:
        thread.start()
    try:
        ports = {"PORT": servers[0].getsockname()[1], "UDP": servers[1].getsockname()[1]}
        yield {**ports, "SOCKET": name}
    finally:
        for server in servers:
            with suppress(OSError):
                server.shutdown(socket.SHUT_RDWR)
            server.close()
        for thread in threads:
            thread.join()


def listen(server: socket.socket, heard: list[str]) -> None:
    """Until it is closed: whatever arrives, or that somebody came and said nothing."""
    server.settimeout(0.2)
    while server.fileno() >= 0:
        try:
            if server.type == socket.SOCK_DGRAM:
                words = server.recv(999)
            else:
                visitor, _ = server.accept()
                with visitor:
                    visitor.settimeout(1)
                    words = visitor.recv(999)
        except TimeoutError:
            continue
        except OSError:
            return
        heard.append(words.decode().strip() or "nobody")


def become_reaper() -> None:
    """Let orphans of the command come to this process, so that survivors are seen."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children(*, dead: bool = False) -> Iterator[int]:
    """The children of this process, those that wait to be buried among them if asked for."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, parent = (folder / "stat").read_text().rpartition(")")[2].split()[:2]
            if int(parent) == os.getpid() and (dead or state != "Z"):
                yield int(folder.name)


def survivors(before: set[int]) -> list[str]:
    """Processes the command left behind, with their command lines; they are ended here."""
    end = time.monotonic() + GRACE
    while (left := set(children()) - before) and time.monotonic() < end:
        time.sleep(0.05)
    names = []
    for pid in sorted(left):
        with suppress(OSError):
            names.append(Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " "))
            os.kill(pid, signal.SIGKILL)
    for pid in set(children(dead=True)) - before:
        with suppress(OSError):
            os.waitpid(pid, 0)
    return names
