"""Programs that misbehave: each gets the verdict it deserves, in bounded time, and the checker
lives to judge the next file. Every attack aims at the checker's own processes alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from shipped import settled

GOOD = """
import numpy as np

def softmax_loss(z, y):
    n = len(z)
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dz = np.exp(log_p)
    dz[np.arange(n), y] -= 1
    return -log_p[np.arange(n), y].mean(), dz / n
"""
EASY_OUT = "return 0.0, np.zeros(z.shape)"
LIE = """
import json, os, struct
from pathlib import Path
pipes = [fd for fd in range(3, 64) if Path(f"/proc/self/fd/{fd}").exists()]
REPLY = {"case": 1, "step": 0, "kind": "ok", "arrays": []}
NUMBERS = np.zeros(15).tobytes()
TREE = ["dict", [["outputs", ["dict", [["loss", ["float", "0x0p+0"]], ["dz", ["array", 0]]]]],
                 ["inputs", ["dict", []]]]]
OK = {**REPLY, "tree": TREE, "arrays": [["<f8", [3, 5]]]}
OBJECT = {**REPLY, "tree": ["array", 0], "arrays": [["|O", [1]]]}
PASSED = {**REPLY, "kind": "passed", "tree": ["plain", None]}
def frame(header, payload=b"", claimed=None, magic=b"DLP1"):
    head = json.dumps(header).encode()
    size = len(payload) if claimed is None else claimed
    return struct.pack("<4sIQ", magic, len(head), size) + head + payload
def shout(data):
    for fd in pipes:
        try:
            os.write(fd, data)
        except OSError:
            pass
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def attack(body: str, head: str = "") -> str:
    """The good program with lines put in front of it and into its function."""
    lines = textwrap.indent(textwrap.dedent(body).strip(), "    ")
    return GOOD.replace("    n = len(z)\n", lines + "\n    n = len(z)\n") + head


