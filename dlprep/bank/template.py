"""A new question: a commented template, put at the end of its file."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from dlprep.bank.load import FREE_IDS, load_items
from dlprep.bank.locate import shown
from dlprep.model.message import Place, fault

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TEMPLATES = Path(__file__).with_name("templates")


def new_item(folder: Path, kind: str, leaf: str, slug: str) -> tuple[str, Place]:
    """Add a template of this kind to the leaf's file below `folder`; gives the id and its place.

    Raises `bank.bad-slug`, `bank.not-appendable` or `bank.unwritable`; an existing file is
    only ever added to.
    """
    if not _SLUG.fullmatch(slug):
        raise fault("bank.bad-slug", slug=slug)
    item_id = id_of(kind, leaf, slug)
    path = file_of(folder, kind, leaf, slug)
    before = _existing(path)
    if before:
        text = f"{before.rstrip()}\n\n{_item_text(kind, item_id, leaf, with_leaf=False)}"
    else:
        head = "items:\n" if kind in FREE_IDS else f"leaf: {leaf}\nitems:\n"
        text = head + _item_text(kind, item_id, leaf, with_leaf=kind in FREE_IDS)
    _write(path, text)
    line = next(n for n, row in enumerate(text.splitlines(), 1) if row == f"- id: {item_id}")
    return item_id, Place(shown(path), line)


def id_of(kind: str, leaf: str, slug: str) -> str:
    """The id of a new item.

    >>> id_of("card", "loss.mse", "units"), id_of("code", "loss.mse", "mse-loss")
    ('loss.mse.units', 'code.mse-loss')
    """
    return f"{FREE_IDS.get(kind, leaf)}.{slug}"


def file_of(folder: Path, kind: str, leaf: str, slug: str) -> Path:
    """The file of a leaf, or of an exercise."""
    if kind in FREE_IDS and kind != "derivation":
        return folder / "code" / f"{slug}.yaml"
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
        why = problem.strerror or str(problem)
        raise fault("bank.unwritable", place=Place(shown(path)), why=why) from None
