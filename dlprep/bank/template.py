"""A new question: a commented template, put at the end of its file."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from dlprep.bank.load import FREE_IDS, load_items
from dlprep.bank.locate import shown, solution_name, solutions_beside
from dlprep.model.message import Place, fault

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEMPLATES = Path(__file__).with_name("templates")


class New(NamedTuple):
    """A new question: its id, where it is written, and the file of its solution, if it has one."""

    id: str
    place: Place
    solution: str | None


def new_item(folder: Path, kind: str, leaf: str, slug: str) -> New:
    """Add a template of this kind to the leaf's file below `folder`, and to an exercise the
    template of a solution.

    Raises `bank.bad-slug`, `bank.not-appendable` or `bank.unwritable`; an existing file is
    only ever added to, an existing solution left as it is.
    """
    if not _SLUG.fullmatch(slug):
        raise fault("bank.bad-slug", slug=slug)
    item_id = id_of(kind, leaf, slug)
    path = file_of(folder, kind, leaf, item_id)
    before = _existing(path)
    if before:
        text = f"{before.rstrip()}\n\n{_item_text(kind, item_id, leaf, with_leaf=False)}"
    else:
        head = "items:\n" if kind in FREE_IDS else f"leaf: {leaf}\nitems:\n"
        text = head + _item_text(kind, item_id, leaf, with_leaf=kind in FREE_IDS)
    _write(path, text)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row == f"- id: {item_id}")
    return New(item_id, Place(shown(path), line), _new_solution(folder, kind, item_id))


def _new_solution(folder: Path, kind: str, item_id: str) -> str | None:
    template = _TEMPLATES / f"solution.{kind}.txt"
    if not template.is_file():
        return None
    path = solutions_beside(folder.resolve()) / solution_name(item_id)
    if not path.exists():
        _write(path, template.read_text(encoding="utf-8"))
    return shown(path)


def id_of(kind: str, leaf: str, slug: str) -> str:
    """The id of a new item; one of an exercise in PyTorch says so.

    >>> id_of("card", "loss.mse", "units"), id_of("code", "loss.mse", "mse-loss")
    ('loss.mse.units', 'code.mse-loss')
    >>> id_of("torch", "loss.mse", "mse-loss")
    'code.torch-mse-loss'
    """
    name = f"torch-{slug.removeprefix('torch-')}" if kind == "torch" else slug
    return f"{FREE_IDS.get(kind, leaf)}.{name}"


def file_of(folder: Path, kind: str, leaf: str, item_id: str) -> Path:
    """The file of a leaf, or of an exercise."""
    if kind in FREE_IDS and kind != "derivation":
        return folder / "code" / f"{item_id.removeprefix('code.')}.yaml"
    branch, _, rest = leaf.partition(".")
    return folder / branch / f"{rest or branch}.yaml"


def _existing(path: Path) -> str:
    """The text of a file to which an item can be added at the end."""
    if not path.exists():
        return ""
    text = path.read_text(encoding="utf-8")
    rows = [row for row in text.splitlines() if row and not row.lstrip().startswith("#")]
    heads = [row for row in rows if not row.startswith((" ", "-"))]
    sound = heads and heads[-1] == "items:" and rows[-1] != "items:"
    if not sound or not load_items(path).items or any(row.startswith("  -") for row in rows[:3]):
        raise fault("bank.not-appendable", place=Place(shown(path)))
    return text


def _item_text(kind: str, item_id: str, leaf: str, *, with_leaf: bool) -> str:
    parts = [_part("head"), _part(kind), _part("tail")]
    text = "".join(parts).replace("@id", item_id).replace("@kind", kind)
    return text.replace("@leaf", leaf) if with_leaf else text.replace("  leaf: @leaf\n", "")


def _part(name: str) -> str:
    return (_TEMPLATES / f"{name}.yaml").read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    draft = path.with_suffix(".draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as problem:
        with suppress(OSError):
            draft.unlink()
        why = problem
        raise fault("bank.unwritable", place=Place(shown(path)), why=why) from None