def check(folder: Path, source: str | bytes, *options: str) -> tuple[int, dict[str, object]]:
    """Exit code and JSON report of one file in a home of its own."""
    file = folder / "solution.py"
    file.write_bytes(source if isinstance(source, bytes) else source.encode())
    command = [sys.executable, "-m", "dlprep", "check", str(file), "--json", "--lang", "en"]
    done = subprocess.run(
        [*command, "--seed", "1", "--timeout", "0.5", *options],
        env=os.environ | {"DLPREP_HOME": settled(folder)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, json.loads(done.stdout)


ATTACKS = {
    "an endless loop": (attack("while True: pass"), "timeout"),
    "sleep": (attack("import time; time.sleep(60)"), "timeout"),
    "a loop that swallows every exception": (
        attack("""
        while True:
            try:
                while True: pass
            except BaseException:
                continue
        """),
        "timeout",
    ),
    "ignored signals": (
        attack("""
        import signal
        for name in (signal.SIGTERM, signal.SIGINT, signal.SIGXCPU):
            signal.signal(name, signal.SIG_IGN)
        while True: pass
        """),
        "timeout",
    ),
    "a memory bomb": (
        attack("""
        hoard = []
        while True: hoard.append(np.empty(1 << 24))
        """),
        "memory",
    ),
    "one huge allocation": (attack("np.ones(1 << 33)"), "memory"),
    "a flood of output": (attack("while True: print('x' * 4096)"), "output-limit"),
    "a flood of results": (attack("return 0.0, np.zeros(1 << 22)"), "output-limit"),
    "sys.exit": (attack("import sys; sys.exit(0)"), "exit"),
    "os._exit": (attack("import os; os._exit(0)"), "exit"),
    "os._exit while loading": ("import os\nos._exit(0)\n" + GOOD, "exit"),
    "sys.exit while loading": ("raise SystemExit(0)\n" + GOOD, "exit"),
    "a loop while loading": (GOOD + "\nwhile True: pass\n", "timeout"),
    "an import that fails": ("import no_such_module\n" + GOOD, "import-error"),
    "an error while loading": (GOOD + "\n1 / 0\n", "crash"),
    "a segmentation fault": (attack("import ctypes; ctypes.string_at(0)"), "crash"),
    "a killed child": (attack("import os, signal; os.kill(os.getpid(), signal.SIGTERM)"), "crash"),
    "deep recursion": (attack("return softmax_loss(z, y)"), "crash"),
    "reading standard input": (attack("input()"), "crash"),
    "NaN": (attack("return np.nan, np.full(z.shape, np.nan)"), "not-finite"),
    "infinity": (attack("return np.inf, np.full(z.shape, np.inf)"), "not-finite"),
    "an object array": (attack("return 0.0, np.zeros(z.shape, object)"), "dtype"),
    "None": (attack("return None"), "shape"),
    "None for each value": (attack("return None, None"), "dtype"),
    "a generator": (attack("return 0.0, (row for row in z)"), "dtype"),
    "a list": (attack("return 0.0, z.tolist()"), "dtype"),
    "a complex result": (attack("return 0.0, z + 0j"), "dtype"),
    "half precision": (attack("return 0.0, np.zeros(z.shape, np.float16)"), "dtype"),
    "an object equal to everything": (
        attack("""
        class Same:
            __class__ = np.ndarray
            def __eq__(self, other): return True
            def __array__(self, *a, **k): return np.zeros(3)
        return Same(), Same()
        """),
        "dtype",
    ),
    "a pickle gadget": (
        attack("""
        class Gadget:
            def __reduce__(self): return (print, ("loaded",))
        return Gadget(), Gadget()
        """),
        "dtype",
    ),
    "too few values": (attack("return 0.0"), "shape"),
    "too many values": (attack("return 0.0, z, z"), "shape"),
    "a changed input": (
        attack("z -= z.max(axis=1, keepdims=True) if z.dtype.kind == 'f' else 0"),
        "input-mutated",
    ),
    "chance": (
        attack("return float(np.random.default_rng().random()), np.zeros(z.shape)"),
        "non-deterministic",
    ),
    "state between calls": (
        GOOD.replace(
            "    n = len(z)",
            "    global calls\n    calls += 1\n    return float(calls), z\n    n = len(z)",
        )
        + "\ncalls = 0\n",
        "non-deterministic",
    ),
    "patched comparisons": (
        attack(
            "np.allclose = np.testing.assert_allclose = np.array_equal = lambda *a, **k: True\n"
            "np.abs = np.isfinite = lambda x: x\n" + EASY_OUT
        ),
        "wrong",
    ),
    "patched conversions": (
        attack("np.asarray = np.array = np.ascontiguousarray = lambda x, *a, **k: x\n" + EASY_OUT),
        "wrong",
    ),
    "a forged reply ahead of the true one": (attack("shout(frame(OK, NUMBERS))", LIE), "crash"),
    "a frame of another kind": (attack("shout(frame(OK, magic=b'EVIL'))", LIE), "crash"),
    "a frame that claims 2^60 bytes": (
        attack("shout(frame(OK, claimed=1 << 60))", LIE),
        "output-limit",
    ),
    "a frame with an object dtype": (attack("shout(frame(OBJECT, bytes(8)))", LIE), "crash"),
    "a claim to have passed": (attack("shout(frame(PASSED))", LIE), "crash"),
    "a changed clock": (
        attack("import time; time.monotonic = time.perf_counter_ns = lambda: 0\nwhile True: pass"),
        "timeout",
    ),
    "lone surrogates": (attack("print('\\ud800'); raise ValueError('\\udfff')"), "crash"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_its_verdict(name: str, tmp_path: Path) -> None:
    """A program that misbehaves is never passed, and the reason is named. Where that is not its
    time it has enough, also on a busy machine."""
    source, verdict = ATTACKS[name]
    code, report = check(tmp_path, source, *([] if verdict == "timeout" else ["--timeout", "10"]))
    assert report["exercises"][0]["verdict"] == verdict
    assert code == 1


def test_a_thread_left_behind_does_no_harm(tmp_path: Path) -> None:
    """A right program passes although its thread sleeps on; it is ended with its group."""
    body = "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()"
    code, report = check(tmp_path, attack(body))
    assert (code, report["exercises"][0]["verdict"]) == (0, "passed")


def test_after_an_attack_the_next_file_is_judged(tmp_path: Path) -> None:
    """A file that dies takes nothing with it: the good one beside it passes."""
    good = tmp_path / "good.py"
    good.write_text(GOOD, encoding="utf-8")
    bad = tmp_path / "bad.py"
    bad.write_text(attack("import os; os._exit(0)"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", str(bad), str(good), "--json"],
        env=os.environ | {"DLPREP_HOME": settled(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["exercises"][0]["verdict"] for each in reports] == ["exit", "passed"]
    assert done.returncode == 1


def test_the_second_child_goes_on_where_the_first_died(tmp_path: Path) -> None:
    """One case that ends the program does not hide the others."""
    code, report = check(tmp_path, attack("import os\nif len(z) == 7: os._exit(0)"))
    cases = report["exercises"][0]["functions"][0]["cases"]
    verdicts = {case["label"]: case["verdict"] for case in cases}
    assert (code, verdicts["N=7, C=4"], verdicts["N=1, C=4"]) == (1, "exit", "passed")


def test_a_file_named_after_a_module_shadows_nothing(tmp_path: Path) -> None:
    """`numpy.py` and `sitecustomize.py` beside the file, and the file's folder as working
    folder, change neither the checker nor the program."""
    for name in ("numpy.py", "sitecustomize.py", "json.py"):
        (tmp_path / name).write_text("raise SystemExit('shadowed')\n", encoding="utf-8")
    (tmp_path / "answer.py").write_text(GOOD, encoding="utf-8")
    script = Path(sys.executable).with_name("dlprep")
    done = subprocess.run(
        [str(script), "check", "answer.py", "--json"],
        cwd=tmp_path,
        env=os.environ | {"DLPREP_HOME": settled(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["exercises"][0]["verdict"] == "passed"
