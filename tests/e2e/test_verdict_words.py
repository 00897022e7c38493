"""Every verdict, with what a person reads about it in either language."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from shipped import settled

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

HEAD = """
import numpy as np

def softmax_loss(z, y):
    n = len(z)
"""
TAIL = """
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    dz = np.exp(log_p)
    dz[np.arange(n), y] -= 1
    return -log_p[np.arange(n), y].mean(), dz / n
"""


def with_line(line: str) -> str:
    """The right program with one more line, its sixth."""
    return f"{HEAD}    {line}{TAIL}"


RIGHT = HEAD + TAIL
DIFFERENCES = RIGHT.replace("def softmax_loss", "def value") + (
    "\ndef softmax_loss(z, y, h=1e-6):\n"
    "    dz = np.zeros(z.shape)\n"
    "    for at in np.ndindex(z.shape):\n"
    "        up = z.astype(float); up[at] += h\n"
    "        dz[at] = (value(up, y)[0] - value(z, y)[0]) / h\n"
    "    return value(z, y)[0], dz\n"
)
# verdict, program, what is said in Chinese and in English
WORDS = {
    "shape": (with_line("return 0.0"), "返回 2 个值", "2 return values"),
    "dtype": (with_line("return 0.0, z.tolist()"), "得到 list", "got list"),
    "timeout": (with_line("while True: pass"), "超时", "did not finish in time"),
    "memory": (with_line("np.ones(1 << 33)"), "内存超过限额", "more memory than allowed"),
    "output-limit": (with_line("while True: print('x' * 999)"), "超过限额", "more than is allowed"),
    "crash": (with_line("{}['logits']"), "第 6 行：KeyError", "line 6: KeyError"),
    "crash: recursion": (
        with_line("return softmax_loss(z, y)"),
        "第 6 行：递归太深",
        "line 6: the recursion is too deep",
    ),
    "crash: keyboard": (
        with_line("n = int(input())"),
        "第 6 行：被检查的文件不能从键盘读取",
        "line 6: a file that is checked cannot read from the keyboard",
    ),
    "crash: keyboard while loading": (
        "n = int(input())\n" + RIGHT,
        "第 1 行：被检查的文件不能从键盘读取",
        "line 1: a file that is checked cannot read from the keyboard",
    ),
    "exit": (with_line("raise SystemExit"), "退出", "ended during the call"),
    "import-error": (
        "import scipy\n" + RIGHT,
        "第 1 行：这里没有 scipy，只能使用标准库和 NumPy",
        "line 1: scipy is not available here: only the standard library and NumPy are",
    ),
    "syntax-error": (RIGHT + "    return (\n", "语法错误", "syntax error"),
    "policy": (DIFFERENCES, "第 17 行用差商近似导数", "line 17 takes a difference quotient"),
    "non-deterministic": (
        with_line("return float(np.random.default_rng().random()), z * 0.0"),
        "结果不同",
        "gives another result",
    ),
    "input-mutated": (
        with_line("z -= z.max(axis=1, keepdims=True) if z.dtype.kind == 'f' else 0"),
        "改动了输入 z",
        "changes its input z",
    ),
    "not-implemented": (with_line("raise NotImplementedError"), "尚未实现", "not implemented yet"),
}


@cache
def reports(lang: str, folder: Path) -> dict[str, Any]:
    """The JSON report of each program; one command judges them all."""
    files = {}
    for name, (program, *_) in WORDS.items():
        files[name] = folder / f"{name.replace(': ', '-')}.py"
        files[name].write_text(program, encoding="utf-8")
    options = ["--json", "--seed", "1", "--timeout", "2", "--lang", lang]
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", *map(str, files.values()), *options],
        env=os.environ | {"DLPREP_HOME": settled(folder / "home")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return {name: each["exercises"][0] for name, each in zip(files, told, strict=True)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("verdicts")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", WORDS)
def test_a_verdict_says_what_happened(name: str, lang: str, folder: Path) -> None:
    """The learner's own line where there is one, and no word of the other language."""
    _, zh, en = WORDS[name]
    report = reports(lang, folder)[name]
    assert report["verdict"] == name.partition(":")[0]
    assert (zh if lang == "zh" else en) in json.dumps(report, ensure_ascii=False)
