"""The file a person works in: a starter that never takes the place of somebody's work."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path
from typing import Literal

from dlprep.check.source.starter import starter
from dlprep.check.source.submission import NOTEBOOK
from dlprep.model.message import DlprepError, fault

Found = Literal["nothing", "starter", "work"]


def default_name(exercise: str) -> str:
    """`code.lstm-step-fb` is written in `lstm_step_fb.py`."""
    return exercise.removeprefix("code.").replace("-", "_") + ".py"


def starter_of(exercise: str, solution: Path, path: Path) -> str:
    """The starter of an exercise for a file of this name, a notebook where that ends so; with the
    line by which any check recognises it."""
    name = exercise.removeprefix("code.")
    code = f"# dlprep: {name}\n{starter(solution.read_text(encoding='utf-8'))}"
    return _notebook(code) if path.suffix == NOTEBOOK else code


def _notebook(code: str) -> str:
    """One cell, as Jupyter would save it before it is run."""
    cell: dict[str, object] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "starter",
        "metadata": {},
        "outputs": [],
        "source": code.splitlines(keepends=True),
    }
    book = {
        "cells": [cell],
        "metadata": {"language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"


def look(path: Path, text: str) -> Found:
    """What is there already. Raises `code.not-a-file` where it is no regular file."""
    if path.is_symlink() and not path.exists():
        raise fault("code.not-a-file", file=str(path))
    if not path.exists():
        return "nothing"
    if not path.is_file():
        raise fault("code.not-a-file", file=str(path))
    try:
        return "starter" if path.read_bytes() == text.encode() else "work"
    except OSError as problem:
        raise fault("code.not-read", file=str(path), why=problem) from None


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there, whole or not at all; never over one that has come
    meanwhile. Raises `code.not-written`."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            try:
                file.write(text)
                file.flush()
            except OSError:
                path.unlink()
                raise
    except OSError as problem:
        raise fault("code.not-written", file=str(path), why=problem) from None


def replaced(path: Path, text: str) -> Path:
    """Write a file in the place of another; the name that this one has from now on. Raises
    `code.not-written`, and then all is as before."""
    kept = _set_aside(path)
    try:
        write_new(path, text)
    except DlprepError:
        kept.replace(path)
        raise
    return kept


def _set_aside(path: Path) -> Path:
    """Give a file another name that nothing has yet: `loss.py.bak`, `loss.py.bak2`, …"""
    for number in count(1):
        kept = path.with_name(f"{path.name}.bak{number if number > 1 else ''}")
        try:
            kept.touch(exist_ok=False)
            path.replace(kept)
        except FileExistsError:
            continue
        except OSError as problem:
            raise fault("code.not-written", file=str(kept), why=problem) from None
        return kept
    raise AssertionError
