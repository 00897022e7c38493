"""What a confined program can do, and what it cannot: every rule is tried from the inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import textwrap
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="confinement needs Linux")

ROOT = Path(__file__).parents[2]
SECRET = "k3y-0f-th3-p3rs0n"

# Each aims at a folder made for it, or with signal 0 at its own processes: a wall may be missing.
OUT_OF_REACH = {
    "the password file": "open('/etc/passwd').read()",
    "the solutions": f"open({str(ROOT / 'solutions' / 'softmax_ce_fb.py')!r}).read()",
    "the questions": f"open({str(ROOT / 'questions' / 'outline.yaml')!r}).read()",
    "dlprep's judge": f"open({str(ROOT / 'dlprep' / 'check' / 'judge.py')!r}).read()",
    "the folder of the checkout": f"os.listdir({str(ROOT)!r})",
    "the root folder": "os.listdir('/')",
    "the home folder": f"os.listdir({str(Path.home())!r})",
    "its own memory as a file": "open('/proc/self/mem', 'rb').read(1)",
    "its own environment as a file": "open('/proc/self/environ').read()",
    "its map of memory": "open('/proc/self/maps').read()",
    "the judge's memory": "open(f'/proc/{os.getppid()}/mem', 'rb')",
    "process number 1": "open('/proc/1/environ').read()",
    "the machine's devices": "os.listdir('/sys')",
    "a file of the person": "open(BOX + '/diary.txt').read()",
    "a new file": "open(BOX + '/new.txt', 'w')",
    "writing to a file": "open(BOX + '/diary.txt', 'a')",
    "a file in the working folder": "open('stranger.txt', 'w')",
    "a new folder": "os.mkdir(BOX + '/new')",
    "deleting": "os.unlink(BOX + '/diary.txt')",
    "emptying": "os.truncate(BOX + '/diary.txt', 0)",
    "renaming": "os.rename(BOX + '/diary.txt', BOX + '/other.txt')",
    "a symbolic link": "os.symlink(BOX + '/diary.txt', BOX + '/link.txt')",
    "a hard link": "os.link(BOX + '/diary.txt', BOX + '/hard.txt')",
    "a link out of the box": "open(BOX + '/to-passwd').read()",
    "permissions": "os.chmod(BOX + '/diary.txt', 0o777)",
    "time stamps": "os.utime(BOX + '/diary.txt')",
    "a named pipe": "os.mkfifo(BOX + '/fifo')",
    "a memory file": "os.memfd_create('x')",
    "TCP": "socket.create_connection(('127.0.0.1', 9))",
    "UDP": "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)",
    "raw sockets": "socket.socket(socket.AF_INET, socket.SOCK_RAW, 1)",
    "local sockets": "socket.socket(socket.AF_UNIX)",
    "a pair of sockets": "socket.socketpair()",
    "fork": "os.fork() or os._exit(0)",
    "a shell": "os.execv('/bin/sh', ['sh', '-c', 'true'])",
    "a program": "subprocess.run(['true'])",
    "a session of its own": "os.setsid()",
    "its parent": "os.kill(os.getppid(), 0)",
    "the nursery": "os.kill(1, 0)",
    "its whole group": "os.kill(0, 0)",
    "another process": "os.kill(2, 0)",
    "another's limits": "resource.prlimit(1, resource.RLIMIT_CPU)",
    "outliving its parent": "control(1, 0)",
    "a process by descriptor": "os.pidfd_open(os.getppid())",
    "dlprep's own modules": "import dlprep.bank.index",
    "a system call nobody knows": "call(4000)",
}
FATAL = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "io_uring": (425, 425),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "keyctl": (250, 219),
    "perf_event_open": (298, 241),
    "memfd_secret": (447, 447),
    "a new root": (161, 51),
}
USABLE = {
    "linear algebra": "np.linalg.svd(np.eye(3))[1].sum() == 3 and np.linalg.solve(2 * I, I)[0, 0]",
    "Fourier": "np.fft.ifft(np.fft.fft(np.arange(4.0))).real.tolist() == [0, 1, 2, 3]",
    "a large product": "(np.ones((300, 300)) @ np.ones((300, 300)))[0, 0] == 300",
    "random numbers": "np.random.default_rng(0).normal() and np.random.default_rng().random()",
    "the old random numbers": "np.random.seed(0) is None and np.random.randn(2).size == 2",
    "windows": "np.lib.stride_tricks.sliding_window_view(np.arange(4), 2).shape == (3, 2)",
    "einsum": "np.einsum('ij,jk', I, I).sum() == 3",
    "polynomials": "np.polynomial.Polynomial([1, 2])(1) == 3",
    "masked arrays": "np.ma.array([1, 2], mask=[0, 1]).sum() == 1",
    "testing": "np.testing.assert_allclose(I, I) is None",
    "a file in memory": "np.save(io.BytesIO(), I) is None",
    "threads": "list(ThreadPoolExecutor(4).map(lambda i: (I * i @ I).sum(), range(8)))[7] == 21",
    "printing": "print('hello') is None",
    "throwing output away": "print('x', file=open(os.devnull, 'w')) is None",
    "randomness of the system": "len(os.urandom(8)) == 8",
    "clocks": "time.sleep(0.001) is None and time.time() > 0 and time.localtime().tm_year > 2000",
    "who it is": "os.getpid() > 0 and os.cpu_count() and os.getcwd()",
    "ending by its own signal": "signal.raise_signal(signal.SIGCHLD) is None",
}
MODULES = """
    abc array ast bisect collections concurrent.futures contextlib copy ctypes dataclasses datetime
    decimal enum fractions functools gc hashlib heapq inspect io itertools json logging math
    numbers operator os pathlib pickle pprint queue random re secrets statistics string struct
    subprocess sys tempfile textwrap threading time timeit traceback types typing unittest uuid
    warnings weakref zlib
    numpy.lib.stride_tricks numpy.random numpy.linalg numpy.fft numpy.polynomial numpy.testing
    numpy.ma numpy.ctypeslib
"""
ABSENT = ["sympy", "yaml", "rich", "pytest", "torch", "scipy", "solutions"]
MEMORY = r"""
import ctypes, re
control = "-".join(["s0m3th1ng", "t0", "f1nd"])
def pattern(word):  # in either width, and written so that it does not find itself
    letters = [f"[{letter}]".encode() for letter in word]
    return re.compile(b"|".join([b"".join(letters), b"\0\0\0".join(letters)]))
def probe():
    hidden = pattern(["k", "3", "y", "-", "0", "f", "-", "t", "h", "3"])
    known, found = pattern(control), [0, 0]
    for line in open("/proc/self/maps"):
        start, end, rights = re.match(r"(\w+)-(\w+) (....)", line).groups()
        if rights.startswith("rw"):
            data = ctypes.string_at(int(start, 16), int(end, 16) - int(start, 16))
            found[0] += hidden.search(data) is not None
            found[1] += known.search(data) is not None
    return str([count > 0 for count in found])
"""
THREADS = """
import threading
try:
    for _ in range(5000):
        threading.Thread(target=time.sleep, args=(9,), daemon=True).start()
except RuntimeError:
    return "bounded"
"""
HEAD = """
import ctypes, io, os, resource, signal, socket, subprocess, sys, time
from concurrent.futures import ThreadPoolExecutor
import numpy as np
I = np.eye(3)
def call(number, *arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.syscall(number, *arguments) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
def control(option, value):
    if ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
"""


def program(body: str) -> str:
    return HEAD + "def probe():\n" + textwrap.indent(body, "    ") + "\n    return 'done'\n"


def number(pair: tuple[int, int]) -> int:
    """A system call's number on this machine."""
    return pair[os.uname().machine == "aarch64"]


HARMLESS = (
    {f"usable: {name}": program(f"assert {line}") for name, line in USABLE.items()}
    | {f"module: {name}": program(f"import {name}") for name in MODULES.split()}
    | {f"absent: {name}": program(f"import {name}") for name in ABSENT}
    | {
        "environment": program(
            "import posix; return str([dict(os.environ), posix.environ, sys.argv, sys.orig_argv])"
        ),
        "memory": MEMORY,
        "numbers of processes": program("return str(max(os.getpid(), os.getppid()) < 1000)"),
    }
)
ATTACKS = (
    {f"out: {name}": program(line) for name, line in OUT_OF_REACH.items()}
    | {f"fatal: {name}": program(f"call({number(pair)})") for name, pair in FATAL.items()}
    | {"threads": program(THREADS)}
)


def run(level: str, programs: dict[str, str], box: str) -> dict[str, dict[str, str]]:
    """What all programs answer at one level, asked in one go."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("confined.py")), level],
        input=json.dumps({name: f"BOX = {box!r}\n{text}" for name, text in programs.items()}),
        env=os.environ | {"API_KEY": SECRET, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        cwd=box,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@cache
def answers(level: str) -> dict[str, str]:
    """What the programs said; attacks run only behind walls that are known to stand."""
    with tempfile.TemporaryDirectory() as box:
        Path(box, "diary.txt").write_text("private", encoding="utf-8")
        Path(box, "to-passwd").symlink_to("/etc/passwd")
        given = run(level, HARMLESS, box)
        if {each["level"] for each in given.values()} != {level}:
            return {}
        if level != "L1":
            given |= run(level, ATTACKS, box)
            assert sorted(each.name for each in Path(box).iterdir()) == ["diary.txt", "to-passwd"]
            assert Path(box, "diary.txt").read_text(encoding="utf-8") == "private"
    return {name: each["said"] for name, each in given.items()}


def at(level: str) -> dict[str, str]:
    """What the programs said at a level."""
    return answers(level) or pytest.skip(f"this machine does not offer {level}")


LEVELS = pytest.mark.parametrize("level", ["L3", "L2"])


@LEVELS
@pytest.mark.parametrize("name", OUT_OF_REACH)
def test_out_of_reach(level: str, name: str) -> None:
    """Files, other processes and the network answer with an error on the learner's line."""
    said = at(level)[f"out: {name}"]
    assert said.startswith(("raised PermissionError", "raised FileNotFoundError: [Errno 2]")), said


@LEVELS
@pytest.mark.parametrize("name", FATAL)
def test_fatal(level: str, name: str) -> None:
    """Calls that serve only to break out end the program."""
    assert at(level)[f"fatal: {name}"] == "ended crash SIGSYS"


@pytest.mark.parametrize("level", ["L3", "L2", "L1"])
@pytest.mark.parametrize("name", USABLE)
def test_usable(level: str, name: str) -> None:
    """NumPy and threads work as anywhere else."""
    assert at(level)[f"usable: {name}"] == "done"


@LEVELS
@pytest.mark.parametrize("name", MODULES.split())
def test_modules(level: str, name: str) -> None:
    """The standard library and all of NumPy can be imported, also late."""
    assert at(level)[f"module: {name}"] == "done"


@LEVELS
@pytest.mark.parametrize("name", ABSENT)
def test_absent(level: str, name: str) -> None:
    """Other packages are not there, installed or not."""
    assert at(level)[f"absent: {name}"].startswith("raised import-error")


@pytest.mark.parametrize("level", ["L3", "L2", "L1"])
def test_environment_and_arguments_are_gone(level: str) -> None:
    """Neither Python's tables nor those of the system module hold them."""
    assert at(level)["environment"] == "[{}, {}, ['probe.py'], []]"


def test_no_secret_of_the_environment_is_left_in_memory() -> None:
    """All memory a child can write to, read byte by byte: the stack and freed places too. At L1,
    where nothing keeps the map of memory from the child."""
    assert at("L1")["memory"] == "[False, True]"


def test_namespaces_show_nobody_else() -> None:
    """At L3 processes are counted from 1."""
    assert at("L3")["numbers of processes"] == "True"


@LEVELS
def test_threads_are_bounded(level: str) -> None:
    """Address space ends before threads do any harm."""
    assert at(level)["threads"] == "bounded"
